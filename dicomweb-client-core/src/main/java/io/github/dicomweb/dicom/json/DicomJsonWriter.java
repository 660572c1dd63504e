// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.dicom.json;

import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import io.github.dicomweb.dicom.BulkDataHandler;
import io.github.dicomweb.dicom.Dataset;
import io.github.dicomweb.error.DicomFormatException;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Writes DICOM JSON (PS3.18 Annex F) as the standard has it: UTF-8, attributes in order, no group
 * lengths, empty attributes with their VR only, {@code null} for an empty value among others.
 *
 * <p>DS and IS are written as JSON numbers, digit for digit, where their text is one ({@code 1.50},
 * {@code -3}), and as strings otherwise ({@code +1}, {@code 007}), so no digit is lost either way.
 * SV and UV beyond 2^53 are strings. Not-a-number and infinities, for which the standard provides
 * nothing, are the strings {@code "NaN"}, {@code "Infinity"} and {@code "-Infinity"}.
 *
 * <p>Bytes are written inline unless {@link #bulkData} says otherwise; fragments have no inline
 * form in JSON. Not for use by several threads at once.
 */
public final class DicomJsonWriter implements Closeable {
  private static final JsonFactory FACTORY =
      JsonFactory.builder().enable(JsonWriteFeature.COMBINE_UNICODE_SURROGATES_IN_UTF8).build();

  private final JsonGenerator generator;
  private final DatasetWriter datasets;
  private @Nullable BulkDataHandler bulkData;
  private boolean inArray;
  private boolean done;

  private DicomJsonWriter(OutputStream out) throws IOException {
    generator = FACTORY.createGenerator(out, JsonEncoding.UTF8);
    datasets = new DatasetWriter(generator);
  }

  /**
   * Writes to a stream.
   *
   * @param out closed by {@link #close()}
   * @return the writer
   * @throws IOException if writing fails
   */
  public static DicomJsonWriter to(OutputStream out) throws IOException {
    return new DicomJsonWriter(out);
  }

  /**
   * A dataset as text.
   *
   * @param dataset the dataset
   * @return one JSON object
   * @throws DicomFormatException as {@link #write(Dataset)}
   */
  public static String toJson(Dataset dataset) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (DicomJsonWriter writer = to(out)) {
      writer.write(dataset);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toString(StandardCharsets.UTF_8);
  }

  /**
   * Decides which binary values are written inline, which as {@code BulkDataURI}, and which are
   * left out; of the datasets that are written from now on.
   *
   * @param handler for example {@link BulkDataHandler#referAbove}
   * @return this writer
   */
  public DicomJsonWriter bulkData(BulkDataHandler handler) {
    bulkData = handler;
    return this;
  }

  /**
   * Breaks and indents lines for human readers.
   *
   * @return this writer
   * @throws IllegalStateException if something was written already
   */
  public DicomJsonWriter pretty() {
    if (inArray || done) {
      throw new IllegalStateException("how lines break is said before anything is written");
    }
    generator.setPrettyPrinter(new DefaultPrettyPrinter());
    return this;
  }

  /**
   * Begins an array, which {@link #close()} ends. Without it, one dataset may be written.
   *
   * @return this writer
   * @throws IOException if writing fails
   * @throws IllegalStateException if something was written already
   */
  public DicomJsonWriter beginArray() throws IOException {
    if (inArray || done) {
      throw new IllegalStateException("an array begins before the first dataset");
    }
    inArray = true;
    generator.writeStartArray();
    return this;
  }

  /**
   * Writes a dataset.
   *
   * @param dataset the dataset
   * @return this writer
   * @throws IOException if writing fails
   * @throws IllegalStateException if this is the second without an array
   * @throws DicomFormatException if the dataset holds fragments, which have no form in JSON, and no
   *     handler refers to them or omits them; nothing of the dataset is written
   */
  public DicomJsonWriter write(Dataset dataset) throws IOException {
    if (done) {
      throw new IllegalStateException("several datasets need an array");
    }
    Dataset written = bulkData == null ? dataset : bulkData.applyTo(dataset);
    DatasetWriter.refuseFragments(written);
    done = !inArray;
    datasets.write(written);
    return this;
  }

  /** Ends the array, if one was begun, and closes the stream. */
  @Override
  public void close() throws IOException {
    if (inArray && !generator.isClosed()) {
      generator.writeEndArray();
    }
    inArray = false;
    done = true;
    generator.close();
  }
}
