// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dicomweb.config.Limits;
import io.github.dicomweb.dicom.BinaryElement;
import io.github.dicomweb.dicom.Dataset;
import io.github.dicomweb.dicom.Element;
import io.github.dicomweb.dicom.FragmentsElement;
import io.github.dicomweb.dicom.SequenceElement;
import io.github.dicomweb.dicom.json.DicomJsonReader;
import io.github.dicomweb.dicom.json.DicomJsonWriter;
import io.github.dicomweb.error.DicomFormatException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** What must hold of every dataset that came out of a parser. */
final class Datasets {
  /** Small enough to be exceeded by an input of some kilobytes. */
  static final Limits LIMITS =
      Limits.defaults()
          .withDepth(8)
          .withStringLength(1024)
          .withInlineBytes(2048)
          .withElements(500)
          .withInflatedBytes(64 * 1024)
          .withPartHeaderBytes(512)
          .withParts(20);

  private Datasets() {}

  static void check(Dataset dataset) throws IOException {
    assertThat(count(dataset, 1)).isLessThanOrEqualTo(2 * LIMITS.elements());
    assertThat(dataset).isEqualTo(dataset.toBuilder().build());
    assertThat(dataset.hashCode()).isEqualTo(dataset.toBuilder().build().hashCode());
    assertThat(dataset.toString()).isNotNull();
    if (!hasFragments(dataset)) {
      checkJson(dataset);
    }
  }

  // what a dataset holds may be odd, but its JSON never is
  private static void checkJson(Dataset dataset) throws IOException {
    byte[] json = DicomJsonWriter.toJson(dataset).getBytes(StandardCharsets.UTF_8);
    try (DicomJsonReader reader = DicomJsonReader.from(new ByteArrayInputStream(json))) {
      List<Dataset> again = reader.readAll();
      assertThat(again).hasSize(1);
      assertThat(again.get(0).stream().map(Element::tag))
          .containsExactlyElementsOf(dataset.stream().map(Element::tag).toList());
    }
  }

  private static boolean hasFragments(Dataset dataset) {
    for (Element element : dataset) {
      if (element instanceof FragmentsElement
          || (element instanceof SequenceElement sequence
              && sequence.items().stream().anyMatch(Datasets::hasFragments))) {
        return true;
      }
    }
    return false;
  }

  private static int count(Dataset dataset, int depth) {
    // an empty item nests nothing
    assertThat(depth).isLessThanOrEqualTo(LIMITS.depth() + (dataset.isEmpty() ? 1 : 0));
    int count = dataset.size();
    long previous = -1;
    for (Element element : dataset) {
      assertThat(Integer.toUnsignedLong(element.tag())).isGreaterThan(previous);
      previous = Integer.toUnsignedLong(element.tag());
      ask(dataset, element);
      assertThat(element.toString()).isNotNull();
      if (element instanceof BinaryElement binary) {
        assertThat(binary.toByteArray().length).isLessThanOrEqualTo(LIMITS.inlineBytes());
      }
      if (element instanceof SequenceElement sequence) {
        for (Dataset item : sequence.items()) {
          count += 1 + count(item, depth + 1);
        }
      }
    }
    return count;
  }

  private interface Question {
    Object of(int tag);
  }

  /** Every accessor gives a value or says by its own error that there is none of this kind. */
  private static void ask(Dataset dataset, Element element) {
    List<Question> questions =
        List.of(
            dataset::string,
            dataset::strings,
            dataset::intValue,
            dataset::longValue,
            dataset::doubleValue,
            dataset::doubleValues,
            dataset::decimalValue,
            dataset::date,
            dataset::time,
            dataset::personName,
            dataset::personNames,
            dataset::sequence,
            dataset::bulkData,
            dataset::inlineBinary);
    for (Question question : questions) {
      try {
        assertThat(question.of(element.tag())).isNotNull();
      } catch (DicomFormatException e) {
        assertThat(e.location()).isPresent();
      }
    }
  }
}
