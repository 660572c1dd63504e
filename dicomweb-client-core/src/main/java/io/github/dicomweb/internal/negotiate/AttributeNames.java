// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.internal.negotiate;

import io.github.dicomweb.dicom.Tags;
import java.util.OptionalInt;
import java.util.regex.Pattern;

/** Attributes as they stand in a query (PS3.18 §8.3.4.1). */
public final class AttributeNames {
  private static final Pattern KEYWORD = Pattern.compile("[A-Za-z][A-Za-z0-9]*");

  private AttributeNames() {}

  /** The attribute as it stands in a query: its keyword, or eight digits where it has none. */
  public static String of(int tag) {
    String keyword = Tags.keyword(tag);
    return keyword.isEmpty() ? Tags.toHex(tag) : keyword;
  }

  /**
   * Checks a keyword, hexadecimal tag or dotted path.
   *
   * @throws IllegalArgumentException if it is none of these
   */
  public static String of(String path) {
    StringBuilder out = new StringBuilder(path.length());
    for (String step : path.split("\\.", -1)) {
      OptionalInt tag = Tags.parse(step);
      if (tag.isEmpty() && !KEYWORD.matcher(step).matches()) {
        throw new IllegalArgumentException(
            "an attribute is named by keyword, eight hexadecimal digits or a dotted path of them");
      }
      // A keyword newer than the dictionary passes: the server may well know it.
      boolean keyword = KEYWORD.matcher(step).matches() && tag.isEmpty();
      boolean known = tag.isPresent() && step.equals(Tags.keyword(tag.getAsInt()));
      out.append(out.isEmpty() ? "" : ".")
          .append(keyword || known ? step : Tags.toHex(tag.orElseThrow()));
    }
    return out.toString();
  }
}
