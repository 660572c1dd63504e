// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.retrieve;

import java.nio.file.Path;

/**
 * An instance that has become a file.
 *
 * @param sopInstanceUid the SOP Instance UID read from the file
 * @param file the file, whole and under its final name
 * @param bytes its length
 */
public record SavedInstance(String sopInstanceUid, Path file, long bytes) {

  /** The length only. */
  @Override
  public String toString() {
    return "SavedInstance[" + bytes + " bytes]";
  }
}
