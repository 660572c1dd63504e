// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.dicom.part10;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.dicomweb.dicom.Deviation;
import io.github.dicomweb.dicom.Tag;
import io.github.dicomweb.error.DicomFormatException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

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
    "ISO_IR 203, ISO-8859-15, Œuvre^€",
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
  void decode_supplementaryKanji_followsTheEscapeSequences() {
    // row 16, cell 1 of JIS X 0212, beside JIS X 0208
    assertThat(name("\\ISO 2022 IR 87\\ISO 2022 IR 159", latin("A=\u001b$(D0!\u001b$B;3\u001b(B")))
        .isEqualTo("A=\u4e02\u5c71");
  }

  @Test
  void decode_severalSetsOfOneByte_followTheEscapeSequences() {
    // Cyrillic, then Greek behind its escape, then Cyrillic again behind the delimiter
    assertThat(name("ISO 2022 IR 144\\ISO 2022 IR 126", latin("\u00bb\u001b-F\u00c4^\u00bb")))
        .isEqualTo("\u041b\u0394^\u041b");
    assertThat(name("ISO 2022 IR 6\\ISO 2022 IR 100", latin("D\u001b-A\u00f4e")))
        .isEqualTo("D\u00f4e");
    assertThat(name("\\ISO 2022 IR 166", latin("\u001b-T\u00a1"))).isEqualTo("\u0e01");
    assertThat(name("\\ISO 2022 IR 203", latin("\u001b-b\u00a4"))).isEqualTo("\u20ac");
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

  private static final String UNKNOWN = "a character set that is not known";
  private static final String ODD =
      "a character set that is not named, or combined, as the standard has it";
  private static final String BYTES = "text with bytes that its character set does not have";

  private static Part10File file(String sets, byte[] bytes) {
    byte[] content =
        Bytes.littleEndianFile()
            .text(Tag.SpecificCharacterSet, "CS", sets)
            .value(Tag.PatientName, "PN", bytes)
            .toByteArray();
    Part10File file = Part10Reader.create().read(content);
    if (file.warnings().isEmpty()) {
      assertThat(Part10Reader.create().strict().read(content).dataset()).isEqualTo(file.dataset());
    } else {
      assertThatThrownBy(() -> Part10Reader.create().strict().read(content))
          .isInstanceOf(DicomFormatException.class)
          .hasMessageContaining(file.warnings().get(0).description());
    }
    return file;
  }

  private static List<String> warnings(String sets, byte[] bytes) {
    return file(sets, bytes).warnings().stream().map(Deviation::description).toList();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ISO_IR 100",
        "ISO_IR 13",
        "ISO_IR 203",
        "ISO_IR 192",
        "GB18030",
        "GBK",
        "ISO 2022 IR 100",
        "\\ISO 2022 IR 87",
        "ISO 2022 IR 13\\ISO 2022 IR 87\\ISO 2022 IR 159",
        "\\ISO 2022 IR 149",
        "ISO 2022 IR 6\\ISO 2022 IR 58",
        ""
      })
  void warnings_ofADefinedTerm_areNone(String sets) {
    assertThat(warnings(sets, latin("Doe^Johnny"))).isEmpty();
  }

  /** The text is kept: as UTF-8 where it is valid as such, byte for byte otherwise. */
  @Test
  void warnings_ofAnUnknownSet_sayThatAndTheTextIsKept() {
    for (String sets : List.of("ISO_IR 999", "\\ISO 2022 IR 999", "x\\y")) {
      Part10File ascii = file(sets, latin("Doe^Johnny"));
      assertThat(ascii.dataset().string(Tag.PatientName)).contains("Doe^Johnny");
      assertThat(ascii.warnings()).containsExactly(new Deviation("00080005", UNKNOWN));
      Part10File latin = file(sets, latin("D\u00f4e^J "));
      assertThat(latin.dataset().string(Tag.PatientName)).contains("D\u00f4e^J");
      assertThat(latin.warnings())
          .containsExactly(new Deviation("00080005", UNKNOWN), new Deviation("00100010", BYTES));
      Part10File utf8 = file(sets, "D\u00f4e^J".getBytes(StandardCharsets.UTF_8));
      assertThat(utf8.dataset().string(Tag.PatientName)).contains("D\u00f4e^J");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ISO-IR 100",
        "iso_ir_100",
        "ISO_IR 6",
        "UTF8",
        "ISO_IR 100\\ISO 2022 IR 87",
        "ISO_IR 192\\ISO 2022 IR 87",
        "ISO 2022 IR 6\\ISO_IR 192"
      })
  void warnings_ofATermThatIsWrittenDifferently_sayThat(String sets) {
    assertThat(warnings(sets, latin("Doe^Johnny"))).containsExactly(ODD);
  }

  @Test
  void decode_utf8AmongOthers_isUtf8() {
    byte[] name = "\u738b^\u5c0f\u6771 ".getBytes(StandardCharsets.UTF_8);
    assertThat(name("ISO_IR 192\\ISO 2022 IR 87", name)).isEqualTo("\u738b^\u5c0f\u6771");
    assertThat(name("\\ISO_IR 192", name)).isEqualTo("\u738b^\u5c0f\u6771");
  }

  @ParameterizedTest
  @CsvSource({
    "ISO_IR 192, ffff",
    "ISO_IR 126, d2ff",
    "'', 41e9",
    "'\\ISO 2022 IR 87', 1b2443",
    "ISO_IR 13, 80ff",
    "GB18030, 81ff"
  })
  void warnings_ofBytesThatTheSetDoesNotHave_sayThat(String sets, String hex) {
    assertThat(warnings(sets, HexFormat.of().parseHex(hex))).contains(BYTES);
  }

  @Test
  void decode_damagedEscapes_neverFails() {
    for (String text :
        List.of("\u001b", "\u001b$", "\u001b$B;", "\u001b$(", "\u001b$)C\u00fb", "\u00ff")) {
      assertThat(name("\\ISO 2022 IR 87\\ISO 2022 IR 149", latin("A" + text))).startsWith("A");
    }
  }
}
