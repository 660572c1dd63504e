// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.store;

import java.util.Locale;
import java.util.Map;

/**
 * A Failure Reason or Warning Reason of a store (PS3.18 §I.2.1, §I.2.2; PS3.7 annex C). Open: a
 * code that nobody defined is kept as it is.
 *
 * @param code the code, unsigned, of 16 bits
 */
public record StoreReason(int code) {
  private static final Map<Integer, String> NAMES =
      Map.ofEntries(
          Map.entry(0x0110, "processing failure"),
          Map.entry(0x0111, "duplicate SOP instance"),
          Map.entry(0x0117, "invalid SOP instance"),
          Map.entry(0x0119, "class and instance conflict"),
          Map.entry(0x0122, "SOP class not supported"),
          Map.entry(0x0124, "not authorised"),
          Map.entry(0xB000, "stored with coercion of data elements"),
          Map.entry(0xB006, "stored with elements discarded"),
          Map.entry(0xB007, "stored although the data set does not match the SOP class"),
          Map.entry(0xC122, "transfer syntax not supported"));

  /**
   * Refuses what does not fit 16 bits.
   *
   * @param code the code, unsigned, of 16 bits
   */
  public StoreReason {
    if (code < 0 || code > 0xFFFF) {
      throw new IllegalArgumentException("a reason is a number of 16 bits");
    }
  }

  /**
   * What the code means.
   *
   * @return the meaning by the standard, or of the range the code is in, or {@code unknown reason}
   */
  public String meaning() {
    String name = NAMES.get(code);
    if (name != null) {
      return name;
    }
    if (code >> 8 == 0xA7) {
      return "out of resources";
    }
    if (code >> 8 == 0xA9) {
      return "data set does not match the SOP class, or the study";
    }
    return code >> 12 == 0xC ? "cannot understand" : "unknown reason";
  }

  /**
   * Code and meaning.
   *
   * @return such as {@code 0110H (processing failure)}
   */
  @Override
  public String toString() {
    return String.format(Locale.ROOT, "%04XH (%s)", code, meaning());
  }
}
