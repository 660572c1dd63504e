// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.config;

import java.util.OptionalLong;

/**
 * Where a transfer stands.
 *
 * @param direction whether bytes come or go
 * @param bytes the bytes transferred so far: of instances when they come, of the whole body when
 *     they go
 * @param total the length of the whole body, multipart framing included, or −1 where nobody said
 * @param instances the instances wholly transferred so far
 */
public record Progress(Direction direction, long bytes, long total, long instances) {

  /** Whether bytes come or go. */
  public enum Direction {
    /** From the server. */
    DOWNLOAD,
    /** To the server. */
    UPLOAD
  }

  /**
   * The bytes there will be.
   *
   * @return the total, where it is known
   */
  public OptionalLong totalBytes() {
    return total < 0 ? OptionalLong.empty() : OptionalLong.of(total);
  }
}
