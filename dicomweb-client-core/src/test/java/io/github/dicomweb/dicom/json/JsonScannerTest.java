// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.dicom.json;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import io.github.dicomweb.dicom.Dataset;
import io.github.dicomweb.dicom.Tag;
import io.github.dicomweb.error.DicomFormatException;
import java.io.ByteArrayInputStream;
import java.io.CharConversionException;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The scanner beside Jackson's parser, and wherever its buffer may end. */
class JsonScannerTest {
  private static final JsonFactory JACKSON =
      JsonFactory.builder().enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS).build();
  private static final String DOCUMENT =
      """
      [ {"00080005":{"vr":"CS","Value":["ISO_IR 192"]},
       "00100010" : { "vr":"PN" , "Value" : [ {"Alphabetic":"D\\u00f6e^J\\"\\\\n","Ideographic":"山田^太郎"} ] },
       "00200013":{"vr":"IS","Value":["1",2,-3,4e0,null]},"00180050":{"vr":"DS","Value":[1.50,-0.0,2E-3]},
       "00280106":{"vr":"SS","Value":[-12,0]},"00181310":{"vr":"FD","Value":[0.1,1e22,1e23,NaN,-Infinity]},
       "00400275":{"vr":"SQ","Value":[{},{"00400009":{"vr":"SH","Value":["S1"]}}]},
       "00091001":{"vr":"OB","InlineBinary":"AQID\\/w=="},"unknown":{"a":[true,false,null,{}]},
       "00100020":{"Value":["42"],"vr":"LO"}}, {} ]
      """;

  private static InputStream chunked(byte[] bytes, int size) {
    return new ByteArrayInputStream(bytes) {
      @Override
      public synchronized int read(byte[] target, int offset, int length) {
        return super.read(target, offset, Math.min(size, length));
      }
    };
  }

  private static List<Dataset> read(InputStream in) throws IOException {
    try (DicomJsonReader reader = DicomJsonReader.from(in)) {
      return reader.readAll();
    }
  }

  private static boolean isWellFormed(byte[] json) throws IOException {
    try (JsonParser parser = JACKSON.createParser(json)) {
      int values = 0;
      while (parser.nextToken() != null) {
        parser.getText();
        values += parser.getParsingContext().inRoot() ? 1 : 0;
      }
      return values == 1;
    } catch (JsonProcessingException | CharConversionException e) {
      return false;
    }
  }

  @Test
  void read_inChunksOfAnySize_givesTheSame() throws IOException {
    byte[] bytes = DOCUMENT.getBytes(UTF_8);
    List<Dataset> whole = read(new ByteArrayInputStream(bytes));
    assertThat(whole).hasSize(2);
    Dataset first = whole.get(0);
    assertThat(first.personName(Tag.PatientName).orElseThrow().toDicomString())
        .isEqualTo("Döe^J\"\\n=山田^太郎");
    assertThat(first.strings(Tag.SliceThickness)).containsExactly("1.50", "-0.0", "2E-3");
    assertThat(first.doubleValues(0x00181310))
        .containsExactly(
            0.1, 1e22, Double.parseDouble("1e23"), Double.NaN, Double.NEGATIVE_INFINITY);
    assertThat(first.inlineBinary(0x00091001).orElseThrow()).containsExactly(1, 2, 3, 255);
    for (int size = 1; size < 70; size++) {
      assertThat(read(chunked(bytes, size))).isEqualTo(whole);
    }
    // wherever a token meets the end of the buffer
    for (int space = 32 * 1024 - bytes.length; space < 32 * 1024; space++) {
      byte[] padded = new byte[space + bytes.length];
      Arrays.fill(padded, (byte) ' ');
      System.arraycopy(bytes, 0, padded, space, bytes.length);
      assertThat(read(new ByteArrayInputStream(padded))).isEqualTo(whole);
    }
  }

  @Test
  void read_bytesChangedAtRandom_isAsStrictAsJackson() throws IOException {
    byte[] good = DOCUMENT.getBytes(UTF_8);
    Random random = new Random(11);
    String interesting = "\"\\{}[],:0-9eE.+tfnNI \u0000/u";
    int accepted = 0;
    for (int i = 0; i < 30_000; i++) {
      byte[] bytes = good.clone();
      for (int k = 0; k <= i % 3; k++) {
        bytes[4 + random.nextInt(bytes.length - 4)] =
            random.nextBoolean()
                ? (byte) interesting.charAt(random.nextInt(interesting.length()))
                : (byte) random.nextInt(256);
      }
      boolean wellFormed = isWellFormed(bytes);
      boolean read;
      try {
        List<Dataset> whole = read(new ByteArrayInputStream(bytes));
        assertThat(read(chunked(bytes, 1 + i % 40))).isEqualTo(whole);
        read = true;
      } catch (DicomFormatException e) {
        assertThat(e.getMessage()).doesNotContain("S1").doesNotContain("ISO");
        read = false;
      }
      if (wellFormed) {
        accepted++;
        assertThat(read).isTrue();
      }
    }
    assertThat(accepted).isGreaterThan(1000);
  }

  @Test
  void read_whatIsNotWellFormed_isATypedError() {
    for (String json :
        new String[] {
          "{\"00100020\":{\"vr\":\"LO\",\"Value\":[\"a\u0001\"]}}",
          "{\"00100020\":{\"vr\":\"LO\",\"Value\":[\"\\x\"]}}",
          "{\"00100020\":{\"vr\":\"LO\",\"Value\":[\"\\u12G4\"]}}",
          "{\"00100020\":{\"vr\":\"US\",\"Value\":[01]}}",
          "{\"00100020\":{\"vr\":\"US\",\"Value\":[1.]}}",
          "{\"00100020\":{\"vr\":\"US\",\"Value\":[-]}}",
          "{\"00100020\":{\"vr\":\"US\",\"Value\":[1e]}}",
          "{\"00100020\":{\"vr\":\"US\",\"Value\":[1 2]}}",
          "{\"00100020\":{\"vr\":\"US\",\"Value\":[1,]}}",
          "{\"00100020\":{\"vr\":\"US\",\"Value\":[truex]}}",
          "{\"00100020\":{\"vr\":\"US\",\"Value\":[1]}]",
          "{\"00100020\":{\"vr\":\"US\",}}",
          "{\"00100020\" {\"vr\":\"US\"}}",
          "{,}",
          "[{} {}]",
          "{} {}",
          "{'00100020':{}}",
        }) {
      assertThatThrownBy(() -> read(new ByteArrayInputStream(json.getBytes(UTF_8))))
          .as(json)
          .isInstanceOf(DicomFormatException.class);
    }
    byte[] latin = "{\"00100020\":{\"vr\":\"LO\",\"Value\":[\"\u00e9\"]}}".getBytes(ISO_8859_1);
    assertThatThrownBy(() -> read(new ByteArrayInputStream(latin)))
        .isInstanceOf(DicomFormatException.class);
  }

  @Test
  void read_backslashInAVr_isAnEscape() throws IOException {
    String text = "{\"00100020\":{\"vr\":\"L\\\",\"Value\":[\"1\"]},\"00100010\":{\"vr\":\"PN\"}}";
    assertThatThrownBy(() -> read(new ByteArrayInputStream(text.getBytes(UTF_8))))
        .isInstanceOf(DicomFormatException.class);
    String escaped =
        "{\"00100020\":{\"vr\":\"\\t\",\"Value\":[\"1\"]},\"00100010\":{\"vr\":\"PN\"}}";
    List<Dataset> datasets = read(new ByteArrayInputStream(escaped.getBytes(UTF_8)));
    assertThat(datasets.get(0).element(Tag.PatientID).orElseThrow().vr().code()).isEqualTo("LO");
  }

  @ParameterizedTest
  @ValueSource(ints = {0xD800, 0x110000})
  void read_whatIsNoCharacterOfUtf32_isATypedError(int code) {
    byte[] bytes = "[{}, ]".getBytes(Charset.forName("UTF-32BE"));
    for (int i = 0; i < 4; i++) {
      bytes[bytes.length - 8 + i] = (byte) (code >>> (24 - 8 * i));
    }
    byte[] cut = Arrays.copyOf(bytes, bytes.length - 3);
    for (byte[] damaged : new byte[][] {bytes, cut}) {
      assertThatThrownBy(() -> read(new ByteArrayInputStream(damaged)))
          .isInstanceOf(DicomFormatException.class)
          .hasNoCause();
    }
  }

  @Test
  void read_otherEncodingsOfUnicode_giveTheSame() throws IOException {
    List<Dataset> whole = read(new ByteArrayInputStream(DOCUMENT.getBytes(UTF_8)));
    for (String charset : new String[] {"UTF-16", "UTF-16BE", "UTF-16LE", "UTF-32BE", "UTF-32LE"}) {
      byte[] bytes = DOCUMENT.getBytes(Charset.forName(charset));
      assertThat(read(new ByteArrayInputStream(bytes))).as(charset).isEqualTo(whole);
    }
    assertThat(read(new ByteArrayInputStream(("\uFEFF" + DOCUMENT).getBytes(UTF_8))))
        .isEqualTo(whole);
    try (DicomJsonReader reader = DicomJsonReader.from(new StringReader(DOCUMENT))) {
      assertThat(reader.readAll()).isEqualTo(whole);
    }
  }
}
