// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.delete;

import io.github.dicomweb.error.DicomWebException;
import io.github.dicomweb.error.Warning;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** What became of a deletion. Immutable. */
public final class DeleteReport {
  private final DeleteStatus status;
  private final int httpStatus;
  private final @Nullable String operation;
  private final @Nullable Integer errorCode;
  private final String message;
  private final List<Warning> warnings;
  private final @Nullable DicomWebException failure;

  /**
   * Creates a report.
   *
   * @param status what became of it
   * @param httpStatus the status of the answer to the first request
   * @param operation the name of the operation, or null if it was done at once
   * @param errorCode the code of the error of a failed operation, or null
   * @param message what the server says of the error; empty if nothing
   * @param warnings what the server warned of
   * @param failure what kept us from hearing of its end, or null
   */
  public DeleteReport(
      DeleteStatus status,
      int httpStatus,
      @Nullable String operation,
      @Nullable Integer errorCode,
      String message,
      List<Warning> warnings,
      @Nullable DicomWebException failure) {
    this.status = status;
    this.httpStatus = httpStatus;
    this.operation = operation;
    this.errorCode = errorCode;
    this.message = message;
    this.warnings = List.copyOf(warnings);
    this.failure = failure;
  }

  /**
   * What became of it.
   *
   * @return the status
   */
  public DeleteStatus status() {
    return status;
  }

  /**
   * The status of the answer to the first request.
   *
   * @return for example 200 or 204
   */
  public int httpStatus() {
    return httpStatus;
  }

  /**
   * The name of the operation, by which {@link Deletions#operation} asks for it again.
   *
   * @return the name; empty if the server deleted at once
   */
  public Optional<String> operation() {
    return Optional.ofNullable(operation);
  }

  /**
   * The code of the error of a failed operation.
   *
   * @return the code, if the server gave one
   */
  public OptionalInt errorCode() {
    return errorCode == null ? OptionalInt.empty() : OptionalInt.of(errorCode);
  }

  /**
   * What the server says of the error.
   *
   * @return the text; empty if there is none. A server may name what was to be deleted here.
   */
  public String message() {
    return message;
  }

  /**
   * What the server warned of.
   *
   * @return the warnings
   */
  public List<Warning> warnings() {
    return warnings;
  }

  /**
   * What kept us from hearing of the end of an unfinished one, or went wrong last while it was
   * waited for.
   *
   * @return the failure; empty if the time was over
   */
  public Optional<DicomWebException> failure() {
    return Optional.ofNullable(failure);
  }

  /**
   * Insists that it is deleted.
   *
   * @return this, if the status is {@link DeleteStatus#DELETED}
   * @throws DeleteException otherwise
   */
  public DeleteReport orThrow() {
    if (status != DeleteStatus.DELETED) {
      throw new DeleteException(this);
    }
    return this;
  }

  /**
   * Statuses and code.
   *
   * @return a text that is safe to log
   */
  @Override
  public String toString() {
    return "DeleteReport["
        + status
        + ", status "
        + httpStatus
        + (errorCode == null ? "" : ", error " + errorCode)
        + "]";
  }
}
