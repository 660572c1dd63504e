// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.dicom.xml;

import io.github.dicomweb.dicom.Dataset;
import io.github.dicomweb.dicom.Element;
import io.github.dicomweb.dicom.Tags;
import io.github.dicomweb.dicom.TextElement;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Who reserved the blocks of private attributes in a dataset (PS3.5 §7.8.1). */
final class Creators {
  private record Owner(int group, String creator) {}

  // by group and block, as they stand in a tag
  private final Map<Integer, String> byBlock = new HashMap<>();

  Creators(Dataset dataset) {
    Set<Owner> seen = new HashSet<>();
    for (Element element : dataset) {
      if (Tags.isPrivateCreator(element.tag()) && element instanceof TextElement text) {
        String creator = text.strings().get(0);
        // the reader puts all that a creator has in a group into the first block
        if (isPlain(creator) && seen.add(new Owner(Tags.group(element.tag()), creator))) {
          int block = Tags.element(element.tag());
          byBlock.put(Tags.group(element.tag()) << 16 | block << 8, creator);
        }
      }
    }
  }

  private static boolean isPlain(String creator) {
    return !creator.isEmpty() && creator.equals(creator.strip());
  }

  /** The creator of a private attribute; null for another, or where it is not known. */
  @Nullable String of(int tag) {
    // without its block, gggg,xx00 would be the group length that readers leave out
    return Tags.isPrivate(tag) && (tag & 0xFF) != 0 ? byBlock.get(tag & 0xFFFFFF00) : null;
  }
}
