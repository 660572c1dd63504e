// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.dicom;

import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The data dictionary of PS3.6: attributes by tag and by keyword. Private attributes are not in it.
 * The table is read at the first look-up; all methods may be called from any thread.
 */
public final class Dictionary {
  private Dictionary() {}

  /**
   * Looks an attribute up; members of repeating groups (50xx, 60xx and others) are found too.
   *
   * @param tag a tag
   * @return the entry, or empty when the tag is private or unknown
   */
  public static Optional<DictionaryEntry> find(int tag) {
    return Optional.ofNullable(DictionaryTable.INSTANCE.find(tag));
  }

  /**
   * Looks an attribute up by its keyword, in the spelling of the standard.
   *
   * @param keyword such as {@code PatientName}
   * @return the entry, or empty when there is none
   */
  public static Optional<DictionaryEntry> find(String keyword) {
    return Optional.ofNullable(DictionaryTable.INSTANCE.find(keyword));
  }

  /**
   * The tag of a keyword.
   *
   * @param keyword such as {@code PatientName}
   * @return the tag, or empty when there is none
   */
  public static OptionalInt tagOf(String keyword) {
    DictionaryEntry entry = DictionaryTable.INSTANCE.find(keyword);
    return entry == null ? OptionalInt.empty() : OptionalInt.of(entry.tag());
  }

  /**
   * The VR of an attribute, as good as it is known: that of the dictionary (the first of several),
   * {@code LO} for private creators, {@code UL} for group lengths, otherwise {@code UN}.
   *
   * @param tag a tag
   * @return the VR
   */
  public static VR vrOf(int tag) {
    DictionaryEntry entry = DictionaryTable.INSTANCE.find(tag);
    if (entry != null) {
      return entry.vr();
    }
    if (Tags.isGroupLength(tag)) {
      return VR.UL;
    }
    return Tags.isPrivateCreator(tag) ? VR.LO : VR.UN;
  }

  /**
   * Every entry, by keyword; repeating groups stand with their first member.
   *
   * @return an unmodifiable map
   */
  public static Map<String, DictionaryEntry> byKeyword() {
    return DictionaryTable.INSTANCE.byKeyword();
  }
}
