// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.uri;

import io.github.dicomweb.error.Warning;
import io.github.dicomweb.media.MediaType;
import io.github.dicomweb.retrieve.Verdict;
import java.util.List;

/** An object that was retrieved into memory. */
public final class UriContent {
  private final MediaType mediaType;
  private final byte[] bytes;
  private final Verdict verdict;
  private final List<Warning> warnings;

  /**
   * Creates it.
   *
   * @param mediaType the media type that came
   * @param bytes the bytes; not copied
   * @param verdict whether they are all
   * @param warnings what the server warned of and what was tolerated
   */
  public UriContent(MediaType mediaType, byte[] bytes, Verdict verdict, List<Warning> warnings) {
    this.mediaType = mediaType;
    this.bytes = bytes;
    this.verdict = verdict;
    this.warnings = List.copyOf(warnings);
  }

  /**
   * The media type that came.
   *
   * @return by its first bytes where these contradict its label
   */
  public MediaType mediaType() {
    return mediaType;
  }

  /**
   * The bytes.
   *
   * @return the same array at each call
   */
  public byte[] bytes() {
    return bytes;
  }

  /**
   * Whether the bytes are all.
   *
   * @return {@code UNKNOWN} if the answer had no length, so that nothing would show that it was
   *     cut, otherwise {@code COMPLETE}
   */
  public Verdict verdict() {
    return verdict;
  }

  /**
   * What the server warned of and what was tolerated.
   *
   * @return the warnings
   */
  public List<Warning> warnings() {
    return warnings;
  }

  /** Kind and size. */
  @Override
  public String toString() {
    return "UriContent[" + mediaType + ", " + bytes.length + " bytes, " + verdict + "]";
  }
}
