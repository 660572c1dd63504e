// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.uri;

import io.github.dicomweb.error.Warning;
import io.github.dicomweb.media.MediaType;
import io.github.dicomweb.retrieve.Verdict;
import java.nio.file.Path;
import java.util.List;

/**
 * An object that was saved.
 *
 * @param file where it is
 * @param mediaType the media type that came
 * @param length in bytes
 * @param verdict {@code UNKNOWN} if the answer had no length, so that nothing would show that it
 *     was cut, otherwise {@code COMPLETE}
 * @param warnings what the server warned of and what was tolerated
 */
public record UriFile(
    Path file, MediaType mediaType, long length, Verdict verdict, List<Warning> warnings) {
  /**
   * Copies what it is given.
   *
   * @param file where it is
   * @param mediaType the media type that came
   * @param length in bytes
   * @param verdict {@code UNKNOWN} if the answer had no length, so that nothing would show that it
   *     was cut, otherwise {@code COMPLETE}
   * @param warnings what the server warned of and what was tolerated
   */
  public UriFile {
    warnings = List.copyOf(warnings);
  }

  /** Not the name of the file: it may be made of identifiers. */
  @Override
  public String toString() {
    return "UriFile[" + mediaType + ", " + length + " bytes, " + verdict + "]";
  }
}
