// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.cli.run;

import io.github.dicomweb.cli.output.BrokenPipeException;
import io.github.dicomweb.cli.output.Text;
import io.github.dicomweb.error.AuthenticationException;
import io.github.dicomweb.error.ConflictException;
import io.github.dicomweb.error.CredentialsException;
import io.github.dicomweb.error.DicomFormatException;
import io.github.dicomweb.error.DicomWebException;
import io.github.dicomweb.error.HttpStatusException;
import io.github.dicomweb.error.IncompleteResultException;
import io.github.dicomweb.error.MalformedResponseException;
import io.github.dicomweb.error.NotFoundException;
import io.github.dicomweb.error.TransportException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletionException;

/** What a failure is called, and the exit code that goes with it. */
public final class Failures {
  private static final int LONGEST = 400;

  private Failures() {}

  /**
   * The failure beneath what futures wrap around it.
   *
   * @param failure a failure
   * @return the failure itself
   */
  public static Throwable unwrap(Throwable failure) {
    Throwable cause = failure.getCause();
    boolean wrapped =
        failure instanceof CompletionException || failure instanceof UncheckedIOException;
    return wrapped && cause != null ? cause : failure;
  }

  /**
   * The exit code.
   *
   * @param wrapped a failure
   * @return its code
   */
  public static int code(Throwable wrapped) {
    Throwable failure = unwrap(wrapped);
    if (failure instanceof DicomWebException known) {
      return code(known);
    }
    if (failure instanceof UsageException || failure instanceof IllegalArgumentException) {
      return Exit.USAGE;
    }
    if (failure instanceof StrictException) {
      return Exit.MALFORMED;
    }
    if (failure instanceof CancellationException) {
      return Exit.INTERRUPTED;
    }
    return failure instanceof BrokenPipeException ? Exit.DONE : Exit.FAILED;
  }

  private static int code(DicomWebException failure) {
    if (failure instanceof AuthenticationException) {
      return Exit.NOT_ALLOWED;
    }
    if (failure instanceof NotFoundException) {
      return Exit.NOT_FOUND;
    }
    if (failure instanceof TransportException ended) {
      return switch (ended.reason()) {
        case CANCELLED -> Exit.INTERRUPTED;
        case LOCAL -> Exit.FAILED;
        case CONNECTION, TLS, TIMEOUT -> Exit.UNREACHABLE;
      };
    }
    if (failure instanceof CredentialsException credentials) {
      return switch (credentials.reason()) {
        case UNAVAILABLE -> Exit.UNREACHABLE;
        case REFUSED, SIGN_IN_NEEDED, NOT_GRANTED -> Exit.NOT_ALLOWED;
        case MALFORMED -> Exit.MALFORMED;
        case CANCELLED -> Exit.INTERRUPTED;
      };
    }
    if (failure instanceof IncompleteResultException) {
      return Exit.PARTIAL;
    }
    return failure instanceof MalformedResponseException || failure instanceof DicomFormatException
        ? Exit.MALFORMED
        : Exit.FAILED;
  }

  /**
   * One line for a person.
   *
   * @param wrapped a failure
   * @return what went wrong, with the server's own text, bounded and without control characters
   */
  public static String line(Throwable wrapped) {
    Throwable failure = unwrap(wrapped);
    StringBuilder line = new StringBuilder(kind(failure)).append(": ").append(message(failure));
    if (failure instanceof HttpStatusException refused && !refused.body().isBlank()) {
      line.append("; the server says: ").append(Text.line(refused.body(), LONGEST));
    }
    return Text.line(line.toString(), 2 * LONGEST);
  }

  private static String message(Throwable failure) {
    String message = String.valueOf(failure.getMessage());
    if (failure instanceof FileSystemException file) {
      if (failure instanceof NoSuchFileException) {
        return "no such file: " + file.getFile();
      }
      if (failure instanceof AccessDeniedException) {
        return "permission denied: " + file.getFile();
      }
      if (failure instanceof FileAlreadyExistsException) {
        return "is in the way: " + file.getFile();
      }
      return message;
    }
    Throwable cause = failure.getCause();
    if (failure instanceof TransportException ended
        && ended.reason() == TransportException.Reason.LOCAL
        && cause instanceof IOException) {
      return message + " (" + message(cause) + ")";
    }
    return failure.getMessage() == null ? failure.getClass().getSimpleName() : message;
  }

  private static String kind(Throwable failure) {
    if (failure instanceof NotFoundException) {
      return "not found";
    }
    if (failure instanceof AuthenticationException denied) {
      return denied.status() == 401 ? "not authenticated" : "not allowed";
    }
    if (failure instanceof ConflictException) {
      return "conflict";
    }
    if (failure instanceof HttpStatusException) {
      return "refused by the server";
    }
    if (failure instanceof TransportException ended) {
      return switch (ended.reason()) {
        case TIMEOUT -> "timed out";
        case TLS -> "no secure connection";
        case CONNECTION -> ended.requestSent() ? "connection broken" : "cannot be reached";
        case CANCELLED -> "interrupted";
        case LOCAL -> "failed on this machine";
      };
    }
    if (failure instanceof CredentialsException) {
      return "no credentials";
    }
    if (failure instanceof MalformedResponseException || failure instanceof StrictException) {
      return "malformed answer";
    }
    if (failure instanceof DicomFormatException) {
      return "malformed";
    }
    if (failure instanceof IncompleteResultException) {
      return "incomplete";
    }
    if (failure instanceof CancellationException) {
      return "interrupted";
    }
    if (failure instanceof UnsupportedOperationException) {
      return "not possible with this server";
    }
    return failure instanceof UsageException || failure instanceof IllegalArgumentException
        ? "wrong usage"
        : "failed";
  }
}
