// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.benchmarks.worker;

import io.github.dicomweb.retrieve.RetrieveReport;
import io.github.dicomweb.retrieve.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** A series saved to a directory. */
final class Saved extends OurClient {
  private final Path directory;

  Saved(Setup setup) {
    super(setup);
    directory = setup.directory().resolve("ours");
  }

  @Override
  public long run() throws IOException {
    RetrieveReport report = client().retrieveSeries(Setup.STUDY, Setup.SERIES).saveTo(directory);
    if (report.verdict() != Verdict.COMPLETE) {
      throw new IOException("not complete: " + report);
    }
    return report.bytes();
  }

  @Override
  public void after() throws IOException {
    try (Stream<Path> paths = Files.walk(directory)) {
      List<Path> all = paths.sorted(Comparator.reverseOrder()).toList();
      for (Path path : all) {
        Files.delete(path);
      }
    }
  }
}
