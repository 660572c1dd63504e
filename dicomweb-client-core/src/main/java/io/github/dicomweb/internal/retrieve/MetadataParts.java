// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.internal.retrieve;

import io.github.dicomweb.dicom.Dataset;
import io.github.dicomweb.error.Warning;
import io.github.dicomweb.internal.decode.DatasetStream;
import io.github.dicomweb.internal.http.Answer;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Datasets that arrive in one answer, their references made absolute. */
final class MetadataParts extends OnePass<Dataset> {
  private final DatasetStream stream;
  private final AbsoluteReferences references;

  /**
   * Takes an answer over.
   *
   * @param answer where they come from: what relative references may refer to
   * @param stream its datasets
   * @param references makes references absolute
   */
  MetadataParts(Answer answer, DatasetStream stream, AbsoluteReferences references) {
    this.stream = stream;
    this.references = references.in(answer.url());
  }

  @Override
  protected @Nullable Dataset advance() {
    Dataset next = stream.next();
    return next == null ? null : references.of(next);
  }

  @Override
  public boolean partial() {
    return stream.partial();
  }

  @Override
  public List<Warning> warnings() {
    return stream.warnings();
  }

  @Override
  public void close() {
    stream.close();
  }
}
