// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.internal.decode;

import io.github.dicomweb.config.Limits;
import io.github.dicomweb.dicom.Dataset;
import io.github.dicomweb.dicom.xml.DicomXmlReader;
import io.github.dicomweb.error.Warning;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The one dataset of a document in the Native DICOM Model. */
final class XmlDatasets implements DatasetSource {
  private final DicomXmlReader reader;
  private boolean given;

  XmlDatasets(InputStream in, Limits limits) {
    this.reader = DicomXmlReader.from(in, limits);
  }

  @Override
  public @Nullable Dataset next() throws IOException {
    if (given) {
      return null;
    }
    given = true;
    return reader.read();
  }

  @Override
  public List<Warning> tolerated() {
    return reader.warnings().stream()
        .map(d -> Warning.tolerated(d.description() + " at " + d.location()))
        .toList();
  }
}
