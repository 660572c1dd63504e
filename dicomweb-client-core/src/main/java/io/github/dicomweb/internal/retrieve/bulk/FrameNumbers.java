// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.internal.retrieve.bulk;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Lists of frames as they are written in a path. */
final class FrameNumbers {
  // Servers take 8 KiB for a request line as a rule; base URL and identifiers need room too.
  private static final int LONGEST_LIST = 5000;
  private static final Pattern LOCATION = Pattern.compile("/frames/0*([0-9]{1,9})/?(?:[?#].*)?$");

  private FrameNumbers() {}

  static List<Integer> check(int... frames) {
    if (frames.length == 0) {
      throw new IllegalArgumentException("at least one frame must be asked for");
    }
    Set<Integer> numbers = new LinkedHashSet<>();
    for (int frame : frames) {
      if (frame < 1) {
        throw new IllegalArgumentException("frames are numbered from 1");
      }
      if (!numbers.add(frame)) {
        throw new IllegalArgumentException("frame " + frame + " is asked for twice");
      }
    }
    return List.copyOf(numbers);
  }

  /** Lists that are short enough for a path, and ascending, as servers may insist. */
  static List<List<Integer>> split(List<Integer> frames) {
    List<List<Integer>> lists = new ArrayList<>();
    int from = 0;
    int length = 0;
    for (int i = 0; i < frames.size(); i++) {
      int more = String.valueOf(frames.get(i)).length() + 1;
      boolean ascending = i == 0 || frames.get(i - 1) < frames.get(i);
      if (length + more > LONGEST_LIST || !ascending) {
        lists.add(frames.subList(from, i));
        from = i;
        length = 0;
      }
      length += more;
    }
    lists.add(frames.subList(from, frames.size()));
    return lists;
  }

  /** The one frame that a Content-Location names, if it names one. */
  static OptionalInt in(String location) {
    Matcher matcher = LOCATION.matcher(location);
    return matcher.find()
        ? OptionalInt.of(Integer.parseInt(matcher.group(1)))
        : OptionalInt.empty();
  }
}
