// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.dicom;

import io.github.dicomweb.error.DicomFormatException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Decides, attribute by attribute, whether binary values are written inline, as references, or not
 * at all. It is asked about bytes ({@link BinaryElement}), encapsulated pixel data ({@link
 * FragmentsElement}) and references ({@link BulkDataElement}), those in items included, in the
 * order of the tags.
 */
@FunctionalInterface
public interface BulkDataHandler {
  /**
   * Decides about one attribute.
   *
   * @param element the attribute
   * @param path where it is, such as {@code 00880200[0].7FE00010}
   * @return the choice
   */
  BulkDataChoice choose(Element element, String path);

  /**
   * Keeps values inline up to a size and refers to those above it. Fragments are referred to
   * whatever their size, as they have no inline form; references stay as they are.
   *
   * @param bytes the largest value that is kept inline
   * @param uriOfPath makes the URI of a value of its path, such as {@code 00880200[0].7FE00010}
   * @return the handler
   * @throws IllegalArgumentException if the size is negative
   */
  static BulkDataHandler referAbove(int bytes, Function<String, String> uriOfPath) {
    if (bytes < 0) {
      throw new IllegalArgumentException("a size is never negative");
    }
    return (element, path) -> {
      boolean small = element instanceof BinaryElement binary && binary.length() <= bytes;
      return small || element instanceof BulkDataElement
          ? BulkDataChoice.keep()
          : BulkDataChoice.refer(uriOfPath.apply(path));
    };
  }

  /**
   * Applies the decisions to a dataset and all its items.
   *
   * @param dataset the dataset
   * @return the dataset itself when nothing changes, otherwise a changed copy
   * @throws DicomFormatException if this throws it
   */
  default Dataset applyTo(Dataset dataset) {
    return applyTo(dataset, "");
  }

  private Dataset applyTo(Dataset dataset, String prefix) {
    DatasetBuilder changed = null;
    for (Element element : dataset) {
      @Nullable Element result = element;
      if (element instanceof SequenceElement) {
        result = inItems(element, prefix);
      } else if (element instanceof BinaryElement
          || element instanceof FragmentsElement
          || element instanceof BulkDataElement) {
        result = choose(element, prefix + Tags.toHex(element.tag())).applyTo(element);
      }
      if (result == null) {
        changed = changed == null ? dataset.toBuilder() : changed;
        changed.remove(element.tag());
      } else if (!result.equals(element)) {
        changed = changed == null ? dataset.toBuilder() : changed;
        changed.put(result);
      }
    }
    return changed == null ? dataset : changed.build();
  }

  private Element inItems(Element sequence, String prefix) {
    List<Dataset> items = new ArrayList<>(sequence.count());
    boolean same = true;
    for (Dataset item : sequence.items()) {
      String path = prefix + Tags.toHex(sequence.tag()) + '[' + items.size() + "].";
      Dataset result = applyTo(item, path);
      same = same && result.equals(item);
      items.add(result);
    }
    return same ? sequence : SequenceElement.of(sequence.tag(), sequence.vr(), items);
  }
}
