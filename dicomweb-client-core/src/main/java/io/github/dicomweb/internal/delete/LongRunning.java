// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.internal.delete;

import io.github.dicomweb.delete.DeleteReport;
import io.github.dicomweb.delete.DeleteStatus;
import io.github.dicomweb.error.CredentialsException;
import io.github.dicomweb.error.DicomWebException;
import io.github.dicomweb.error.HttpStatusException;
import io.github.dicomweb.error.MalformedResponseException;
import io.github.dicomweb.error.TransportException;
import io.github.dicomweb.error.Warning;
import io.github.dicomweb.internal.http.Answer;
import io.github.dicomweb.internal.http.Exchange;
import io.github.dicomweb.internal.http.Operation;
import io.github.dicomweb.internal.http.Service;
import io.github.dicomweb.internal.http.Transport;
import java.time.Duration;
import java.util.List;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/**
 * Asks for the state of an operation until it is done or the time is over. What goes wrong
 * meanwhile does not hide that the server took the deletion on: it ends up in the report.
 */
final class LongRunning {
  private static final Duration FIRST = Duration.ofSeconds(1);
  private static final Duration LONGEST = Duration.ofSeconds(30);
  private static final Duration DEFAULT_WAIT = Duration.ofMinutes(5);

  private final Transport transport;
  private final Pauses pauses;
  private final Duration wait;

  LongRunning(Transport transport, Pauses pauses) {
    this(transport, pauses, DEFAULT_WAIT);
  }

  private LongRunning(Transport transport, Pauses pauses, Duration wait) {
    this.transport = transport;
    this.pauses = pauses;
    this.wait = wait;
  }

  LongRunning waitAtMost(Duration time) {
    if (time.isNegative()) {
      throw new IllegalArgumentException("a time to wait is never negative");
    }
    return new LongRunning(transport, pauses, time);
  }

  /** Asks at once, and then follows. */
  DeleteReport ask(String name, Operation operation) {
    HttpUrl url = OperationUrl.of(transport.base(Service.RETRIEVE), name);
    if (url == null) {
      throw new IllegalArgumentException(
          "from the base URL it cannot be told where operations of this name are");
    }
    try (Answer answer = get(url, operation)) {
      OperationState state = state(answer);
      return follow(state, answer.status(), answer.warnings(), operation);
    }
  }

  private Answer get(HttpUrl url, Operation operation) {
    return transport.send(
        Exchange.get(Service.RETRIEVE, url, "operation")
            .accept(List.of("application/json"))
            .build(),
        operation);
  }

  private static OperationState state(Answer answer) {
    return OperationState.read(answer)
        .orElseThrow(() -> answer.malformed("the answer is no operation").build());
  }

  /** Waits for the end. */
  DeleteReport follow(
      OperationState first, int status, List<Warning> warnings, Operation operation) {
    String name = first.name();
    HttpUrl url = OperationUrl.of(transport.base(Service.RETRIEVE), name);
    OperationState state = first;
    DicomWebException failure = null;
    long start = pauses.nanoTime();
    Duration delay = FIRST;
    while (!state.done()) {
      Duration left = wait.minusNanos(pauses.nanoTime() - start);
      if (url == null || left.isNegative() || left.isZero()) {
        return unfinished(name, status, warnings, failure);
      }
      try {
        pauses.pause(delay.compareTo(left) < 0 ? delay : left, operation);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return unfinished(name, status, warnings, failure);
      }
      delay = delay.multipliedBy(2).compareTo(LONGEST) < 0 ? delay.multipliedBy(2) : LONGEST;
      try (Answer answer = get(url, operation)) {
        state = state(answer);
        failure = null;
      } catch (HttpStatusException
          | TransportException
          | MalformedResponseException
          | CredentialsException e) {
        failure = e;
        if (operation.cancelled() || !mayPass(e)) {
          return unfinished(name, status, warnings, e);
        }
      }
    }
    return new DeleteReport(
        state.error() ? DeleteStatus.FAILED : DeleteStatus.DELETED,
        status,
        name,
        state.errorCode(),
        state.message(),
        warnings,
        null);
  }

  /** Whether asking again may help; it is asked for a state only, so it does no harm. */
  private static boolean mayPass(DicomWebException e) {
    if (e instanceof CredentialsException missing) {
      return missing.reason() == CredentialsException.Reason.UNAVAILABLE;
    }
    return !(e instanceof HttpStatusException refusal)
        || refusal.status() == 429
        || refusal.status() >= 500;
  }

  private static DeleteReport unfinished(
      String name, int status, List<Warning> warnings, @Nullable DicomWebException failure) {
    return new DeleteReport(DeleteStatus.UNFINISHED, status, name, null, "", warnings, failure);
  }
}
