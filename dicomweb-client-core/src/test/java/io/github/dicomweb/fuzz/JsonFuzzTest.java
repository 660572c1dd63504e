// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import io.github.dicomweb.dicom.Dataset;
import io.github.dicomweb.dicom.json.DicomJsonReader;
import io.github.dicomweb.error.DicomFormatException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

class JsonFuzzTest {
  private static final JsonFactory JACKSON =
      JsonFactory.builder().enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS).build();

  /** What came before the end or the failure. */
  private record Result(List<Dataset> datasets, boolean whole, long warnings) {}

  @FuzzTest
  void read(byte[] data) throws IOException {
    Result lenient = drain(DicomJsonReader.from(new ByteArrayInputStream(data), Datasets.LIMITS));
    for (Dataset dataset : lenient.datasets()) {
      Datasets.check(dataset);
    }
    // where the bytes are cut into pieces changes nothing
    assertThat(drain(DicomJsonReader.from(new Trickle(data), Datasets.LIMITS))).isEqualTo(lenient);

    Result strict =
        drain(DicomJsonReader.from(new ByteArrayInputStream(data), Datasets.LIMITS).strict());
    assertThat(strict.whole()).isEqualTo(lenient.whole() && lenient.warnings() == 0);
    assertThat(strict.datasets())
        .isEqualTo(lenient.datasets().subList(0, strict.datasets().size()));
    if (strict.whole()) {
      assertThat(isJson(data)).isTrue();
    }

    String text = new String(data, StandardCharsets.UTF_8);
    drain(DicomJsonReader.from(new StringReader(text), Datasets.LIMITS));
  }

  private static Result drain(DicomJsonReader reader) throws IOException {
    List<Dataset> datasets = new ArrayList<>();
    boolean whole;
    try (reader) {
      whole = drain(reader, datasets);
    }
    assertThat(reader.warnings()).hasSize((int) Math.min(100, reader.warningCount()));
    return new Result(datasets, whole, reader.warningCount());
  }

  private static boolean drain(DicomJsonReader reader, List<Dataset> into) throws IOException {
    try {
      for (@Nullable Dataset next = reader.next(); next != null; next = reader.next()) {
        into.add(next);
      }
      return true;
    } catch (DicomFormatException e) {
      return false;
    }
  }

  /** Whether a parser that shares nothing with the reader finds it well-formed. */
  private static boolean isJson(byte[] data) throws IOException {
    try (JsonParser parser = JACKSON.createParser(data)) {
      while (parser.nextToken() != null) {
        if (parser.currentToken() == JsonToken.VALUE_STRING) {
          assertThat(parser.getText()).isNotNull();
        }
      }
      return true;
    } catch (JsonProcessingException e) {
      return false;
    }
  }
}
