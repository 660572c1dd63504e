// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.it.corpus;

import io.github.dicomweb.it.samples.Commands;
import io.github.dicomweb.it.samples.Missing;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What Debian's pydicom reads. */
final class Pydicom {
  // the one that Debian's packages are for, whatever stands first on the PATH
  private static final String PYTHON = "/usr/bin/python3";
  private static final String SCRIPT = "pydicom-json.py";

  private Pydicom() {}

  /** The datasets by the names of the files; without those that pydicom cannot convert. */
  static Map<String, Map<String, @Nullable Object>> read(List<CorpusFile> files, Path directory)
      throws IOException {
    Path script = directory.resolve(SCRIPT);
    try (InputStream in = Objects.requireNonNull(Pydicom.class.getResourceAsStream(SCRIPT))) {
      Files.copy(in, script);
    }
    Path names = directory.resolve("names");
    Files.writeString(
        names,
        files.stream().map(file -> file.path().toString()).collect(Collectors.joining("\n")));
    String answers;
    try {
      answers =
          new String(
              Commands.run(directory, names, List.of(PYTHON, script.toString())),
              StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw Missing.because(
          "pydicom is not there (Debian: python3-pydicom): " + e.getMessage(),
          Missing.REQUIRE_SAMPLES);
    }
    Map<String, Map<String, @Nullable Object>> datasets = new HashMap<>();
    List<String> lines = answers.lines().toList();
    for (int i = 0; i < lines.size(); i++) {
      Object dataset = JsonTree.object(JsonTree.parse(lines.get(i))).get("dataset");
      if (dataset != null) {
        datasets.put(files.get(i).name(), JsonTree.object(dataset));
      }
    }
    return datasets;
  }
}
