// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.testkit.internal.frames;

import io.github.dicomweb.testkit.internal.http.HttpProblem;
import java.util.ArrayList;
import java.util.List;

/** Numbers of frames, from 1, in ascending order, between commas. */
public final class FrameList {
  private FrameList() {}

  public static List<Integer> parse(String text) {
    List<Integer> numbers = new ArrayList<>();
    int last = 0;
    for (String number : text.split(",", -1)) {
      if (!number.matches("\\d{1,9}") || Integer.parseInt(number) <= last) {
        throw HttpProblem.badRequest("The frames are not an ascending list of numbers from 1.");
      }
      last = Integer.parseInt(number);
      numbers.add(last);
    }
    return List.copyOf(numbers);
  }
}
