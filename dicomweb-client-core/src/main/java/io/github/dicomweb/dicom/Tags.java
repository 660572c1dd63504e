// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.dicom;

import java.util.OptionalInt;

/**
 * Tags as text. A tag is a plain {@code int}, its group in the upper sixteen bits (PS3.5 §7.1); its
 * order is that of an unsigned number.
 */
public final class Tags {
  private static final char[] HEX = "0123456789ABCDEF".toCharArray();

  private Tags() {}

  /**
   * The eight upper-case hexadecimal digits of a tag, as DICOM JSON spells it (PS3.18 §F.2.2).
   *
   * @param tag a tag
   * @return for example {@code 00100010}
   */
  public static String toHex(int tag) {
    char[] text = new char[8];
    for (int i = 0; i < 8; i++) {
      text[i] = HEX[(tag >>> (28 - 4 * i)) & 0xF];
    }
    return new String(text);
  }

  /**
   * Reads a tag: a keyword of the dictionary, eight hexadecimal digits of either case, or {@code
   * gggg,eeee} with or without parentheses.
   *
   * @param text the text
   * @return the tag, or empty when the text is none of these
   */
  public static OptionalInt parse(String text) {
    long hex = parseHex(text);
    if (hex >= 0) {
      return OptionalInt.of((int) hex);
    }
    int length = text.length();
    int from = length == 11 && text.charAt(0) == '(' && text.charAt(10) == ')' ? 1 : 0;
    if (length == 9 + 2 * from && text.charAt(from + 4) == ',') {
      hex = parseHex(text.substring(from, from + 4) + text.substring(from + 5, from + 9));
      if (hex >= 0) {
        return OptionalInt.of((int) hex);
      }
    }
    return Dictionary.tagOf(text);
  }

  /**
   * Reads eight hexadecimal digits of either case.
   *
   * @param text the text
   * @return the tag as an unsigned number, or -1 when the text is something else
   */
  public static long parseHex(String text) {
    if (text.length() != 8) {
      return -1;
    }
    long tag = 0;
    for (int i = 0; i < 8; i++) {
      char c = text.charAt(i);
      int digit;
      if (c >= '0' && c <= '9') {
        digit = c - '0';
      } else if (c >= 'A' && c <= 'F') {
        digit = c - 'A' + 10;
      } else if (c >= 'a' && c <= 'f') {
        digit = c - 'a' + 10;
      } else {
        return -1;
      }
      tag = tag << 4 | digit;
    }
    return tag;
  }

  /**
   * The keyword of a tag.
   *
   * @param tag a tag
   * @return the keyword, or an empty string when the dictionary does not know the tag
   */
  public static String keyword(int tag) {
    return Dictionary.find(tag).map(DictionaryEntry::keyword).orElse("");
  }

  /**
   * The name of a tag.
   *
   * @param tag a tag
   * @return the name, such as {@code Patient's Name}, or an empty string when it is not known
   */
  public static String name(int tag) {
    return Dictionary.find(tag).map(DictionaryEntry::name).orElse("");
  }

  /**
   * The group of a tag.
   *
   * @param tag a tag
   * @return 0 to 0xFFFF
   */
  public static int group(int tag) {
    return tag >>> 16;
  }

  /**
   * The element number of a tag.
   *
   * @param tag a tag
   * @return 0 to 0xFFFF
   */
  public static int element(int tag) {
    return tag & 0xFFFF;
  }

  /**
   * Whether a tag belongs to an odd group (PS3.5 §7.8).
   *
   * @param tag a tag
   * @return true for private attributes and private creators
   */
  public static boolean isPrivate(int tag) {
    return (tag & 0x10000) != 0;
  }

  /**
   * Whether a tag reserves a block of private attributes: (gggg,0010) to (gggg,00FF), gggg odd.
   *
   * @param tag a tag
   * @return true for private creators
   */
  public static boolean isPrivateCreator(int tag) {
    int element = tag & 0xFFFF;
    return isPrivate(tag) && element >= 0x10 && element <= 0xFF;
  }

  /**
   * Whether a tag is a group length, (gggg,0000), which neither JSON nor XML carries.
   *
   * @param tag a tag
   * @return true for group lengths
   */
  public static boolean isGroupLength(int tag) {
    return (tag & 0xFFFF) == 0;
  }
}
