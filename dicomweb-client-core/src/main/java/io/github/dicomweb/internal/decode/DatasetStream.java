// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.internal.decode;

import io.github.dicomweb.config.Limits;
import io.github.dicomweb.dicom.Dataset;
import io.github.dicomweb.dicom.json.DicomJsonReader;
import io.github.dicomweb.error.DicomFormatException;
import io.github.dicomweb.error.MalformedResponseException;
import io.github.dicomweb.error.Warning;
import io.github.dicomweb.internal.http.Answer;
import io.github.dicomweb.internal.multipart.ContentType;
import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The datasets of an answer in the DICOM JSON model, one at a time. Owns the answer. Not
 * thread-safe.
 */
public final class DatasetStream implements Closeable {
  private final Answer answer;
  private final @Nullable DicomJsonReader reader;
  private final List<Warning> warnings;

  private DatasetStream(Answer answer, @Nullable DicomJsonReader reader, List<Warning> warnings) {
    this.answer = answer;
    this.reader = reader;
    this.warnings = warnings;
  }

  /**
   * Takes an answer over.
   *
   * @param answer the answer; closed if it cannot be read
   * @param limits the limits of what is read
   * @return the datasets
   * @throws MalformedResponseException if the body is not DICOM JSON
   */
  public static DatasetStream open(Answer answer, Limits limits) {
    List<Warning> warnings = new ArrayList<>(answer.warnings());
    if (answer.status() == 204) {
      return new DatasetStream(answer, null, warnings);
    }
    try {
      if (answer.source().exhausted()) {
        warnings.add(Warning.tolerated("an empty body where a JSON array was expected"));
        return new DatasetStream(answer, null, warnings);
      }
      checkType(answer, warnings);
      return new DatasetStream(
          answer, DicomJsonReader.from(answer.source().inputStream(), limits), warnings);
    } catch (IOException e) {
      answer.close();
      throw answer.failure(e);
    } catch (RuntimeException e) {
      answer.close();
      throw e;
    }
  }

  private static void checkType(Answer answer, List<Warning> warnings) {
    ContentType type = answer.contentType();
    String name = type == null ? "" : type.mediaType();
    switch (name) {
      case "application/dicom+json" -> {}
      case "application/json", "text/plain", "application/octet-stream", "" ->
          warnings.add(
              Warning.tolerated(
                  name.isEmpty() ? "JSON without a media type" : "JSON under " + name));
      default ->
          throw answer
              .malformed("the answer is not in the DICOM JSON model it was asked in")
              .build();
    }
  }

  /**
   * The next dataset.
   *
   * @return the dataset, or null at the proper end
   */
  public @Nullable Dataset next() {
    if (reader == null) {
      return null;
    }
    try {
      return reader.next();
    } catch (DicomFormatException e) {
      throw malformed(e);
    } catch (IOException e) {
      throw answer.failure(e);
    }
  }

  private MalformedResponseException malformed(DicomFormatException e) {
    return answer
        .malformed("the JSON of the answer cannot be read")
        .byteOffset(e.byteOffset().orElse(-1))
        .location(e.location().orElse(null))
        .cause(e)
        .build();
  }

  /** The status of the answer. */
  public int status() {
    return answer.status();
  }

  /** What the server warned of and what was tolerated so far. */
  public List<Warning> warnings() {
    List<Warning> all = new ArrayList<>(warnings);
    if (reader != null) {
      reader
          .warnings()
          .forEach(d -> all.add(Warning.tolerated(d.description() + " at " + d.location())));
    }
    return all;
  }

  @Override
  public void close() {
    answer.close();
  }
}
