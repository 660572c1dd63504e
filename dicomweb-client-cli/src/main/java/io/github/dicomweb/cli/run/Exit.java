// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.cli.run;

/** The exit codes, which scripts rely on. */
public final class Exit {
  /** Done and complete. */
  public static final int DONE = 0;

  /** Nothing useful done. */
  public static final int FAILED = 1;

  /** Used in a wrong way. */
  public static final int USAGE = 2;

  /** Done in part, or not known to be whole. */
  public static final int PARTIAL = 3;

  /** Not authenticated, or not allowed. */
  public static final int NOT_ALLOWED = 4;

  /** Not found. */
  public static final int NOT_FOUND = 5;

  /** The server cannot be reached, or timed out. */
  public static final int UNREACHABLE = 6;

  /** The answer is malformed. */
  public static final int MALFORMED = 7;

  /** Interrupted by a person. */
  public static final int INTERRUPTED = 130;

  private Exit() {}
}
