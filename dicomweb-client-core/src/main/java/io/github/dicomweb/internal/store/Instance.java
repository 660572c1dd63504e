// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.internal.store;

import io.github.dicomweb.config.Limits;
import io.github.dicomweb.dicom.BulkDataElement;
import io.github.dicomweb.dicom.Dataset;
import io.github.dicomweb.dicom.TransferSyntax;
import io.github.dicomweb.dicom.part10.BulkDataContent;
import io.github.dicomweb.dicom.part10.Part10File;
import io.github.dicomweb.dicom.part10.Part10Reader;
import io.github.dicomweb.error.DicomFormatException;
import io.github.dicomweb.store.DatasetSource;
import io.github.dicomweb.store.InstanceSource;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;

/**
 * A source as a dataset, whose large values are left where they are.
 *
 * @param dataset the dataset
 * @param syntax the transfer syntax
 * @param values where those values are
 */
record Instance(Dataset dataset, TransferSyntax syntax, Values values) {
  /** The largest binary value that stays in the dataset. */
  static final int INLINE = 1024;

  private static final URI SOURCE = URI.create("source:value");

  /** Finds the value that stands behind a reference. */
  interface Values {
    Blob find(BulkDataElement element, String path) throws IOException;
  }

  static Instance read(InstanceSource source, Limits limits) throws IOException {
    if (source instanceof DatasetSource made) {
      return new Instance(
          made.dataset(), made.transferSyntax(), (element, path) -> resolved(made, element, path));
    }
    Part10File file;
    try (InputStream in = source.open()) {
      file =
          Part10Reader.create()
              .limits(limits)
              .referToBinaryValuesAbove(INLINE)
              .read(in, SOURCE)
              .orThrow();
    }
    TransferSyntax syntax = file.transferSyntax();
    if (syntax.isDeflated()) {
      throw DicomFormatException.at(
          "a deflated file, whose values cannot be sent one by one", -1, null, null);
    }
    return new Instance(
        file.dataset(),
        syntax,
        (element, path) ->
            new Blob(
                source::open,
                element.reference().offset().orElseThrow(),
                element.reference().length().orElseThrow(),
                syntax.isBigEndian() ? element.vr().unitBytes() : 1));
  }

  private static Blob resolved(DatasetSource made, BulkDataElement element, String path)
      throws IOException {
    BulkDataContent content = made.bulkData().resolve(element, path);
    if (content.isFromDicomFile() && element.vr().usesSpecificCharacterSet()) {
      throw DicomFormatException.ofValue(
          "text in a DICOM file, which would have to be re-encoded", path);
    }
    // asked again each time: the content may be a stream that can be opened once
    return new Blob(() -> made.bulkData().resolve(element, path).open(), 0, content.length(), 1);
  }

  /** Says nothing of what it holds. */
  @Override
  public String toString() {
    return "Instance";
  }
}
