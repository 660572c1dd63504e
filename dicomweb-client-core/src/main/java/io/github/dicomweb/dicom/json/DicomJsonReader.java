// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.dicom.json;

import static java.util.Objects.requireNonNull;

import io.github.dicomweb.config.Limits;
import io.github.dicomweb.dicom.Dataset;
import io.github.dicomweb.dicom.Deviation;
import io.github.dicomweb.dicom.json.JsonScanner.Token;
import io.github.dicomweb.error.DicomFormatException;
import java.io.CharConversionException;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.util.ArrayList;
import java.util.List;
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
  private static final int MAX_TEXT = Integer.MAX_VALUE - 64;

  private final Limits limits;
  private final Deviations deviations = new Deviations();
  private final InputStream input;
  private @Nullable JsonScanner scanner;
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

  private DicomJsonReader(InputStream input, Limits limits) {
    this.input = input;
    this.limits = limits.withDepth(Math.min(limits.depth(), MAX_DEPTH));
  }

  // not before it is asked for: opening reads, and may wait for the first bytes
  private JsonScanner open() throws IOException {
    long base64 = limits.inlineBytes() / 3L * 4 + 64;
    // a character is at most six bytes, as an escape
    long longest = Math.max(6L * limits.stringLength(), base64);
    JsonScanner opened =
        new JsonScanner(
            Utf8Input.of(input),
            deviations,
            (int) Math.min(MAX_TEXT, longest),
            3 * limits.depth() + 8);
    scanner = opened;
    datasets = new DatasetParser(opened, deviations, limits);
    return opened;
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
   * @param limits of which depth, string length, inline bytes one by one and together, and elements
   *     count here
   * @return the reader
   */
  public static DicomJsonReader from(InputStream in, Limits limits) {
    return new DicomJsonReader(in, limits);
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
   * @param limits of which depth, string length, inline bytes one by one and together, and elements
   *     count here
   * @return the reader
   */
  public static DicomJsonReader from(Reader in, Limits limits) {
    return new DicomJsonReader(new ReaderInput(in), limits);
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
    } catch (CharConversionException | CharacterCodingException e) {
      // neither its message nor it as a cause: both may quote the input
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
    JsonScanner json = scanner == null ? open() : scanner;
    DatasetParser results = requireNonNull(datasets);
    if (state == State.START) {
      Token first = json.next();
      if (first == Token.END) {
        state = State.END;
      } else if (first == Token.START_OBJECT) {
        state = State.AFTER;
        return results.readTopLevel(-1);
      } else if (first == Token.START_ARRAY) {
        state = State.IN_ARRAY;
      } else {
        throw failure("neither an array nor an object");
      }
    }
    while (state == State.IN_ARRAY) {
      Token token = json.next();
      if (token == Token.START_OBJECT) {
        return results.readTopLevel(index++);
      }
      if (token == Token.END_ARRAY) {
        state = State.AFTER;
      } else {
        deviations.atResult(index++, "a result that is not an object");
        json.skip();
      }
    }
    if (state == State.AFTER) {
      if (json.next() != Token.END) {
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
    input.close();
  }
}
