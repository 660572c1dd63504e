// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.dicom.json;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dicomweb.dicom.BinaryElement;
import io.github.dicomweb.dicom.BulkDataElement;
import io.github.dicomweb.dicom.BulkDataReference;
import io.github.dicomweb.dicom.Dataset;
import io.github.dicomweb.dicom.DatasetBuilder;
import io.github.dicomweb.dicom.Element;
import io.github.dicomweb.dicom.EmptyElement;
import io.github.dicomweb.dicom.NumberElement;
import io.github.dicomweb.dicom.PersonName;
import io.github.dicomweb.dicom.PersonNameElement;
import io.github.dicomweb.dicom.SequenceElement;
import io.github.dicomweb.dicom.TextElement;
import io.github.dicomweb.dicom.VR;
import java.io.IOException;
import java.io.StringReader;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class JsonRoundTripTest {
  @Property(tries = 500)
  void read_whatWasWritten_isEqualAndStrict(@ForAll("datasets") Dataset dataset)
      throws IOException {
    String json = DicomJsonWriter.toJson(dataset);
    try (DicomJsonReader reader = DicomJsonReader.from(new StringReader(json)).strict()) {
      assertThat(reader.next()).isEqualTo(dataset);
      assertThat(reader.next()).isNull();
    }
  }

  @Provide
  Arbitrary<Dataset> datasets() {
    return datasets(2);
  }

  private static Arbitrary<Dataset> datasets(int depth) {
    return elements(depth)
        .list()
        .ofMaxSize(8)
        .map(
            elements -> {
              DatasetBuilder builder = Dataset.builder();
              elements.forEach(builder::put);
              return builder.build();
            });
  }

  private static Arbitrary<Element> elements(int depth) {
    Arbitrary<Integer> tags = Arbitraries.integers().filter(tag -> (tag & 0xFFFF) != 0);
    Arbitrary<String> texts =
        Arbitraries.strings()
            .ofMaxLength(12)
            .filter(s -> s.equals(s.strip()) && s.indexOf(0) < 0 && wellFormed(s));
    Arbitrary<Element> text =
        Combinators.combine(
                tags, Arbitraries.of(VR.LO, VR.UT, VR.CS, VR.UI), texts.list().ofMaxSize(3))
            .as(TextElement::of);
    Arbitrary<Element> decimal =
        Combinators.combine(
                tags,
                Arbitraries.of(
                        "1.50",
                        "-3",
                        "+1",
                        "007",
                        "1e5",
                        "1E-5",
                        ".5",
                        "5.",
                        "-0",
                        "-0.0",
                        "12345678901234567890")
                    .list()
                    .ofMaxSize(3))
            .as((tag, values) -> TextElement.of(tag, VR.DS, values));
    Arbitrary<Element> whole =
        Combinators.combine(
                tags,
                Arbitraries.of(VR.US, VR.SS, VR.UL, VR.SL, VR.SV, VR.UV),
                Arbitraries.longs().injectNull(0.2).list().ofMaxSize(3))
            .as((tag, vr, values) -> NumberElement.of(tag, vr, values));
    Arbitrary<Element> real =
        Combinators.combine(
                tags,
                Arbitraries.of(VR.FL, VR.FD),
                Arbitraries.doubles().injectNull(0.2).list().ofMaxSize(3))
            .as((tag, vr, values) -> NumberElement.of(tag, vr, values));
    Arbitrary<String> groups = texts.filter(s -> s.indexOf('=') < 0);
    Arbitrary<Element> name =
        Combinators.combine(
                tags,
                Combinators.combine(groups, groups, groups).as(PersonName::of).list().ofMaxSize(2))
            .as((tag, names) -> PersonNameElement.of(tag, VR.PN, names));
    Arbitrary<Element> binary =
        Combinators.combine(
                tags,
                Arbitraries.of(VR.OB, VR.OW, VR.UN),
                Arbitraries.bytes().array(byte[].class).ofMaxSize(9))
            .as(BinaryElement::of);
    Arbitrary<Element> bulk =
        tags.map(tag -> BulkDataElement.of(tag, VR.OB, BulkDataReference.of("../b?x=1")));
    Arbitrary<Element> empty =
        Combinators.combine(tags, Arbitraries.of(VR.SQ, VR.PN, VR.OB, VR.US)).as(EmptyElement::of);
    if (depth == 0) {
      return Arbitraries.oneOf(List.of(text, decimal, whole, real, name, binary, bulk, empty));
    }
    Arbitrary<Element> sequence =
        Combinators.combine(tags, datasets(depth - 1).list().ofMaxSize(3))
            .as((tag, items) -> SequenceElement.of(tag, VR.SQ, items));
    return Arbitraries.oneOf(
        List.of(text, decimal, whole, real, name, binary, bulk, empty, sequence));
  }

  private static boolean wellFormed(String text) {
    return text.chars().noneMatch(c -> Character.isSurrogate((char) c));
  }
}
