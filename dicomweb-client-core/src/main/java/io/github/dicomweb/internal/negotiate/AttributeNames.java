// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.internal.negotiate;

import io.github.dicomweb.dicom.Dictionary;
import io.github.dicomweb.dicom.Tags;
import io.github.dicomweb.dicom.VR;
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
   * Checks a keyword, hexadecimal tag or dotted path. A server passes over a name that it does not
   * know, and then everything matches: so one that is mistyped must not be sent.
   *
   * @throws IllegalArgumentException if it is none of these, or no attribute is called so; the
   *     message says where and quotes nothing
   */
  public static String of(String path) {
    String[] steps = path.split("\\.", -1);
    StringBuilder out = new StringBuilder(path.length());
    for (int i = 0; i < steps.length; i++) {
      String step = steps[i];
      String where = steps.length == 1 ? "the attribute" : "step " + (i + 1) + " of the path";
      int tag = tag(step, where);
      boolean more = i + 1 < steps.length;
      if (more && Dictionary.find(tag).filter(entry -> entry.vr() != VR.SQ).isPresent()) {
        throw new IllegalArgumentException(where + " is no sequence: nothing can stand below it");
      }
      out.append(i == 0 ? "" : ".").append(step.equals(Tags.keyword(tag)) ? step : Tags.toHex(tag));
    }
    return out.toString();
  }

  private static int tag(String step, String where) {
    OptionalInt tag = Tags.parse(step);
    if (tag.isPresent()) {
      return tag.getAsInt();
    }
    throw new IllegalArgumentException(
        KEYWORD.matcher(step).matches()
            ? where
                + " has a keyword that the dictionary does not know: if it is not mistyped, name"
                + " the attribute by its eight hexadecimal digits"
            : where
                + " has no name: an attribute is named by keyword, eight hexadecimal digits or a"
                + " dotted path of them");
  }
}
