// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.testkit.internal.search;

import io.github.dicomweb.dicom.Element;
import io.github.dicomweb.dicom.VR;
import io.github.dicomweb.testkit.internal.http.HttpProblem;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * How one attribute is matched (PS3.4 §C.2.2.2). An attribute of several values needs one that
 * matches.
 */
final class ValueMatchers {
  private static final Set<VR> WILDCARDS =
      Set.of(VR.AE, VR.CS, VR.LO, VR.LT, VR.SH, VR.ST, VR.UC, VR.UR, VR.UT, VR.UN);

  private ValueMatchers() {}

  /** Universal matching, which a value of asterisks alone is as well. */
  static boolean isUniversal(VR vr, List<String> values) {
    String value = String.join(",", values);
    boolean onlyStars = !value.isEmpty() && value.chars().allMatch(c -> c == '*');
    return value.isEmpty() || (onlyStars && (vr == VR.PN || WILDCARDS.contains(vr)));
  }

  static boolean isTemporal(VR vr) {
    return vr == VR.DA || vr == VR.TM || vr == VR.DT;
  }

  /**
   * A matcher of attributes that are not empty.
   *
   * @param values the list for UI, otherwise one value
   * @throws HttpProblem if the value is none of the VR
   */
  static Predicate<Element> of(VR vr, List<String> values) {
    if (vr == VR.UI) {
      Set<String> wanted = Set.copyOf(values);
      return element -> element.strings().stream().anyMatch(wanted::contains);
    }
    String value = values.get(0);
    if (vr == VR.PN) {
      NameMatcher matcher = new NameMatcher(value);
      return element -> element.personNames().stream().anyMatch(matcher::matches);
    }
    if (isTemporal(vr)) {
      Span span = range(vr, value);
      return element -> element.strings().stream().anyMatch(text -> isWithin(vr, text, span));
    }
    if (vr == VR.IS || vr == VR.DS || vr.kind() == VR.Kind.NUMBER) {
      BigDecimal number = number(value);
      return element -> element.strings().stream().anyMatch(text -> isNumber(text, number));
    }
    if (vr.kind() == VR.Kind.TEXT || vr == VR.UN) {
      return text(vr, value);
    }
    throw HttpProblem.badRequest("Attributes of this VR can only be matched universally.");
  }

  private static Predicate<Element> text(VR vr, String value) {
    String wanted = vr.trimsLeadingSpaces() ? value.strip() : value.stripTrailing();
    if (WILDCARDS.contains(vr) && Glob.isPattern(wanted)) {
      return element ->
          isText(element) && element.strings().stream().anyMatch(t -> Glob.matches(wanted, t));
    }
    return element -> isText(element) && element.strings().contains(wanted);
  }

  /** What the dictionary does not know can be anything, which is seen when it comes. */
  private static boolean isText(Element element) {
    VR.Kind kind = element.vr().kind();
    return kind == VR.Kind.TEXT || kind == VR.Kind.NUMBER;
  }

  static Span range(VR vr, String value) {
    try {
      return Moments.parseRange(vr, value);
    } catch (IllegalArgumentException e) {
      throw HttpProblem.badRequest(
          "A value of " + vr + " is no date or time, nor a range of them.");
    }
  }

  private static boolean isWithin(VR vr, String text, Span span) {
    try {
      return span.contains(Moments.parse(vr, text));
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  private static BigDecimal number(String value) {
    String text = value.strip();
    // longer ones are no values of DICOM, and could take long to compare
    if (text.length() > 40 || !text.matches("[+-]?\\d*\\.?\\d*([eE][+-]?\\d{1,3})?")) {
      throw HttpProblem.badRequest("A value is no number.");
    }
    try {
      return new BigDecimal(text);
    } catch (NumberFormatException e) {
      throw HttpProblem.badRequest("A value is no number.");
    }
  }

  private static boolean isNumber(String text, BigDecimal wanted) {
    try {
      return new BigDecimal(text.strip()).compareTo(wanted) == 0;
    } catch (NumberFormatException e) {
      return false;
    }
  }
}
