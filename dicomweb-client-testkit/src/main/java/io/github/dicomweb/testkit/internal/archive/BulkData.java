// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.testkit.internal.archive;

import io.github.dicomweb.dicom.BinaryElement;
import io.github.dicomweb.dicom.BulkDataElement;
import io.github.dicomweb.dicom.BulkDataReference;
import io.github.dicomweb.dicom.Dataset;
import io.github.dicomweb.dicom.DatasetBuilder;
import io.github.dicomweb.dicom.Element;
import io.github.dicomweb.dicom.FragmentsElement;
import io.github.dicomweb.dicom.SequenceElement;
import io.github.dicomweb.dicom.Tag;
import io.github.dicomweb.dicom.Tags;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Which values are bulk data, and what they are called: tags, with the index of an item between
 * them, joined by dots.
 */
public final class BulkData {
  /** The largest binary value that stays in metadata. */
  static final int LARGEST_INLINE = 1024;

  private BulkData() {}

  /**
   * A dataset with a reference, the name of the value, in place of each bulk data value.
   *
   * @param ranges takes, by name, where values are that were left in their file
   */
  static Dataset refer(Dataset dataset, Map<String, FileRange> ranges) {
    return refer(dataset, "", ranges);
  }

  private static Dataset refer(Dataset dataset, String prefix, Map<String, FileRange> ranges) {
    DatasetBuilder builder = Dataset.builder();
    for (Element element : dataset) {
      String name = prefix + Tags.toHex(element.tag());
      if (element instanceof SequenceElement) {
        List<Dataset> items = new ArrayList<>();
        for (Dataset item : element.items()) {
          items.add(refer(item, name + "." + items.size() + ".", ranges));
        }
        builder.put(SequenceElement.of(element.tag(), element.vr(), items));
      } else if (isBulk(element)) {
        if (element instanceof BulkDataElement bulk) {
          ranges.put(name, range(bulk.reference()));
        }
        builder.putBulkData(element.tag(), element.vr(), BulkDataReference.of(name));
      } else {
        builder.put(element);
      }
    }
    return builder.build();
  }

  private static boolean isBulk(Element element) {
    if (element instanceof BinaryElement binary) {
      return binary.length() > LARGEST_INLINE || isPixelData(element.tag());
    }
    return element instanceof FragmentsElement || element instanceof BulkDataElement;
  }

  private static FileRange range(BulkDataReference reference) {
    return new FileRange(
        Math.toIntExact(reference.offset().orElseThrow()),
        Math.toIntExact(reference.length().orElseThrow()));
  }

  private static boolean isPixelData(int tag) {
    return tag == Tag.PixelData || tag == Tag.FloatPixelData || tag == Tag.DoubleFloatPixelData;
  }

  /** A dataset whose references are made into URIs. */
  public static Dataset withUris(Dataset dataset, UnaryOperator<String> uriOfName) {
    DatasetBuilder builder = Dataset.builder();
    for (Element element : dataset) {
      if (element instanceof SequenceElement) {
        builder.put(
            SequenceElement.of(
                element.tag(),
                element.vr(),
                element.items().stream().map(item -> withUris(item, uriOfName)).toList()));
      } else if (element instanceof BulkDataElement bulk) {
        String uri = uriOfName.apply(bulk.reference().uri());
        builder.putBulkData(element.tag(), element.vr(), BulkDataReference.of(uri));
      } else {
        builder.put(element);
      }
    }
    return builder.build();
  }

  /** The names of all values that references stand for, those in items included. */
  public static List<String> names(Dataset dataset) {
    List<String> names = new ArrayList<>();
    for (Element element : dataset) {
      if (element instanceof SequenceElement) {
        element.items().forEach(item -> names.addAll(names(item)));
      } else if (element instanceof BulkDataElement bulk) {
        names.add(bulk.reference().uri());
      }
    }
    return names;
  }

  /** The value with a name. */
  public static Optional<Element> find(Dataset dataset, String name) {
    String[] steps = name.split("\\.", -1);
    Dataset current = dataset;
    for (int i = 0; i + 1 < steps.length; i += 2) {
      Optional<Element> sequence = find(current, steps, i);
      if (sequence.isEmpty()
          || !(sequence.get() instanceof SequenceElement)
          || !steps[i + 1].matches("\\d{1,9}")
          || i + 2 == steps.length) {
        return Optional.empty();
      }
      List<Dataset> items = sequence.get().items();
      int index = Integer.parseInt(steps[i + 1]);
      if (index >= items.size()) {
        return Optional.empty();
      }
      current = items.get(index);
    }
    return find(current, steps, steps.length - 1);
  }

  private static Optional<Element> find(Dataset dataset, String[] steps, int index) {
    long tag = Tags.parseHex(steps[index]);
    return tag < 0 ? Optional.empty() : dataset.element((int) tag);
  }
}
