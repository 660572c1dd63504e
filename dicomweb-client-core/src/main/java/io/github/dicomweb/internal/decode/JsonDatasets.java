// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.internal.decode;

import io.github.dicomweb.config.Limits;
import io.github.dicomweb.dicom.Dataset;
import io.github.dicomweb.dicom.json.DicomJsonReader;
import io.github.dicomweb.error.Warning;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Datasets in the DICOM JSON model: an array, or one object. */
final class JsonDatasets implements DatasetSource {
  private final DicomJsonReader reader;

  JsonDatasets(InputStream in, Limits limits) {
    this.reader = DicomJsonReader.from(in, limits);
  }

  @Override
  public @Nullable Dataset next() throws IOException {
    return reader.next();
  }

  @Override
  public List<Warning> tolerated() {
    return reader.warnings().stream()
        .map(d -> Warning.tolerated(d.description() + " at " + d.location()))
        .toList();
  }
}
