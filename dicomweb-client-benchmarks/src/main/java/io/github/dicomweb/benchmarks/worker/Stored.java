// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.benchmarks.worker;

import io.github.dicomweb.store.StoreReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A directory of files sent to the sink. */
final class Stored extends OurClient {
  private final Path files;
  private final long bytes;

  Stored(Setup setup) throws IOException {
    super(setup);
    files = setup.directory().resolve("files");
    bytes = Files.size(setup.directory().resolve("all"));
  }

  @Override
  public long run() throws IOException {
    StoreReport report = client().storeInstances().add(files).execute();
    if (!report.isComplete()) {
      throw new IOException("not all stored: " + report);
    }
    return bytes;
  }
}
