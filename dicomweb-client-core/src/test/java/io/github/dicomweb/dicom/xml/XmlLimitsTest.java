// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.dicom.xml;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.dicomweb.config.Limits;
import io.github.dicomweb.dicom.Dataset;
import io.github.dicomweb.error.DicomFormatException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/** Each limit: what just fits is read, one more is an error. */
class XmlLimitsTest {
  private static Dataset read(String content, Limits limits) throws IOException {
    String document = "<NativeDicomModel>" + content + "</NativeDicomModel>";
    try (DicomXmlReader reader =
        DicomXmlReader.from(new ByteArrayInputStream(document.getBytes(UTF_8)), limits)) {
      return reader.read();
    }
  }

  private static void check(String content, Limits fits, Limits tooSmall) throws IOException {
    assertThat(read(content, fits).isEmpty()).isFalse();
    assertThatThrownBy(() -> read(content, tooSmall))
        .isInstanceOf(DicomFormatException.class)
        .hasMessageContaining("limit");
  }

  private static Limits limits() {
    return Limits.defaults();
  }

  private static String attribute(String tag, String vr, String content) {
    return "<DicomAttribute tag=\"" + tag + "\" vr=\"" + vr + "\">" + content + "</DicomAttribute>";
  }

  @Test
  void depth_nestedItems_areCounted() throws IOException {
    String xml = attribute("00100020", "LO", "<Value>1</Value>");
    for (int i = 0; i < 3; i++) {
      xml = attribute("00400275", "SQ", "<Item>" + xml + "</Item>");
    }
    check(xml, limits().withDepth(4), limits().withDepth(3));
  }

  @Test
  void stringLength_textAndNames_areCounted() throws IOException {
    String text = "a".repeat(100);
    check(
        attribute("00104000", "LT", "<Value>" + text + "</Value>"),
        limits().withStringLength(100),
        limits().withStringLength(99));
    check(
        attribute(
            "00100010",
            "PN",
            "<PersonName><Alphabetic><FamilyName>"
                + text
                + "</FamilyName></Alphabetic></PersonName>"),
        limits().withStringLength(100),
        limits().withStringLength(99));
    check(
        attribute("7FE00010", "OW", "<BulkData uri=\"" + text + "\"/>"),
        limits().withStringLength(100),
        limits().withStringLength(99));
  }

  @Test
  void inlineBytes_oneByOneAndTogether_areCounted() throws IOException {
    String three = "<InlineBinary>AQID</InlineBinary>";
    check(
        attribute("00091001", "OB", three),
        limits().withInlineBytes(3),
        limits().withInlineBytes(2));
    check(
        attribute("00091001", "OB", three)
            + attribute(
                "00400275", "SQ", "<Item>" + attribute("00091001", "OB", three) + "</Item>"),
        limits().withTotalInlineBytes(6),
        limits().withTotalInlineBytes(5));
  }

  @Test
  void elements_attributesAndMissingValues_areCounted() throws IOException {
    String inner = attribute("00100020", "LO", "");
    check(
        attribute("00400275", "SQ", "<Item>" + inner + "</Item>") + inner,
        limits().withElements(3),
        limits().withElements(2));
    check(
        attribute("00100020", "LO", "<Value number=\"500\">a</Value>"),
        limits().withElements(500),
        limits().withElements(499));
  }
}
