// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.dicom;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The table {@code dictionary.txt} in memory. */
final class DictionaryTable {
  static final DictionaryTable INSTANCE = new DictionaryTable();

  private record Repeating(int mask, DictionaryEntry entry) {}

  private final int[] tags;
  private final DictionaryEntry[] entries;
  private final List<Repeating> repeating = new ArrayList<>();
  private final Map<String, DictionaryEntry> byKeyword = new HashMap<>(16 * 1024);

  private DictionaryTable() {
    List<String[]> rows = ResourceTable.read("dictionary.txt");
    int[] tags = new int[rows.size()];
    DictionaryEntry[] entries = new DictionaryEntry[rows.size()];
    int count = 0;
    for (String[] row : rows) {
      String pattern = row[0];
      int tag = Integer.parseUnsignedInt(pattern.replace('x', '0'), 16);
      DictionaryEntry entry =
          new DictionaryEntry(tag, row[3], row[4], vrs(row[1]), row[2], row.length > 5);
      if (pattern.indexOf('x') >= 0) {
        int mask = ~Integer.parseUnsignedInt(pattern.replaceAll("[^x]", "0").replace('x', 'F'), 16);
        repeating.add(new Repeating(mask, entry));
      } else {
        tags[count] = tag;
        entries[count++] = entry;
      }
      if (!entry.keyword().isEmpty()) {
        byKeyword.put(entry.keyword(), entry);
      }
    }
    this.tags = Arrays.copyOf(tags, count);
    this.entries = Arrays.copyOf(entries, count);
    for (int i = 0; i < count; i++) {
      this.tags[i] ^= Integer.MIN_VALUE;
    }
  }

  private static List<VR> vrs(String text) {
    if (text.isEmpty()) {
      return List.of();
    }
    List<VR> vrs = new ArrayList<>();
    for (String code : text.split("/")) {
      vrs.add(VR.of(code));
    }
    return vrs;
  }

  @Nullable DictionaryEntry find(int tag) {
    int at = Arrays.binarySearch(tags, tag ^ Integer.MIN_VALUE);
    return at >= 0 ? entries[at] : findRepeating(tag);
  }

  private @Nullable DictionaryEntry findRepeating(int tag) {
    if (Tags.isPrivate(tag)) {
      return null;
    }
    for (Repeating candidate : repeating) {
      DictionaryEntry entry = candidate.entry();
      if ((tag & candidate.mask()) == entry.tag()) {
        return new DictionaryEntry(
            tag, entry.keyword(), entry.name(), entry.vrs(), entry.vm(), entry.retired());
      }
    }
    return null;
  }

  @Nullable DictionaryEntry find(String keyword) {
    return byKeyword.get(keyword);
  }

  Map<String, DictionaryEntry> byKeyword() {
    return Collections.unmodifiableMap(byKeyword);
  }
}
