// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.internal.decode;

import io.github.dicomweb.config.Limits;
import io.github.dicomweb.dicom.Dataset;
import io.github.dicomweb.error.Warning;
import io.github.dicomweb.internal.decode.DatasetForm.Kind;
import io.github.dicomweb.internal.multipart.ContentType;
import io.github.dicomweb.internal.multipart.MultipartPart;
import io.github.dicomweb.internal.multipart.MultipartReader;
import io.github.dicomweb.media.MediaType;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import okio.BufferedSource;
import okio.ByteString;
import org.jspecify.annotations.Nullable;

/**
 * Datasets in the parts of a multipart body, a document each: as XML they come in no other way
 * (PS3.18 §8.7.3.2). They are all only when the closing delimiter has been seen.
 */
final class MultipartDatasets implements DatasetSource {
  private final MultipartReader reader;
  private final Limits limits;
  private final MediaType asked;
  private final Notes notes = new Notes();
  private @Nullable MultipartPart part;
  private @Nullable DatasetSource document;

  MultipartDatasets(BufferedSource body, String boundary, Limits limits, MediaType asked) {
    this.reader = new MultipartReader(body, boundary, limits);
    this.limits = limits;
    this.asked = asked;
  }

  @Override
  public @Nullable Dataset next() throws IOException {
    while (true) {
      if (document != null) {
        Dataset dataset = document.next();
        notes.add(document.tolerated());
        if (dataset != null) {
          return dataset;
        }
        document = null;
      }
      part = reader.nextPart();
      if (part == null) {
        return null;
      }
      document = open(part);
    }
  }

  private DatasetSource open(MultipartPart next) throws IOException {
    InputStream in = new BufferedInputStream(next.inputStream());
    in.mark(Signatures.LENGTH);
    ByteString head = ByteString.of(in.readNBytes(Signatures.LENGTH));
    in.reset();
    Kind kind = DatasetForm.shownBy(head);
    if (kind == Kind.NOTHING) {
      // XML may be in an encoding of more than one byte a character; its reader tells what is none.
      return new XmlDatasets(in, limits);
    }
    List<Warning> mismatch = new ArrayList<>();
    String type = next.header("Content-Type");
    DatasetForm.checkName(
        kind,
        type == null ? "" : ContentType.parse(type).map(ContentType::mediaType).orElse(""),
        mismatch);
    if (asked.equals(MediaType.DICOM_XML)) {
      DatasetForm.checkAsked(kind, asked, mismatch);
    }
    notes.add(mismatch);
    return kind == Kind.JSON ? new JsonDatasets(in, limits) : new XmlDatasets(in, limits);
  }

  @Override
  public List<Warning> tolerated() {
    List<Warning> all = new ArrayList<>(notes.list());
    reader.tolerated().forEach(text -> all.add(Warning.tolerated(text)));
    return all;
  }

  @Override
  public int part() {
    return part == null ? -1 : part.index();
  }

  @Override
  public long offset() {
    return part == null ? 0 : part.offset();
  }
}
