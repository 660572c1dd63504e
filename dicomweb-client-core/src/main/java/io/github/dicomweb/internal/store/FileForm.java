// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.internal.store;

import io.github.dicomweb.dicom.part10.Part10Writer;
import io.github.dicomweb.internal.multipart.MultipartWriter;
import io.github.dicomweb.profile.ServerProfile.UploadFraming;
import io.github.dicomweb.store.DatasetSource;
import io.github.dicomweb.store.InstanceSource;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.OptionalLong;

/** DICOM files, as they are; of datasets, files that are made while they are sent. */
final class FileForm implements Form {
  // Some servers refuse, or drop without a word, parts whose type has parameters.
  static final String TYPE = "application/dicom";

  private final MultipartWriter framing;
  private final UploadFraming lengths;

  FileForm(MultipartWriter framing, UploadFraming lengths) {
    this.framing = framing;
    this.lengths = lengths;
  }

  @Override
  public String rootType() {
    return TYPE;
  }

  @Override
  public Payload payload(InstanceSource source, int ordinal) throws IOException {
    OptionalLong size = source.size();
    if (source instanceof DatasetSource dataset) {
      return Payload.of(new MadeFile(dataset, size.orElse(-1)));
    }
    if (size.isEmpty() && lengths == UploadFraming.SIZED) {
      return Payload.of(new AsItIs(source, measure(source)));
    }
    return Payload.of(new AsItIs(source, size.orElse(-1)));
  }

  private static long measure(InstanceSource source) throws IOException {
    try (InputStream in = source.open()) {
      return in.transferTo(OutputStream.nullOutputStream());
    }
  }

  @Override
  public long length(List<Candidate> candidates) {
    long length = 0;
    for (Candidate candidate : candidates) {
      long size = candidate.sent().content().length();
      if (size < 0) {
        return -1;
      }
      length += framing.framingLength(TYPE, null) + size;
    }
    return length;
  }

  @Override
  public void write(List<Candidate> candidates, PartSink sink) throws IOException {
    for (Candidate candidate : candidates) {
      sink.part(new Part(TYPE, null, candidate.sent().content()));
      sink.instanceDone();
    }
  }

  private record AsItIs(InstanceSource source, long length) implements Content {
    @Override
    public void writeTo(OutputStream out) throws IOException {
      try (InputStream in = source.open()) {
        byte[] buffer = new byte[64 * 1024];
        for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
          out.write(buffer, 0, n);
        }
      }
    }
  }

  private record MadeFile(DatasetSource source, long length) implements Content {
    @Override
    public void writeTo(OutputStream out) throws IOException {
      Part10Writer.create()
          .transferSyntax(source.transferSyntax())
          .bulkData(source.bulkData())
          .write(source.dataset(), out);
    }
  }
}
