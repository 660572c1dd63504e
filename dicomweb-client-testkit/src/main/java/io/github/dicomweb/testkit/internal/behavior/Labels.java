// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.testkit.internal.behavior;

import io.github.dicomweb.testkit.behavior.Label;
import java.util.Optional;

/** Content-Types, right and wrong. */
final class Labels {
  private Labels() {}

  /** What stands for a Content-Type; nothing when there is none. */
  static Optional<String> of(Label label, String right) {
    return switch (label) {
      case RIGHT -> right.isEmpty() ? Optional.empty() : Optional.of(right);
      case OCTET_STREAM -> Optional.of("application/octet-stream");
      case TEXT_PLAIN -> Optional.of("text/plain");
      case BY_FILE_NAME ->
          Optional.of(
              right.startsWith("application/dicom+json")
                  ? "application/json"
                  : "application/octet-stream");
      case MISSING -> Optional.empty();
    };
  }
}
