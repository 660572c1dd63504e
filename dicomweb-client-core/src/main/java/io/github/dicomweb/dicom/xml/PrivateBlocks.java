// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.dicom.xml;

import io.github.dicomweb.dicom.DatasetBuilder;
import io.github.dicomweb.dicom.Tags;
import io.github.dicomweb.dicom.TextElement;
import io.github.dicomweb.dicom.VR;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;

/** Gives private attributes that are written without a block the block of their creator. */
final class PrivateBlocks {
  private static final int FIRST = 0x10;
  private static final int LAST = 0xFF;

  private record Owner(int group, String creator) {}

  private final Map<Owner, Integer> blocks = new HashMap<>();
  private final Set<Integer> taken = new HashSet<>();

  PrivateBlocks(List<XmlAttribute> attributes) {
    for (XmlAttribute attribute : attributes) {
      int tag = attribute.tag;
      if (attribute.needsBlock() || !Tags.isPrivate(tag)) {
        continue;
      }
      int group = Tags.group(tag);
      if (Tags.isPrivateCreator(tag)) {
        taken.add(group << 16 | Tags.element(tag));
        if (!attribute.values.isEmpty()) {
          blocks.putIfAbsent(new Owner(group, attribute.values.get(0).strip()), Tags.element(tag));
        }
      } else {
        taken.add(group << 16 | Tags.element(tag) >> 8);
      }
    }
  }

  /**
   * The tag with its block, which is reserved in the dataset if need be; none when all are taken.
   */
  OptionalInt place(XmlAttribute attribute, DatasetBuilder dataset) {
    int group = Tags.group(attribute.tag);
    Owner owner = new Owner(group, attribute.privateCreator.strip());
    Integer block = blocks.get(owner);
    if (block == null) {
      int free = FIRST;
      while (taken.contains(group << 16 | free)) {
        free++;
      }
      if (free > LAST) {
        return OptionalInt.empty();
      }
      taken.add(group << 16 | free);
      blocks.put(owner, free);
      dataset.put(TextElement.of(group << 16 | free, VR.LO, owner.creator()));
      block = free;
    }
    return OptionalInt.of(group << 16 | block << 8 | (attribute.tag & 0xFF));
  }
}
