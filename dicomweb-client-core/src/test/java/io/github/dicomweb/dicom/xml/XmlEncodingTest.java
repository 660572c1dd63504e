// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.dicom.xml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.dicomweb.dicom.Tag;
import io.github.dicomweb.error.DicomFormatException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class XmlEncodingTest {
  private static final String NAME = "D\u00f4e";

  private static String document(String declaration, String padding) {
    return declaration
        + padding
        + "<NativeDicomModel><DicomAttribute tag=\"00100010\" vr=\"PN\"><PersonName number=\"1\">"
        + "<Alphabetic><FamilyName>"
        + NAME
        + "</FamilyName></Alphabetic></PersonName></DicomAttribute></NativeDicomModel>";
  }

  private static DicomXmlReader reader(byte[] bytes) {
    return DicomXmlReader.from(new ByteArrayInputStream(bytes));
  }

  @ParameterizedTest
  @CsvSource({
    "'', UTF-8",
    "'\uFEFF', UTF-8",
    "'<?xml version=\"1.0\"?>', UTF-8",
    "'<?xml version=\"1.0\" encoding=\"utf-8\"?>', UTF-8",
    "'<?xml version=''1.0'' encoding=''ISO-8859-1'' standalone=\"yes\"?>', ISO-8859-1",
    "'<?xml version=\"1.0\" encoding = \"windows-1252\"?>', windows-1252",
    "'\uFEFF<?xml version=\"1.0\" encoding=\"UTF-16\"?>', UTF-16BE",
    "'\uFEFF<?xml version=\"1.0\" encoding=\"UTF-16\"?>', UTF-16LE",
    "'<?xml version=\"1.0\" encoding=\"UTF-16\"?>', UTF-16BE",
    "'<?xml version=\"1.0\"?>', UTF-16LE",
    "'<?xml version=\"1.0\" encoding=\"UTF-32\"?>', UTF-32BE",
    "'<?xml version=\"1.0\" encoding=\"UTF-32\"?>', UTF-32LE",
  })
  void read_whateverEncodingIsNamed_givesTheText(String declaration, String encoding)
      throws IOException {
    byte[] bytes = document(declaration, "").getBytes(Charset.forName(encoding));
    assertThat(reader(bytes).strict().read().string(Tag.PatientName)).contains(NAME);
  }

  @Test
  void read_anEncodingThatTheDocumentIsNotIn_isReported() throws IOException {
    byte[] bytes =
        document("<?xml version=\"1.0\" encoding=\"utf-16\"?>", "")
            .getBytes(StandardCharsets.UTF_8);
    DicomXmlReader reader = reader(bytes);
    assertThat(reader.read().string(Tag.PatientName)).contains(NAME);
    assertThat(reader.warnings()).hasSize(1);
    assertThatThrownBy(() -> reader(bytes).strict().read())
        .isInstanceOf(DicomFormatException.class);
  }

  @Test
  void read_anEncodingThatNobodyKnows_isATypedError() {
    byte[] bytes =
        document("<?xml version=\"1.0\" encoding=\"x-none\"?>", "")
            .getBytes(StandardCharsets.UTF_8);
    assertThatThrownBy(() -> reader(bytes).read())
        .isInstanceOf(DicomFormatException.class)
        .hasMessageNotContaining("x-none");
  }

  /** At once, and behind the first buffer of the parser. */
  @ParameterizedTest
  @ValueSource(ints = {0, 10_000, 100_000})
  void read_bytesThatAreNoUtf8_isATypedErrorAndNothingIsPrinted(int padding) {
    byte[] bytes = document("", " ".repeat(padding)).getBytes(StandardCharsets.ISO_8859_1);
    assertThat(
            printed(
                () ->
                    assertThatThrownBy(() -> reader(bytes).read())
                        .isInstanceOf(DicomFormatException.class)
                        .hasNoCause()
                        .hasMessageContaining("encoding")))
        .isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {0xFF, 0xE9, 0x80})
  void read_aByteThatBeginsNothing_isATypedErrorAndNothingIsPrinted(int first) {
    byte[] bytes = {(byte) first, (byte) first, '<', 'a', '/', '>'};
    assertThat(
            printed(
                () ->
                    assertThatThrownBy(() -> reader(bytes).read())
                        .isInstanceOf(DicomFormatException.class)))
        .isEmpty();
  }

  private static String printed(Runnable read) {
    PrintStream before = System.err;
    ByteArrayOutputStream captured = new ByteArrayOutputStream();
    System.setErr(new PrintStream(captured, true, StandardCharsets.UTF_8));
    try {
      read.run();
    } finally {
      System.setErr(before);
    }
    return captured.toString(StandardCharsets.UTF_8);
  }
}
