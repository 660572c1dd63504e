// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.retrieve;

import io.github.dicomweb.error.Warning;
import io.github.dicomweb.media.MediaType;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.List;

/** One rendered image, video or document, whole in memory. Immutable. */
public final class Rendered {
  private final MediaType mediaType;
  private final byte[] bytes;
  private final boolean partial;
  private final List<Warning> warnings;

  /**
   * Creates one.
   *
   * @param mediaType what it is
   * @param bytes the bytes; a copy is kept
   * @param partial whether the server said that something is left out
   * @param warnings what the server warned of and what was tolerated
   */
  public Rendered(MediaType mediaType, byte[] bytes, boolean partial, List<Warning> warnings) {
    this.mediaType = mediaType;
    this.bytes = bytes.clone();
    this.partial = partial;
    this.warnings = List.copyOf(warnings);
  }

  /**
   * What really came: the media type that the server named, or what the first bytes show where it
   * named none or a wrong one.
   *
   * @return the media type
   */
  public MediaType mediaType() {
    return mediaType;
  }

  /**
   * The bytes.
   *
   * @return a copy
   */
  public byte[] bytes() {
    return bytes.clone();
  }

  /**
   * The bytes without a copy.
   *
   * @return a new stream at each call
   */
  public InputStream inputStream() {
    return new ByteArrayInputStream(bytes);
  }

  /**
   * Whether the server said that something is left out (206 Partial Content).
   *
   * @return true for such an answer
   */
  public boolean partial() {
    return partial;
  }

  /**
   * What the server warned of, such as a parameter that it ignored, and what was tolerated.
   *
   * @return the warnings
   */
  public List<Warning> warnings() {
    return warnings;
  }

  /** Media type and length. */
  @Override
  public String toString() {
    return "Rendered[" + mediaType + ", " + bytes.length + " bytes]";
  }
}
