// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.it.orthanc;

import io.github.dicomweb.dicom.BinaryElement;
import io.github.dicomweb.dicom.BulkDataElement;
import io.github.dicomweb.dicom.Dataset;
import io.github.dicomweb.dicom.Element;
import io.github.dicomweb.dicom.EmptyElement;
import io.github.dicomweb.dicom.NumberElement;
import io.github.dicomweb.dicom.PersonNameElement;
import io.github.dicomweb.dicom.SequenceElement;
import io.github.dicomweb.dicom.Tag;
import io.github.dicomweb.dicom.Tags;
import io.github.dicomweb.dicom.VR;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiPredicate;

/** Compares two readings of one file, attribute by attribute. */
final class Differences {
  private static final double SMALLEST_FLOAT_OF_ORTHANC = 1e-28;

  /** Whether two attributes that are not equal say the same, or differ for a known reason. */
  interface Excuse extends BiPredicate<Element, Element> {}

  /** DCMTK converts all text to UTF-8 and says so. */
  static final Excuse CHARACTER_SET = (is, should) -> is.tag() == Tag.SpecificCharacterSet;

  /** {@code 5.000000} and 5 are one number, and so are {@code 1e+01} and DCMTK's {@code 1e01}. */
  static final Excuse NUMBER_FORMAT = Differences::sameNumbers;

  /** Orthanc writes the tiniest of floats as 0. */
  static final Excuse TINY_FLOAT =
      (is, should) ->
          is instanceof NumberElement a
              && should instanceof NumberElement b
              && is.vr() == VR.FL
              && a.count() == 1
              && b.count() == 1
              && Math.abs(Double.parseDouble(b.strings().get(0))) < SMALLEST_FLOAT_OF_ORTHANC
              && Double.parseDouble(a.strings().get(0)) == 0;

  /** Orthanc empties what is no number: the Number of Frames "1A" of badVR.dcm. */
  static final Excuse NOT_A_NUMBER =
      (is, should) ->
          is instanceof EmptyElement
              && should.vr() == VR.IS
              && !should.strings().get(0).matches("[+-]?\\d+");

  /** DCMTK drops a name of delimiters only. */
  static final Excuse NAME_OF_DELIMITERS =
      (is, should) ->
          is instanceof PersonNameElement
              && should instanceof EmptyElement
              && is.strings().stream().allMatch(name -> name.matches("\\^+"));

  /** Orthanc gives references in place of all binary values, of two bytes even. */
  static final Excuse BULK_DATA =
      (is, should) ->
          is instanceof BulkDataElement
              && should instanceof BinaryElement
              && is.vr() == should.vr();

  /** Orthanc leaves out empty items. */
  static final Excuse EMPTY_ITEMS =
      (is, should) ->
          is instanceof SequenceElement a
              && should instanceof SequenceElement b
              && a.items().size() == b.items().stream().filter(item -> !item.isEmpty()).count();

  private final List<Excuse> excuses;
  private final List<String> found = new ArrayList<>();

  private Differences(List<Excuse> excuses) {
    this.excuses = excuses;
  }

  /** What cannot be excused, by path; no values. */
  static List<String> between(Dataset is, Dataset should, Excuse... excuses) {
    Differences differences = new Differences(List.of(excuses));
    differences.compare("", is, should);
    return differences.found;
  }

  private void compare(String path, Dataset is, Dataset should) {
    Set<Integer> tags = new TreeSet<>(Integer::compareUnsigned);
    is.forEach(element -> tags.add(element.tag()));
    should.forEach(element -> tags.add(element.tag()));
    for (int tag : tags) {
      compare(path + Tags.toHex(tag), is.element(tag), should.element(tag));
    }
  }

  private void compare(String path, Optional<Element> is, Optional<Element> should) {
    if (is.isEmpty() || should.isEmpty()) {
      found.add(path + (is.isEmpty() ? " is missing" : " should not be there"));
      return;
    }
    Element a = is.get();
    Element b = should.get();
    if (a.equals(b)) {
      return;
    }
    if (a instanceof SequenceElement && b instanceof SequenceElement && a.count() == b.count()) {
      for (int i = 0; i < a.count(); i++) {
        compare(path + "[" + i + "].", a.items().get(i), b.items().get(i));
      }
    } else if (excuses.stream().noneMatch(excuse -> excuse.test(a, b))) {
      found.add(path + ": " + a + " should be " + b);
    }
  }

  private static boolean sameNumbers(Element is, Element should) {
    boolean numbers =
        Set.of(VR.DS, VR.IS, VR.FL, VR.FD).contains(is.vr())
            && is.vr() == should.vr()
            && is.count() == should.count();
    if (!numbers || is.isEmpty() || should.isEmpty()) {
      return false;
    }
    for (int i = 0; i < is.count(); i++) {
      if (!sameNumber(is.strings().get(i).trim(), should.strings().get(i).trim())) {
        return false;
      }
    }
    return true;
  }

  private static boolean sameNumber(String is, String should) {
    try {
      return is.equals(should) || Double.parseDouble(is) == Double.parseDouble(should);
    } catch (NumberFormatException e) {
      return false;
    }
  }
}
