// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.dicom;

import io.github.dicomweb.error.DicomFormatException;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A path to an attribute: {@code Sequence[0].Attribute}. */
final class TagPath {
  private final int[] tags;
  private final int[] items;

  private TagPath(int[] tags, int[] items) {
    this.tags = tags;
    this.items = items;
  }

  static TagPath parse(String path) {
    String[] steps = path.split("\\.", -1);
    int[] tags = new int[steps.length];
    int[] items = new int[steps.length];
    for (int i = 0; i < steps.length; i++) {
      String step = steps[i];
      int bracket = step.indexOf('[');
      if (bracket >= 0) {
        String index = step.substring(bracket + 1);
        if (i == steps.length - 1 || !index.matches("\\d{1,9}]")) {
          throw new IllegalArgumentException("step " + (i + 1) + " of the path has a bad index");
        }
        items[i] = Integer.parseInt(index.substring(0, index.length() - 1));
        step = step.substring(0, bracket);
      }
      OptionalInt tag = Tags.parse(step);
      if (tag.isEmpty()) {
        throw new IllegalArgumentException(
            "step " + (i + 1) + " of the path is neither a tag nor a known keyword");
      }
      tags[i] = tag.getAsInt();
    }
    return new TagPath(tags, items);
  }

  @Nullable Element find(Dataset dataset) {
    return in(dataset, Holder::new).element();
  }

  private record Holder(@Nullable Element element) {}

  /** Applies a reader to the attribute, and names the whole path when it is of the wrong kind. */
  <T> T in(Dataset dataset, Function<@Nullable Element, T> reader) {
    Dataset current = dataset;
    int depth = 0;
    try {
      for (; depth < tags.length - 1; depth++) {
        List<Dataset> found = current.sequence(tags[depth]);
        if (found.size() <= items[depth]) {
          return reader.apply(null);
        }
        current = found.get(items[depth]);
      }
      return reader.apply(current.find(tags[depth]));
    } catch (DicomFormatException e) {
      throw DicomFormatException.ofValue("the value is of another kind", describe(depth));
    }
  }

  private String describe(int depth) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < depth; i++) {
      text.append(Tags.toHex(tags[i])).append('[').append(items[i]).append("].");
    }
    return text.append(Tags.toHex(tags[depth])).toString();
  }
}
