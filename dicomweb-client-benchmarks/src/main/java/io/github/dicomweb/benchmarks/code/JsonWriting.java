// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.benchmarks.code;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.github.dicomweb.dicom.Dataset;
import io.github.dicomweb.dicom.json.DicomJsonReader;
import io.github.dicomweb.dicom.json.DicomJsonWriter;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Metadata to JSON. */
@State(Scope.Thread)
public class JsonWriting {
  /** How many datasets. */
  @Param("2000")
  public int datasets;

  private final JsonFactory jackson = new JsonFactory();
  private List<Dataset> all = List.of();
  private final List<JsonToken> tokens = new ArrayList<>();
  private final List<Object> values = new ArrayList<>();

  /** Makes them, and the tokens of which their JSON consists. */
  @Setup
  public void make() throws IOException {
    try (DicomJsonReader reader =
        DicomJsonReader.from(new ByteArrayInputStream(Metadata.of(datasets)))) {
      all = reader.readAll();
    }
    ByteArrayOutputStream json = new ByteArrayOutputStream();
    write(json);
    try (JsonParser parser = jackson.createParser(json.toByteArray())) {
      for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
        tokens.add(token);
        values.add(token == JsonToken.VALUE_NUMBER_INT ? parser.getLongValue() : parser.getText());
      }
    }
  }

  /** Jackson's generator with the same tokens, which it gets ready made. */
  @Benchmark
  public long tokens() throws IOException {
    Count out = new Count();
    try (JsonGenerator generator = jackson.createGenerator(out)) {
      for (int i = 0; i < tokens.size(); i++) {
        switch (tokens.get(i)) {
          case START_OBJECT -> generator.writeStartObject();
          case END_OBJECT -> generator.writeEndObject();
          case START_ARRAY -> generator.writeStartArray();
          case END_ARRAY -> generator.writeEndArray();
          case FIELD_NAME -> generator.writeFieldName((String) values.get(i));
          case VALUE_STRING -> generator.writeString((String) values.get(i));
          case VALUE_NUMBER_INT -> generator.writeNumber((Long) values.get(i));
          case VALUE_NUMBER_FLOAT -> generator.writeNumber((String) values.get(i));
          default -> generator.writeNull();
        }
      }
    }
    return out.bytes;
  }

  /** Datasets. */
  @Benchmark
  public long datasets() throws IOException {
    Count out = new Count();
    write(out);
    return out.bytes;
  }

  private void write(OutputStream out) throws IOException {
    try (DicomJsonWriter writer = DicomJsonWriter.to(out)) {
      writer.beginArray();
      for (Dataset dataset : all) {
        writer.write(dataset);
      }
    }
  }

  private static final class Count extends OutputStream {
    private long bytes;

    @Override
    public void write(int b) {
      bytes++;
    }

    @Override
    public void write(byte[] source, int offset, int length) {
      bytes += length;
    }
  }
}
