// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.internal.decode;

import io.github.dicomweb.config.Limits;
import io.github.dicomweb.dicom.Dataset;
import io.github.dicomweb.error.DicomFormatException;
import io.github.dicomweb.error.MalformedResponseException;
import io.github.dicomweb.error.Warning;
import io.github.dicomweb.internal.http.Answer;
import io.github.dicomweb.media.MediaType;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The datasets of an answer, one at a time, in whichever form they came: JSON, an XML document, or
 * a multipart body of documents. Owns the answer. Not thread-safe.
 */
public final class DatasetStream implements Closeable {
  private final Answer answer;
  private final @Nullable DatasetSource source;
  private final List<Warning> warnings;
  private @Nullable RuntimeException failure;

  private DatasetStream(Answer answer, @Nullable DatasetSource source, List<Warning> warnings) {
    this.answer = answer;
    this.source = source;
    this.warnings = warnings;
  }

  /**
   * Takes over an answer to which JSON was asked for.
   *
   * @param answer the answer; closed if it cannot be read
   * @param limits the limits of what is read
   * @return the datasets
   * @throws MalformedResponseException if the body is of none of the forms
   */
  public static DatasetStream open(Answer answer, Limits limits) {
    return open(answer, limits, MediaType.DICOM_JSON);
  }

  /**
   * Takes an answer over.
   *
   * @param answer the answer; closed if it cannot be read
   * @param limits the limits of what is read
   * @param asked the model that was asked for: anything else is read and reported as tolerated
   * @return the datasets
   * @throws MalformedResponseException if the body is of none of the forms
   */
  public static DatasetStream open(Answer answer, Limits limits, MediaType asked) {
    List<Warning> warnings = new ArrayList<>(answer.warnings());
    if (answer.status() == 206) {
      warnings.add(Warning.tolerated("status 206: by the server's own word this is not all"));
    }
    if (answer.status() == 204) {
      return new DatasetStream(answer, null, warnings);
    }
    try {
      DatasetForm form = DatasetForm.of(answer, asked, warnings);
      return new DatasetStream(answer, source(answer, form, limits, asked), warnings);
    } catch (IOException e) {
      answer.close();
      throw answer.failure(e);
    } catch (RuntimeException e) {
      answer.close();
      throw e;
    }
  }

  private static @Nullable DatasetSource source(
      Answer answer, DatasetForm form, Limits limits, MediaType asked) {
    InputStream in = answer.source().inputStream();
    return switch (form.kind()) {
      case NOTHING -> null;
      case JSON -> new JsonDatasets(in, limits);
      case XML -> new XmlDatasets(in, limits);
      case MULTIPART ->
          new MultipartDatasets(
              answer.source(), Objects.requireNonNull(form.boundary()), limits, asked);
    };
  }

  /**
   * The next dataset.
   *
   * @return the dataset, or null at the proper end
   */
  public @Nullable Dataset next() {
    if (failure != null) {
      // An end must never be reported behind a failure.
      throw failure;
    }
    if (source == null) {
      return null;
    }
    try {
      return source.next();
    } catch (DicomFormatException e) {
      failure = malformed(source, e);
      throw failure;
    } catch (IOException e) {
      failure = answer.failure(e);
      throw failure;
    }
  }

  private MalformedResponseException malformed(DatasetSource from, DicomFormatException e) {
    long offset = e.byteOffset().orElse(-1);
    return answer
        .malformed("a dataset of the answer cannot be read")
        .byteOffset(offset < 0 ? -1 : from.offset() + offset)
        .partIndex(from.part())
        .location(e.location().orElse(null))
        .cause(e)
        .build();
  }

  /** Whether the server said that this is not all. */
  public boolean partial() {
    return answer.status() == 206;
  }

  /** What the server warned of and what was tolerated so far. */
  public List<Warning> warnings() {
    List<Warning> all = new ArrayList<>(warnings);
    if (source != null) {
      all.addAll(source.tolerated());
    }
    return all;
  }

  @Override
  public void close() {
    answer.close();
  }
}
