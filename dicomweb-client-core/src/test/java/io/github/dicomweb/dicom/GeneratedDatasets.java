// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.dicom;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/**
 * Datasets of every kind of value that JSON, XML and DICOM files all hold: no missing numbers, no
 * backslash where it separates values, no spaces that are padding.
 */
final class GeneratedDatasets {
  private static final List<String> CREATORS = List.of("ONE 1.0", "TWO & <2>");

  private GeneratedDatasets() {}

  static Arbitrary<Dataset> instances() {
    return datasets(2)
        .map(
            dataset ->
                dataset.toBuilder()
                    .put(Tag.SpecificCharacterSet, "ISO_IR 192")
                    .put(Tag.SOPClassUID, "1.2.840.10008.5.1.4.1.1.7")
                    .put(Tag.SOPInstanceUID, "2.25.1")
                    .build());
  }

  private static Arbitrary<Dataset> datasets(int depth) {
    return elements(depth).list().ofMaxSize(8).map(GeneratedDatasets::withCreators);
  }

  private static Dataset withCreators(List<Element> elements) {
    DatasetBuilder builder = Dataset.builder();
    for (Element element : elements) {
      int tag = element.tag();
      int block = Tags.element(tag) >> 8;
      if (Tags.isPrivate(tag) && block - 0x10 < CREATORS.size()) {
        // of the third block the creator is missing, as it happens
        int creator = (tag & 0xFFFF0000) | block;
        builder.put(creator, VR.LO, CREATORS.get(block - 0x10));
      }
      builder.put(element);
    }
    return builder.build();
  }

  private static Arbitrary<Integer> privateTags() {
    return Combinators.combine(
            Arbitraries.of(0x0009, 0x0029, 0x7FE1),
            Arbitraries.of(0x10, 0x11, 0x12),
            Arbitraries.integers().between(0, 255))
        .as((group, block, element) -> group << 16 | block << 8 | element);
  }

  private static Arbitrary<Integer> tags() {
    Arbitrary<Integer> open =
        Combinators.combine(
                Arbitraries.of(0x0008, 0x0010, 0x0018, 0x0040, 0x6002, 0x9998),
                Arbitraries.integers().between(0x20, 0xFFFF))
            .as((group, element) -> group << 16 | element);
    return Arbitraries.oneOf(List.of(open, privateTags()));
  }

  private static Arbitrary<String> text(String... more) {
    return anyText(more).filter(s -> s.equals(s.strip()));
  }

  /** Line breaks at the beginning and the end are of the text. */
  private static Arbitrary<String> lines() {
    return anyText("\\", "\r", "\n", "\r\n", "\t").filter(s -> !s.endsWith(" "));
  }

  private static Arbitrary<String> anyText(String... more) {
    List<String> parts =
        new ArrayList<>(
            List.of("a", "Z", "7", "é", "山", "😀", "<", "&", "\"", "'", "]]>", " ", "."));
    parts.addAll(List.of(more));
    return Arbitraries.of(parts).list().ofMaxSize(7).map(list -> String.join("", list));
  }

  private static Arbitrary<Element> elements(int depth) {
    Arbitrary<Element> several =
        Combinators.combine(
                tags(), Arbitraries.of(VR.LO, VR.SH, VR.UC), text("^", "=").list().ofMaxSize(3))
            .as(TextElement::of);
    Arbitrary<Element> single =
        Combinators.combine(tags(), Arbitraries.of(VR.LT, VR.ST, VR.UT), lines())
            .as((tag, vr, value) -> TextElement.of(tag, vr, value));
    Arbitrary<Element> plain =
        Combinators.combine(
                tags(),
                Arbitraries.of(VR.CS, VR.DA, VR.TM, VR.DT, VR.AE, VR.AS, VR.DS, VR.IS),
                Arbitraries.of("", "1.50", "-3", "007", "A B", "20260115", "1.2.3")
                    .list()
                    .ofMaxSize(3))
            .as(TextElement::of);
    Arbitrary<Element> uids =
        Combinators.combine(
                tags(), Arbitraries.of("", "1.2.3", "2.25." + "1".repeat(39)).list().ofMaxSize(3))
            .as((tag, values) -> TextElement.of(tag, VR.UI, values));
    Arbitrary<Element> addresses =
        Combinators.combine(tags(), Arbitraries.of("", "https://a.example/b?c=d&e=%5C", "../f"))
            .as((tag, value) -> TextElement.of(tag, VR.UR, value));
    Arbitrary<Element> pointers =
        Combinators.combine(
                tags(), Arbitraries.of("00181063", "FFFEE00D", "7FE00010").list().ofMaxSize(3))
            .as((tag, values) -> TextElement.of(tag, VR.AT, values));
    Arbitrary<Element> names =
        Combinators.combine(
                tags(),
                Combinators.combine(group(), group(), group())
                    .as(PersonName::of)
                    .list()
                    .ofMaxSize(2))
            .as((tag, values) -> PersonNameElement.of(tag, VR.PN, values));
    Arbitrary<Element> binary =
        Combinators.combine(
                tags(), Arbitraries.of(VR.OB, VR.OW, VR.OF, VR.OD, VR.OL, VR.OV), even())
            .as(BinaryElement::of);
    Arbitrary<Element> unknown =
        Combinators.combine(privateTags(), even())
            .as((tag, bytes) -> BinaryElement.of(tag, VR.UN, bytes));
    Arbitrary<Element> empty =
        Combinators.combine(tags(), Arbitraries.of(VR.SQ, VR.PN, VR.OB, VR.US, VR.UT))
            .as(EmptyElement::of);
    List<Arbitrary<Element>> all =
        new ArrayList<>(
            List.of(
                several, single, plain, uids, addresses, pointers, names, binary, unknown, empty));
    all.addAll(numbers());
    if (depth > 0) {
      all.add(
          Combinators.combine(tags(), datasets(depth - 1).list().ofMaxSize(3))
              .as((tag, items) -> SequenceElement.of(tag, VR.SQ, items)));
    }
    return Arbitraries.oneOf(all);
  }

  private static List<Arbitrary<Element>> numbers() {
    return List.of(
        whole(VR.US, 0, 0xFFFFL),
        whole(VR.SS, Short.MIN_VALUE, Short.MAX_VALUE),
        whole(VR.UL, 0, 0xFFFFFFFFL),
        whole(VR.SL, Integer.MIN_VALUE, Integer.MAX_VALUE),
        whole(VR.SV, Long.MIN_VALUE, Long.MAX_VALUE),
        whole(VR.UV, Long.MIN_VALUE, Long.MAX_VALUE),
        Combinators.combine(tags(), Arbitraries.floats().array(float[].class).ofMaxSize(3))
            .as(
                (tag, values) -> {
                  double[] wide = new double[values.length];
                  for (int i = 0; i < wide.length; i++) {
                    wide[i] = values[i];
                  }
                  return NumberElement.of(tag, VR.FL, wide);
                }),
        Combinators.combine(
                tags(),
                Arbitraries.oneOf(
                        Arbitraries.doubles(),
                        Arbitraries.of(Double.NaN, Double.NEGATIVE_INFINITY, -0.0))
                    .array(double[].class)
                    .ofMaxSize(3))
            .as((tag, values) -> NumberElement.of(tag, VR.FD, values)));
  }

  private static Arbitrary<Element> whole(VR vr, long least, long greatest) {
    return Combinators.combine(
            tags(), Arbitraries.longs().between(least, greatest).array(long[].class).ofMaxSize(3))
        .as((tag, values) -> NumberElement.of(tag, vr, values));
  }

  private static Arbitrary<String> group() {
    return text("^").filter(s -> !s.endsWith("^"));
  }

  private static Arbitrary<byte[]> even() {
    return Arbitraries.bytes()
        .array(byte[].class)
        .ofMaxSize(16)
        .map(bytes -> Arrays.copyOf(bytes, bytes.length / 8 * 8));
  }
}
