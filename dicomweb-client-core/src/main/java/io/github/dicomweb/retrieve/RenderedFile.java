// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.retrieve;

import io.github.dicomweb.error.Warning;
import io.github.dicomweb.media.MediaType;
import java.nio.file.Path;
import java.util.List;

/**
 * A rendered image, video or document that has become a file.
 *
 * @param file the file, whole
 * @param bytes its length
 * @param mediaType what it really is, whatever the name of the file says
 * @param partial whether the server said that something is left out (206 Partial Content)
 * @param warnings what the server warned of and what was tolerated
 */
public record RenderedFile(
    Path file, long bytes, MediaType mediaType, boolean partial, List<Warning> warnings) {

  /**
   * Keeps its own copy of the warnings.
   *
   * @param file the file, whole
   * @param bytes its length
   * @param mediaType what it really is, whatever the name of the file says
   * @param partial whether the server said that something is left out (206 Partial Content)
   * @param warnings what the server warned of and what was tolerated
   */
  public RenderedFile {
    warnings = List.copyOf(warnings);
  }

  /** Media type and length. */
  @Override
  public String toString() {
    return "RenderedFile[" + mediaType + ", " + bytes + " bytes]";
  }
}
