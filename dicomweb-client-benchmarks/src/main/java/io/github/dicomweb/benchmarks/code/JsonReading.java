// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.benchmarks.code;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import io.github.dicomweb.dicom.json.DicomJsonReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Metadata from JSON. */
@State(Scope.Thread)
public class JsonReading {
  /** How many datasets. */
  @Param("2000")
  public int datasets;

  private final JsonFactory jackson = new JsonFactory();
  private byte[] json = {};

  /** Makes them. */
  @Setup
  public void make() throws IOException {
    json = Metadata.of(datasets);
  }

  /** Jackson's tokens, nothing made of them. */
  @Benchmark
  public long tokens() throws IOException {
    long count = 0;
    try (JsonParser parser = jackson.createParser(new ByteArrayInputStream(json))) {
      while (parser.nextToken() != null) {
        count++;
      }
    }
    return count;
  }

  /** Datasets. */
  @Benchmark
  public long datasets() throws IOException {
    long count = 0;
    try (DicomJsonReader reader = DicomJsonReader.from(new ByteArrayInputStream(json))) {
      while (reader.next() != null) {
        count++;
      }
    }
    if (count != datasets) {
      throw new IOException(count + " of " + datasets + " datasets");
    }
    return count;
  }
}
