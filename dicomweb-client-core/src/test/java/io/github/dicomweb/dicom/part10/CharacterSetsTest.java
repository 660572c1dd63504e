// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.dicom.part10;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dicomweb.dicom.Tag;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CharacterSetsTest {
  private static String name(String sets, byte[] bytes) {
    byte[] file =
        Bytes.littleEndianFile()
            .text(Tag.SpecificCharacterSet, "CS", sets)
            .value(Tag.PatientName, "PN", bytes)
            .toByteArray();
    return Part10Reader.create().read(file).dataset().string(Tag.PatientName).orElse("");
  }

  private static byte[] latin(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }

  @ParameterizedTest
  @CsvSource({
    "ISO_IR 100, ISO-8859-1, Äneas^Rüdiger",
    "ISO_IR 101, ISO-8859-2, Dvořák",
    "ISO_IR 109, ISO-8859-3, Ĉapek",
    "ISO_IR 110, ISO-8859-4, Ķirsons",
    "ISO_IR 144, ISO-8859-5, Люксембург",
    "ISO_IR 127, ISO-8859-6, قباني^لنزار",
    "ISO_IR 126, ISO-8859-7, Διονυσιος",
    "ISO_IR 138, ISO-8859-8, שרון^דבורה",
    "ISO_IR 148, ISO-8859-9, Çavuşoğlu",
    "ISO_IR 166, TIS-620, นามสกุล",
    "ISO_IR 192, UTF-8, 王^小東",
    "GB18030, GB18030, 王^小东",
    "GBK, GBK, 王^小东",
    "ISO 2022 IR 100, ISO-8859-1, Äneas",
    "ISO-IR 100, ISO-8859-1, Äneas",
    "iso_ir_100, ISO-8859-1, Äneas",
    "'', ISO-8859-1, Äneas",
    "'', UTF-8, Äneas",
    "ISO_IR 999, UTF-8, Äneas",
  })
  void decode_oneSet_givesUnicode(String set, String charset, String name) {
    assertThat(name(set, name.getBytes(Charset.forName(charset)))).isEqualTo(name);
  }

  @Test
  void decode_japanese_followsTheEscapeSequences() {
    assertThat(
            name(
                "\\ISO 2022 IR 87",
                latin(
                    "Yamada^Tarou=\u001b$B;3ED\u001b(B^\u001b$BB@O:\u001b(B=\u001b$B$d$^$@\u001b(B^"
                        + "\u001b$B$?$m$&\u001b(B")))
        .isEqualTo("Yamada^Tarou=山田^太郎=やまだ^たろう");
    assertThat(
            name(
                "ISO 2022 IR 13\\ISO 2022 IR 87",
                latin(
                    "\u00d4\u00cf\u00c0\u00de^\u00c0\u00db\u00b3=\u001b$B;3ED\u001b(J^\u001b$BB@O:\u001b(J")))
        .isEqualTo("ﾔﾏﾀﾞ^ﾀﾛｳ=山田^太郎");
    assertThat(name("ISO 2022 IR 87", latin("Yamada=\u001b$B;3ED\u001b(B"))).isEqualTo("Yamada=山田");
    assertThat(name("ISO_IR 13", latin("\u00d4\u00cf"))).isEqualTo("ﾔﾏ");
  }

  @Test
  void decode_korean_followsTheEscapeSequences() {
    byte[] escaped = latin("Hong^Gildong=\u001b$)C\u00fb\u00f3^\u001b$)C\u00d1\u00ce\u00d4\u00d7");
    assertThat(name("\\ISO 2022 IR 149", escaped)).isEqualTo("Hong^Gildong=洪^吉洞");
    byte[] lost = latin("Hong^Gildong=\u00fb\u00f3^\u00d1\u00ce\u00d4\u00d7");
    assertThat(name("\\ISO 2022 IR 149", lost)).isEqualTo("Hong^Gildong=洪^吉洞");
  }

  @Test
  void decode_chinese_followsTheEscapeSequences() {
    byte[] bytes = latin("Zhang^XiaoDong=\u001b$)A\u00d5\u00c5^\u001b$)A\u00d0\u00a1\u00b6\u00ab=");
    assertThat(name("\\ISO 2022 IR 58", bytes)).isEqualTo("Zhang^XiaoDong=张^小东");
  }

  @Test
  void decode_backslashAsSecondByte_splitsNothing() {
    byte[] bytes = {(byte) 0x81, 0x5C, '\\', 'b'};
    byte[] file =
        Bytes.littleEndianFile()
            .text(Tag.SpecificCharacterSet, "CS", "GBK")
            .value(Tag.OtherPatientIDs, "LO", bytes)
            .toByteArray();
    List<String> values = Part10Reader.create().read(file).dataset().strings(Tag.OtherPatientIDs);
    assertThat(values).hasSize(2);
    assertThat(values.get(1)).isEqualTo("b");
    assertThat(name("\\ISO 2022 IR 87", latin("\u001b$B\\\\\\^\u001b(B\\X"))).hasSize(2);
  }

  @Test
  void decode_anItem_inheritsOrReplacesTheSets() {
    byte[] file =
        Bytes.littleEndianFile()
            .text(Tag.SpecificCharacterSet, "CS", "ISO_IR 100")
            .head(Tag.RequestAttributesSequence, "SQ", Bytes.UNDEFINED)
            .item(Bytes.UNDEFINED)
            .value(Tag.PatientName, "PN", latin("\u00c4"))
            .endItem()
            .item(Bytes.UNDEFINED)
            .text(Tag.SpecificCharacterSet, "CS", "ISO_IR 144")
            .value(Tag.PatientName, "PN", latin("\u00bb"))
            .endItem()
            .endSequence()
            .value(Tag.PatientComments, "LT", latin("\u00c4"))
            .toByteArray();
    var dataset = Part10Reader.create().read(file).dataset();
    assertThat(dataset.string("RequestAttributesSequence[0].PatientName")).contains("Ä");
    assertThat(dataset.string("RequestAttributesSequence[1].PatientName")).contains("Л");
    assertThat(dataset.string(Tag.PatientComments)).contains("Ä");
  }

  @Test
  void decode_damagedEscapes_neverFails() {
    for (String text :
        List.of("\u001b", "\u001b$", "\u001b$B;", "\u001b$(", "\u001b$)C\u00fb", "\u00ff")) {
      assertThat(name("\\ISO 2022 IR 87\\ISO 2022 IR 149", latin("A" + text))).startsWith("A");
    }
  }
}
