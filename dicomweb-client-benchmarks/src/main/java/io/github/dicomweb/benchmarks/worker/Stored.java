// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.benchmarks.worker;

import io.github.dicomweb.store.InstanceSource;
import io.github.dicomweb.store.StoreReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Files sent to the sink. */
final class Stored extends OurClient {
  private final List<InstanceSource> files;
  private final long bytes;

  Stored(Setup setup) throws IOException {
    super(setup);
    try (Stream<Path> all = Files.list(setup.directory().resolve("files"))) {
      List<Path> some = all.sorted().limit(setup.size()).toList();
      files = some.stream().map(InstanceSource::of).toList();
      bytes = Files.size(some.get(0)) * some.size();
    }
  }

  @Override
  public long run() throws IOException {
    StoreReport report = client().storeInstances().addAll(files).execute();
    if (!report.isComplete()) {
      throw new IOException("not all stored: " + report);
    }
    return bytes;
  }
}
