// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.delete;

import io.github.dicomweb.error.Warning;
import java.util.List;
import java.util.OptionalLong;

/** What the server says of a rejection. Immutable. */
public final class RejectReport {
  private final long count;
  private final int httpStatus;
  private final List<Warning> warnings;

  /**
   * Creates a report.
   *
   * @param count the number of rejected instances; negative if the server gave none
   * @param httpStatus the status of the answer
   * @param warnings what the server warned of and what was tolerated
   */
  public RejectReport(long count, int httpStatus, List<Warning> warnings) {
    this.count = count;
    this.httpStatus = httpStatus;
    this.warnings = List.copyOf(warnings);
  }

  /**
   * The number of rejected instances.
   *
   * @return the number, if the server gave one
   */
  public OptionalLong count() {
    return count < 0 ? OptionalLong.empty() : OptionalLong.of(count);
  }

  /**
   * The status of the answer.
   *
   * @return 200 as a rule
   */
  public int httpStatus() {
    return httpStatus;
  }

  /**
   * What the server warned of and what was tolerated.
   *
   * @return the warnings
   */
  public List<Warning> warnings() {
    return warnings;
  }

  /**
   * Count and status.
   *
   * @return a text that is safe to log
   */
  @Override
  public String toString() {
    return "RejectReport["
        + (count < 0 ? "" : count + " rejected, ")
        + "status "
        + httpStatus
        + "]";
  }
}
