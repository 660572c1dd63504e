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
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;

/**
 * A source as a dataset, whose large values are left where they are. Closed by whoever has it, when
 * no value is needed any more.
 */
final class Instance implements Closeable {
  /** The largest binary value that stays in the dataset. */
  static final int INLINE = 1024;

  private static final URI SOURCE = URI.create("source:value");

  private final Dataset dataset;
  private final TransferSyntax syntax;
  private final InstanceSource source;
  private final List<Origin> origins = new ArrayList<>();

  private Instance(Dataset dataset, TransferSyntax syntax, InstanceSource source) {
    this.dataset = dataset;
    this.syntax = syntax;
    this.source = source;
  }

  static Instance read(InstanceSource source, Limits limits) throws IOException {
    if (source instanceof DatasetSource made) {
      return new Instance(made.dataset(), made.transferSyntax(), source);
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
    if (file.transferSyntax().isDeflated()) {
      throw DicomFormatException.at(
          "a deflated file, whose values cannot be sent one by one", -1, null, null);
    }
    Instance instance = new Instance(file.dataset(), file.transferSyntax(), source);
    instance.origins.add(new Origin(source::open));
    return instance;
  }

  Dataset dataset() {
    return dataset;
  }

  TransferSyntax syntax() {
    return syntax;
  }

  /** Finds the value that stands behind a reference. */
  Blob find(BulkDataElement element, String path) throws IOException {
    if (source instanceof DatasetSource made) {
      return resolved(made, element, path);
    }
    return new Blob(
        origins.get(0),
        element.reference().offset().orElseThrow(),
        element.reference().length().orElseThrow(),
        syntax.isBigEndian() ? element.vr().unitBytes() : 1);
  }

  private Blob resolved(DatasetSource made, BulkDataElement element, String path)
      throws IOException {
    BulkDataContent content = made.bulkData().resolve(element, path);
    if (content.isFromDicomFile() && element.vr().usesSpecificCharacterSet()) {
      throw DicomFormatException.ofValue(
          "text in a DICOM file, which would have to be re-encoded", path);
    }
    // Content may be a stream that can be opened once, and is open already: it is let go here, and
    // asked for again when it is read.
    content.open().close();
    Origin origin = new Origin(() -> made.bulkData().resolve(element, path).open());
    origins.add(origin);
    return new Blob(origin, 0, content.length(), 1);
  }

  @Override
  public void close() throws IOException {
    for (Origin origin : origins) {
      origin.close();
    }
  }

  /** Says nothing of what it holds. */
  @Override
  public String toString() {
    return "Instance";
  }
}
