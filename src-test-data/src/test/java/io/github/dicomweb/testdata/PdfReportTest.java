// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.testdata;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class PdfReportTest {
  @Test
  void pdf_crossReferences_pointToTheirObjects() {
    String pdf = new String(PdfReport.pdf(), ISO_8859_1);
    Matcher startxref = Pattern.compile("startxref\n(\\d+)\n%%EOF").matcher(pdf);
    assertThat(startxref.find()).isTrue();
    String table = pdf.substring(Integer.parseInt(startxref.group(1)));
    assertThat(table).startsWith("xref\n0 7\n");

    List<String> entries =
        Pattern.compile("(\\d{10}) 00000 n ")
            .matcher(table)
            .results()
            .map(r -> r.group(1))
            .toList();
    assertThat(entries).hasSize(6);
    for (int i = 0; i < entries.size(); i++) {
      assertThat(pdf.substring(Integer.parseInt(entries.get(i)))).startsWith((i + 1) + " 0 obj\n");
    }
  }

  @Test
  void object_encapsulatedDocument_isPaddedBeforeTheNextElement() {
    byte[] pdf = PdfReport.pdf();
    byte[] file = TestStudies.encapsulatedPdf().bytes();

    assertThat(pdf.length % 2).isOne();
    byte[] padThenMimeType = {0, 0x42, 0, 0x12, 0};
    byte[] value = Arrays.copyOf(pdf, pdf.length + padThenMimeType.length);
    System.arraycopy(padThenMimeType, 0, value, pdf.length, padThenMimeType.length);
    assertThat(Collections.indexOfSubList(boxed(file), boxed(value))).isPositive();
  }

  private static List<Byte> boxed(byte[] octets) {
    List<Byte> list = new ArrayList<>();
    for (byte octet : octets) {
      list.add(octet);
    }
    return list;
  }
}
