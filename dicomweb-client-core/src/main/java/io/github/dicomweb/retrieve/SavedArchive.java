// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.retrieve;

import io.github.dicomweb.error.Warning;
import java.nio.file.Path;
import java.util.List;

/**
 * A zip archive that has become a file.
 *
 * @param file the archive, whole, as the server sent it
 * @param entries how many files are in it
 * @param bytes its length
 * @param partial whether the server said that something is left out (206 Partial Content)
 * @param warnings what the server warned of and what was tolerated
 */
public record SavedArchive(
    Path file, long entries, long bytes, boolean partial, List<Warning> warnings) {

  /** Keeps its own copy of the warnings. */
  public SavedArchive {
    warnings = List.copyOf(warnings);
  }

  /** Count and length. */
  @Override
  public String toString() {
    return "SavedArchive[" + entries + " entries, " + bytes + " bytes]";
  }
}
