// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.dicom;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TagTest {
  @Test
  void constants_againstTheTable_areTheSameKeywordsAndTags() throws IllegalAccessException {
    Map<String, Integer> constants = new HashMap<>();
    for (Field field : Tag.class.getFields()) {
      if (Modifier.isStatic(field.getModifiers())) {
        constants.put(field.getName(), field.getInt(null));
      }
    }
    Map<String, Integer> table = new HashMap<>();
    Dictionary.byKeyword().forEach((keyword, entry) -> table.put(keyword, entry.tag()));
    assertThat(constants).hasSizeGreaterThan(5000).isEqualTo(table);
  }

  @Test
  void constants_ofWellKnownAttributes_areThoseOfTheStandard() {
    assertThat(Tag.PatientName).isEqualTo(0x00100010);
    assertThat(Tag.OverlayData).isEqualTo(0x60003000);
    assertThat(Tag.CommandField).isEqualTo(0x00000100);
    assertThat(Tag.TransferSyntaxUID).isEqualTo(0x00020010);
    assertThat(Tag.SequenceDelimitationItem).isEqualTo(0xFFFEE0DD);
  }

  @Test
  void dictionary_everyEntry_hasVrsOfTheStandard() {
    for (DictionaryEntry entry : Dictionary.byKeyword().values()) {
      assertThat(entry.vrs()).allMatch(VR::isStandard);
      assertThat(entry.name()).isNotEmpty();
      // (0028,04x0) is a retired group whose first member is another attribute
      if ((entry.tag() & 0xFFFFFF00) != 0x00280400) {
        assertThat(Dictionary.find(entry.tag())).contains(entry);
      }
    }
  }

  @Test
  void find_memberOfARepeatingGroup_isFoundUnderItsOwnTag() {
    DictionaryEntry entry = Dictionary.find(0x60023000).orElseThrow();
    assertThat(entry.keyword()).isEqualTo("OverlayData");
    assertThat(entry.tag()).isEqualTo(0x60023000);
    assertThat(entry.vrs()).containsExactly(VR.OB, VR.OW);
    assertThat(Dictionary.find(0x50060110)).isPresent();
    assertThat(Dictionary.find(0x60013000)).isEmpty();
  }

  @Test
  void vrOf_whatTheDictionaryDoesNotKnow_followsTheRules() {
    assertThat(Dictionary.vrOf(0x00090010)).isEqualTo(VR.LO);
    assertThat(Dictionary.vrOf(0x00091001)).isEqualTo(VR.UN);
    assertThat(Dictionary.vrOf(0x00280000)).isEqualTo(VR.UL);
    assertThat(Dictionary.vrOf(Tag.PatientName)).isEqualTo(VR.PN);
  }

  @Test
  void entry_ofARetiredAttribute_saysSo() {
    assertThat(Dictionary.find("NoSuchKeyword")).isEmpty();
    assertThat(Dictionary.find("CommandLengthToEnd").orElseThrow().retired()).isTrue();
    assertThat(Dictionary.find("ImageType").orElseThrow().retired()).isFalse();
    assertThat(Dictionary.find("ImageType").orElseThrow().vm()).isEqualTo("2-n");
  }
}
