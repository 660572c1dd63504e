// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.dicom;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TagsTest {
  @ParameterizedTest
  @ValueSource(strings = {"PatientID", "00100020", "0010,0020", "(0010,0020)"})
  void parse_anySpelling_givesTheTag(String text) {
    assertThat(Tags.parse(text)).hasValue(0x00100020);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "patientid", "0010002", "0010002G", "001000200", "0010;0020", "(0010,0020"})
  void parse_whatIsNoTag_isEmpty(String text) {
    assertThat(Tags.parse(text)).isEmpty();
  }

  @Test
  void parse_lowerCaseHexAboveTheSignBit_givesTheTag() {
    assertThat(Tags.parse("fffee00d")).hasValue(0xFFFEE00D);
    assertThat(Tags.toHex(0xFFFEE00D)).isEqualTo("FFFEE00D");
  }

  @Test
  void name_knownAndUnknown_isTheOneOfTheDictionaryOrEmpty() {
    assertThat(Tags.name(Tag.PatientName)).isEqualTo("Patient's Name");
    assertThat(Tags.keyword(Tag.PatientName)).isEqualTo("PatientName");
    assertThat(Tags.name(0x00091001)).isEmpty();
    assertThat(Tags.keyword(0x00091001)).isEmpty();
  }

  @Test
  void isPrivate_oddGroups_only() {
    assertThat(Tags.isPrivate(0x00091001)).isTrue();
    assertThat(Tags.isPrivate(Tag.PatientName)).isFalse();
    assertThat(Tags.isPrivateCreator(0x00090010)).isTrue();
    assertThat(Tags.isPrivateCreator(0x00091001)).isFalse();
    assertThat(Tags.isGroupLength(0x00080000)).isTrue();
    assertThat(Tags.group(0xFFFEE00D)).isEqualTo(0xFFFE);
    assertThat(Tags.element(0xFFFEE00D)).isEqualTo(0xE00D);
  }
}
