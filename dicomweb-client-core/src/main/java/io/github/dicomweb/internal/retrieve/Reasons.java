// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.internal.retrieve;

import io.github.dicomweb.error.DicomWebException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Why instances did not come. Of failures that say the same one is kept: a hundred thousand
 * refusals must not be held with a stack trace each. Not thread-safe.
 */
final class Reasons {
  private final Map<String, DicomWebException> byText = new HashMap<>();
  private final Map<String, DicomWebException> byInstance = new LinkedHashMap<>();

  void put(String instance, @Nullable DicomWebException failure) {
    if (failure != null) {
      byInstance.put(
          instance, byText.computeIfAbsent(String.valueOf(failure.getMessage()), t -> failure));
    }
  }

  Map<String, DicomWebException> map() {
    return byInstance;
  }
}
