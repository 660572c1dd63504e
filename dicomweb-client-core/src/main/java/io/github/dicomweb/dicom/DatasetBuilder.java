// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.dicom;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * Collects attributes for a {@link Dataset}, in any order; a tag that is put again replaces the
 * earlier one. Not for use by several threads at once.
 */
public final class DatasetBuilder {
  private static final Comparator<Element> BY_TAG =
      (a, b) -> Integer.compareUnsigned(a.tag(), b.tag());

  private Element[] elements;
  private int count;
  private boolean sorted = true;

  DatasetBuilder() {
    elements = new Element[16];
  }

  DatasetBuilder(Element[] initial) {
    elements = Arrays.copyOf(initial, Math.max(16, initial.length));
    count = initial.length;
  }

  /**
   * Puts an attribute.
   *
   * @param element the attribute
   * @return this builder
   */
  public DatasetBuilder put(Element element) {
    int tag = element.tag();
    if (count == elements.length) {
      elements = Arrays.copyOf(elements, 2 * count);
    }
    // sorting waits for the end: input that comes in falling order must not cost square time
    sorted = sorted && (count == 0 || Integer.compareUnsigned(elements[count - 1].tag(), tag) < 0);
    elements[count++] = element;
    return this;
  }

  /**
   * Puts text, numbers or person names under the VR that the dictionary has for the tag.
   *
   * @param tag a tag of the standard
   * @param values the values as text, an empty string for a missing one; none for an empty
   *     attribute
   * @return this builder
   * @throws IllegalArgumentException if the dictionary does not know the tag, the VR is a sequence
   *     or binary, or a value is not a number where one is needed
   */
  public DatasetBuilder put(int tag, String... values) {
    return put(tag, knownVr(tag), values);
  }

  /**
   * Puts text, numbers or person names.
   *
   * @param tag the tag
   * @param vr the VR
   * @param values the values as text, an empty string for a missing one; none for an empty
   *     attribute
   * @return this builder
   * @throws IllegalArgumentException if there are values and the VR is a sequence or binary, or a
   *     value is not a number where one is needed
   */
  public DatasetBuilder put(int tag, VR vr, String... values) {
    if (values.length == 0) {
      return put(EmptyElement.of(tag, vr));
    }
    return put(
        switch (vr.kind()) {
          case TEXT -> TextElement.of(tag, vr, List.of(values));
          case PERSON_NAME ->
              PersonNameElement.of(tag, vr, Arrays.stream(values).map(PersonName::parse).toList());
          case NUMBER -> numbers(tag, vr, values);
          case BINARY, SEQUENCE -> {
            if (!vr.isStandard()) {
              yield TextElement.of(tag, vr, List.of(values));
            }
            throw new IllegalArgumentException(Tags.toHex(tag) + " holds no text");
          }
        });
  }

  private static Element numbers(int tag, VR vr, String... values) {
    List<Number> numbers = new ArrayList<>(values.length);
    for (String value : values) {
      Number number = NumberReader.read(vr, value.trim());
      if (number == null && !value.isBlank()) {
        throw new IllegalArgumentException(Tags.toHex(tag) + " needs numbers of its VR");
      }
      numbers.add(number);
    }
    return NumberElement.of(tag, vr, numbers);
  }

  /**
   * Puts whole numbers under the VR that the dictionary has for the tag; IS and DS are text of
   * them.
   *
   * @param tag a tag of the standard
   * @param values the values
   * @return this builder
   * @throws IllegalArgumentException if the dictionary does not know the tag, or it holds no
   *     numbers
   */
  public DatasetBuilder putInts(int tag, int... values) {
    return putLongs(tag, Arrays.stream(values).asLongStream().toArray());
  }

  /**
   * Puts whole numbers under the VR that the dictionary has for the tag; IS and DS are text of
   * them.
   *
   * @param tag a tag of the standard
   * @param values the values
   * @return this builder
   * @throws IllegalArgumentException if the dictionary does not know the tag, or it holds no
   *     numbers
   */
  public DatasetBuilder putLongs(int tag, long... values) {
    VR vr = knownVr(tag);
    if (vr == VR.IS || vr == VR.DS) {
      return put(TextElement.of(tag, vr, Arrays.stream(values).mapToObj(Long::toString).toList()));
    }
    return put(NumberElement.of(tag, vr, values));
  }

  /**
   * Puts floating point numbers under the VR that the dictionary has for the tag; DS is text of
   * them, as exact as its 16 characters allow.
   *
   * @param tag a tag of the standard
   * @param values the values
   * @return this builder
   * @throws IllegalArgumentException if the dictionary does not know the tag, it holds no
   *     fractions, or a value is not finite where the VR is DS
   */
  public DatasetBuilder putDoubles(int tag, double... values) {
    VR vr = knownVr(tag);
    if (vr == VR.DS) {
      return put(
          TextElement.of(
              tag, vr, Arrays.stream(values).mapToObj(NumberText::toDecimalString).toList()));
    }
    return put(NumberElement.of(tag, vr, values));
  }

  /**
   * Puts person names.
   *
   * @param tag a tag of VR PN
   * @param names the names
   * @return this builder
   */
  public DatasetBuilder putPersonName(int tag, PersonName... names) {
    return put(PersonNameElement.of(tag, VR.PN, List.of(names)));
  }

  /**
   * Puts a code sequence.
   *
   * @param tag a tag of VR SQ
   * @param concepts the codes, one for each item
   * @return this builder
   */
  public DatasetBuilder putCodes(int tag, CodedConcept... concepts) {
    return putSequence(tag, Arrays.stream(concepts).map(CodedConcept::toDataset).toList());
  }

  /**
   * Puts a sequence.
   *
   * @param tag a tag of VR SQ
   * @param items the items
   * @return this builder
   */
  public DatasetBuilder putSequence(int tag, Dataset... items) {
    return putSequence(tag, List.of(items));
  }

  /**
   * Puts a sequence.
   *
   * @param tag a tag of VR SQ
   * @param items the items
   * @return this builder
   */
  public DatasetBuilder putSequence(int tag, List<Dataset> items) {
    return put(SequenceElement.of(tag, VR.SQ, items));
  }

  /**
   * Puts bytes.
   *
   * @param tag the tag
   * @param vr the VR
   * @param bytes the value in little endian byte order; copied
   * @return this builder
   */
  public DatasetBuilder putBinary(int tag, VR vr, byte[] bytes) {
    return put(BinaryElement.of(tag, vr, bytes));
  }

  /**
   * Puts a reference to a value that is somewhere else.
   *
   * @param tag the tag
   * @param vr the VR
   * @param reference where the value is
   * @return this builder
   */
  public DatasetBuilder putBulkData(int tag, VR vr, BulkDataReference reference) {
    return put(BulkDataElement.of(tag, vr, reference));
  }

  /**
   * Puts every attribute of a dataset.
   *
   * @param dataset the dataset
   * @return this builder
   */
  public DatasetBuilder putAll(Dataset dataset) {
    dataset.forEach(this::put);
    return this;
  }

  /**
   * Removes an attribute, if it is there.
   *
   * @param tag the tag
   * @return this builder
   */
  public DatasetBuilder remove(int tag) {
    int kept = 0;
    for (int i = 0; i < count; i++) {
      if (elements[i].tag() != tag) {
        elements[kept++] = elements[i];
      }
    }
    count = kept;
    return this;
  }

  /**
   * Removes every attribute.
   *
   * @return this builder
   */
  public DatasetBuilder clear() {
    Arrays.fill(elements, 0, count, null);
    count = 0;
    sorted = true;
    return this;
  }

  /**
   * The dataset; the builder may be used on.
   *
   * @return an immutable dataset
   */
  public Dataset build() {
    if (!sorted) {
      // the sort is stable, so the last of equal tags is the one that was put last
      Arrays.sort(elements, 0, count, BY_TAG);
      int kept = 0;
      for (int i = 0; i < count; i++) {
        if (kept > 0 && elements[kept - 1].tag() == elements[i].tag()) {
          elements[kept - 1] = elements[i];
        } else {
          elements[kept++] = elements[i];
        }
      }
      count = kept;
      sorted = true;
    }
    return count == 0 ? Dataset.empty() : new Dataset(Arrays.copyOf(elements, count));
  }

  private static VR knownVr(int tag) {
    VR vr = Dictionary.vrOf(tag);
    if (vr == VR.UN) {
      throw new IllegalArgumentException(
          "the dictionary does not know " + Tags.toHex(tag) + ": name its VR");
    }
    return vr;
  }
}
