// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.internal.multipart;

import java.io.IOException;

/**
 * A multipart body that cannot be read further: cut short, malformed, over a limit, or with a part
 * whose length is not what its header says.
 *
 * <p>The message tells structure only (offsets, part numbers), never content.
 */
public final class MultipartException extends IOException {
  private static final long serialVersionUID = 1L;

  /** What is wrong with the body. */
  public enum Kind {
    /** The body ended before its closing delimiter. */
    TRUNCATED,
    /** The bytes are not a multipart body with this boundary. */
    MALFORMED,
    /** More parts, or longer part headers, than the limits allow. */
    LIMIT,
    /** A part is shorter or longer than its Content-Length. */
    LENGTH_MISMATCH
  }

  private final Kind kind;
  private final long offset;
  private final int partIndex;

  /**
   * Creates one.
   *
   * @param kind what is wrong
   * @param message what was noticed, without any content
   * @param offset the byte offset, from 0
   * @param partIndex the part, from 0; negative before the first
   */
  public MultipartException(Kind kind, String message, long offset, int partIndex) {
    super(describe(message, offset, partIndex));
    this.kind = kind;
    this.offset = offset;
    this.partIndex = partIndex;
  }

  private static String describe(String message, long offset, int partIndex) {
    String where = partIndex < 0 ? "before the first part" : "part index " + partIndex;
    return message + " (" + where + ", byte offset " + offset + ")";
  }

  /**
   * What is wrong.
   *
   * @return the kind
   */
  public Kind kind() {
    return kind;
  }

  /**
   * Where it was noticed; for a truncated body the number of bytes that did arrive.
   *
   * @return the byte offset in the multipart body, from 0
   */
  public long offset() {
    return offset;
  }

  /**
   * The part that was being read.
   *
   * @return the index from 0, or -1 before the first part
   */
  public int partIndex() {
    return partIndex;
  }
}
