// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.internal.decode;

import io.github.dicomweb.error.Warning;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Warnings of many parts or answers, each once and a hundred at most: a million results must not
 * make a million of them. Not thread-safe.
 */
public final class Notes {
  private static final int MOST = 100;

  private final Set<Warning> warnings = new LinkedHashSet<>();

  /** Adds something that was tolerated. */
  public void tolerated(String text) {
    add(List.of(Warning.tolerated(text)));
  }

  /** Adds warnings. */
  public void add(List<Warning> more) {
    for (Warning warning : more) {
      if (warnings.size() < MOST) {
        warnings.add(warning);
      }
    }
  }

  /** The warnings, in order. */
  public List<Warning> list() {
    return List.copyOf(warnings);
  }
}
