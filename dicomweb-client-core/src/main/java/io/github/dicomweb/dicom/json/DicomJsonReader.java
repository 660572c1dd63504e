// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.dicom.json;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import io.github.dicomweb.config.Limits;
import io.github.dicomweb.dicom.Dataset;
import io.github.dicomweb.dicom.Deviation;
import io.github.dicomweb.error.DicomFormatException;
import java.io.CharConversionException;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads DICOM JSON (PS3.18 Annex F) dataset by dataset: an array of any length, or one object. Only
 * the dataset at hand is held in memory.
 *
 * <p>What servers write differently from the standard is read all the same where its meaning is
 * plain, and listed by {@link #warnings()}; an attribute that cannot be understood is kept as far
 * as it can be and never costs its neighbours. {@link #strict()} turns each of these into an error.
 * Text that is not JSON, input that ends too early and what exceeds the limits are errors either
 * way. Not for use by several threads at once.
 */
public final class DicomJsonReader implements Closeable {
  // each sequence nests an object, an array and an attribute; one call more never overflows a stack
  private static final int MAX_DEPTH = 500;

  // the factory remembers the names it has met, so it is worth keeping
  private static final Map<Limits, JsonFactory> FACTORIES =
      Collections.synchronizedMap(
          new LinkedHashMap<>() {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<Limits, JsonFactory> eldest) {
              return size() > 8;
            }
          });

  private final Source source;
  private final Limits limits;
  private final Deviations deviations = new Deviations();
  private final Closeable input;
  private @Nullable JsonParser parser;
  private @Nullable DatasetParser datasets;
  private State state = State.START;
  private int index;
  private boolean broken;

  private enum State {
    START,
    IN_ARRAY,
    AFTER,
    END,
    CLOSED
  }

  private DicomJsonReader(Source source, Closeable input, Limits limits) {
    this.source = source;
    this.input = input;
    this.limits = limits.withDepth(Math.min(limits.depth(), MAX_DEPTH));
  }

  // not before it is asked for: opening reads, and may wait for the first bytes
  private JsonParser open() throws IOException {
    JsonParser opened = source.open(FACTORIES.computeIfAbsent(limits, DicomJsonReader::factory));
    deviations.attach(opened);
    parser = opened;
    datasets = new DatasetParser(opened, deviations, limits);
    return opened;
  }

  private interface Source {
    JsonParser open(JsonFactory factory) throws IOException;
  }

  private static JsonFactory factory(Limits limits) {
    long base64 = limits.inlineBytes() / 3L * 4 + 64;
    return JsonFactory.builder()
        .streamReadConstraints(
            StreamReadConstraints.builder()
                .maxNestingDepth(3 * limits.depth() + 8)
                .maxStringLength(
                    (int) Math.min(Integer.MAX_VALUE, Math.max(limits.stringLength(), base64)))
                .maxNameLength(4096)
                .build())
        .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
        .enable(StreamReadFeature.USE_FAST_DOUBLE_PARSER)
        .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
        .build();
  }

  /**
   * Reads from a stream of bytes with the default limits.
   *
   * @param in JSON in UTF-8; closed by {@link #close()}
   * @return the reader
   */
  public static DicomJsonReader from(InputStream in) {
    return from(in, Limits.defaults());
  }

  /**
   * Reads from a stream of bytes.
   *
   * @param in JSON in UTF-8; closed by {@link #close()}
   * @param limits of which depth, string length, inline bytes and elements count here
   * @return the reader
   */
  public static DicomJsonReader from(InputStream in, Limits limits) {
    return new DicomJsonReader(factory -> factory.createParser(in), in, limits);
  }

  /**
   * Reads from characters with the default limits.
   *
   * @param in JSON; closed by {@link #close()}
   * @return the reader
   */
  public static DicomJsonReader from(Reader in) {
    return from(in, Limits.defaults());
  }

  /**
   * Reads from characters.
   *
   * @param in JSON; closed by {@link #close()}
   * @param limits of which depth, string length, inline bytes and elements count here
   * @return the reader
   */
  public static DicomJsonReader from(Reader in, Limits limits) {
    return new DicomJsonReader(factory -> factory.createParser(in), in, limits);
  }

  /**
   * Makes every deviation from the standard an error.
   *
   * @return this reader
   */
  public DicomJsonReader strict() {
    deviations.strict();
    return this;
  }

  /**
   * Reads the next dataset.
   *
   * @return the dataset, or null at the end, which is reported only when the input is complete;
   *     blank input has no dataset
   * @throws IOException if reading from the source fails
   * @throws DicomFormatException if the input is not DICOM JSON, ends too early or exceeds a limit;
   *     and whenever it is called again after a failure
   * @throws IllegalStateException if the reader is closed
   */
  public @Nullable Dataset next() throws IOException {
    if (state == State.CLOSED) {
      throw new IllegalStateException("the reader is closed");
    }
    if (broken) {
      // an end must never be reported behind an error
      throw deviations.error("reading failed before");
    }
    broken = true;
    try {
      Dataset dataset = advance();
      broken = false;
      return dataset;
    } catch (JsonEOFException e) {
      throw failure("the JSON ends before it is complete");
    } catch (StreamConstraintsException e) {
      throw failure("the JSON exceeds a limit of nesting, text or number length");
    } catch (JsonProcessingException | CharConversionException e) {
      // neither its message nor it as a cause: both quote the input
      throw failure("the input is not well-formed JSON");
    }
  }

  /**
   * Reads all datasets that are left.
   *
   * @return the datasets
   * @throws IOException if reading from the source fails
   * @throws DicomFormatException as {@link #next()}
   */
  public List<Dataset> readAll() throws IOException {
    List<Dataset> all = new ArrayList<>();
    for (Dataset dataset = next(); dataset != null; dataset = next()) {
      all.add(dataset);
    }
    return all;
  }

  private @Nullable Dataset advance() throws IOException {
    if (state == State.END) {
      return null;
    }
    JsonParser json = parser == null ? open() : parser;
    DatasetParser results = requireNonNull(datasets);
    if (state == State.START) {
      JsonToken first = json.nextToken();
      if (first == null) {
        state = State.END;
      } else if (first == JsonToken.START_OBJECT) {
        state = State.AFTER;
        return results.readTopLevel(-1);
      } else if (first == JsonToken.START_ARRAY) {
        state = State.IN_ARRAY;
      } else {
        throw failure("neither an array nor an object");
      }
    }
    while (state == State.IN_ARRAY) {
      JsonToken token = json.nextToken();
      if (token == JsonToken.START_OBJECT) {
        return results.readTopLevel(index++);
      }
      if (token == JsonToken.END_ARRAY) {
        state = State.AFTER;
      } else {
        deviations.atResult(index++, "a result that is not an object");
        json.skipChildren();
      }
    }
    if (state == State.AFTER) {
      if (json.nextToken() != null) {
        throw failure("something follows the end of the JSON");
      }
      state = State.END;
    }
    return null;
  }

  private DicomFormatException failure(String message) {
    return deviations.error(message);
  }

  /**
   * What was tolerated so far.
   *
   * @return the first hundred deviations, with JSON pointers
   */
  public List<Deviation> warnings() {
    return deviations.list();
  }

  /**
   * How many deviations were tolerated so far, those that are not listed included.
   *
   * @return the number
   */
  public long warningCount() {
    return deviations.count();
  }

  /** Closes the source. */
  @Override
  public void close() throws IOException {
    state = State.CLOSED;
    if (parser != null) {
      parser.close();
    } else {
      input.close();
    }
  }
}
