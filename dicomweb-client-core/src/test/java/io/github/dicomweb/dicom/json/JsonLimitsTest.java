// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.dicom.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.dicomweb.config.Limits;
import io.github.dicomweb.error.DicomFormatException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.junit.jupiter.api.Test;

/** Each limit: what just fits is read, one more is an error. */
class JsonLimitsTest {
  private static void read(InputStream in, Limits limits) throws IOException {
    try (DicomJsonReader reader = DicomJsonReader.from(in, limits)) {
      assertThat(reader.readAll()).isNotEmpty();
    }
  }

  private static void check(String json, Limits fits, Limits tooSmall) throws IOException {
    byte[] bytes = json.getBytes(UTF_8);
    read(new ByteArrayInputStream(bytes), fits);
    assertThatThrownBy(() -> read(new ByteArrayInputStream(bytes), tooSmall))
        .isInstanceOf(DicomFormatException.class)
        .hasMessageContaining("limit");
  }

  private static Limits limits() {
    return Limits.defaults();
  }

  @Test
  void depth_nestedItems_areCounted() throws IOException {
    String json = "{}";
    for (int i = 0; i < 3; i++) {
      json =
          "{\"00400275\":{\"vr\":\"SQ\",\"Value\":["
              + (i == 0 ? "{\"00100020\":{\"vr\":\"LO\"}}" : json)
              + "]}}";
    }
    check(json, limits().withDepth(4), limits().withDepth(3));
  }

  @Test
  void depth_whatIsPassedOver_isBoundedToo() {
    String json = "{\"unknown\":" + "[".repeat(100_000);
    assertThatThrownBy(() -> read(new ByteArrayInputStream(json.getBytes(UTF_8)), limits()))
        .isInstanceOf(DicomFormatException.class)
        .hasMessageContaining("deeper than the limit");
  }

  @Test
  void stringLength_textNamesAndEscapes_areCounted() throws IOException {
    String value = "a".repeat(100);
    check(
        "{\"00104000\":{\"vr\":\"LT\",\"Value\":[\"" + value + "\"]}}",
        limits().withStringLength(100),
        limits().withStringLength(99));
    check(
        "{\"00100010\":{\"vr\":\"PN\",\"Value\":[{\"Alphabetic\":\"" + value + "\"}]}}",
        limits().withStringLength(100),
        limits().withStringLength(99));
    check(
        "{\"00104000\":{\"vr\":\"LT\",\"Value\":[\"" + "\\u00e9\u00e9".repeat(50) + "\"]}}",
        limits().withStringLength(100),
        limits().withStringLength(99));
  }

  @Test
  void stringLength_textWithoutEnd_isCutOffEarly() {
    long[] given = {0};
    InputStream endless =
        new InputStream() {
          @Override
          public int read() {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0];
          }

          @Override
          public int read(byte[] bytes, int offset, int length) {
            String head = "{\"00104000\":{\"vr\":\"LT\",\"Value\":[\"";
            for (int i = 0; i < length; i++, given[0]++) {
              bytes[offset + i] =
                  (byte) (given[0] < head.length() ? head.charAt((int) given[0]) : 'a');
            }
            return length;
          }
        };
    Limits small = limits().withStringLength(1000).withInlineBytes(1000);
    assertThatThrownBy(() -> read(endless, small)).isInstanceOf(DicomFormatException.class);
    assertThat(given[0]).isLessThan(100_000);
  }

  @Test
  void inlineBytes_base64AndNumbers_areCounted() throws IOException {
    check(
        "{\"00091001\":{\"vr\":\"OB\",\"InlineBinary\":\"AQIDBAUG\"}}",
        limits().withInlineBytes(6),
        limits().withInlineBytes(5));
    check(
        "{\"00091001\":{\"vr\":\"OW\",\"Value\":[1,2,3]}}",
        limits().withInlineBytes(6),
        limits().withInlineBytes(5));
    check(
        "{\"00091001\":{\"vr\":\"OB\",\"InlineBinary\":[\"AQID\",\"BAUG\"]}}",
        limits().withInlineBytes(6),
        limits().withInlineBytes(5));
  }

  @Test
  void totalInlineBytes_allOfOneDataset_areCountedTogether() throws IOException {
    String three = ":{\"vr\":\"OB\",\"InlineBinary\":\"AQID\"}";
    String dataset =
        "{\"00091001\""
            + three
            + ",\"00091002\":{\"vr\":\"SQ\",\"Value\":[{\"00091001\""
            + three
            + "}]},\"00091003\":{\"vr\":\"OB\",\"Value\":[1,2,3]}}";
    check(
        "[" + dataset + "," + dataset + "]",
        limits().withTotalInlineBytes(9),
        limits().withTotalInlineBytes(8));
  }

  @Test
  void elements_attributesOfItems_areCounted() throws IOException {
    check(
        "{\"00100020\":{\"vr\":\"LO\"},\"00400275\":{\"vr\":\"SQ\",\"Value\":[{\"00100020\":{\"vr\":\"LO\"}}]}}",
        limits().withElements(3),
        limits().withElements(2));
  }
}
