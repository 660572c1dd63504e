// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.cli.run;

import io.github.dicomweb.error.HttpStatusException;
import io.github.dicomweb.error.TransportException;
import io.github.dicomweb.error.TransportException.Reason;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Supplier;

/** Repeats what may be repeated: calls that change nothing, or of which the server saw nothing. */
public final class Retries {
  private static final long FIRST_MILLIS = 500;
  private static final long LONGEST_SECONDS = 60;

  private final int most;
  private final Interrupts interrupts;

  /**
   * Repeats up to a number of times.
   *
   * @param most how often at most
   * @param interrupts ends the waiting
   */
  public Retries(int most, Interrupts interrupts) {
    this.most = most;
    this.interrupts = interrupts;
  }

  /**
   * Does something that changes nothing on the server.
   *
   * @param call the call
   * @return its result
   */
  public <T> T reading(Supplier<T> call) {
    return repeat(call, result -> Optional.empty(), true);
  }

  /**
   * Does something that changes nothing on the server, and that is gone on with by doing it again.
   *
   * @param call the call
   * @param broken what kept a result from being whole
   * @return the first result that is whole, or the last one
   */
  public <T> T reading(Supplier<T> call, Function<T, Optional<? extends Throwable>> broken) {
    return repeat(call, broken, true);
  }

  /**
   * Does something that changes the server: repeated only if it has seen nothing of it.
   *
   * @param call the call
   * @return its result
   */
  public <T> T writing(Supplier<T> call) {
    return repeat(call, result -> Optional.empty(), false);
  }

  private <T> T repeat(
      Supplier<T> call, Function<T, Optional<? extends Throwable>> broken, boolean harmless) {
    for (int attempt = 0; ; attempt++) {
      Throwable failure;
      try {
        T result = call.get();
        Optional<? extends Throwable> problem = broken.apply(result);
        if (problem.isEmpty() || isLast(attempt, problem.get(), harmless)) {
          return result;
        }
        failure = problem.get();
      } catch (RuntimeException e) {
        failure = Failures.unwrap(e);
        if (isLast(attempt, failure, harmless)) {
          throw e;
        }
      }
      pause(failure, attempt);
    }
  }

  private boolean isLast(int attempt, Throwable failure, boolean harmless) {
    return attempt >= most || interrupts.interrupted() || !helps(failure, harmless);
  }

  private static boolean helps(Throwable failure, boolean harmless) {
    if (failure instanceof TransportException ended) {
      boolean passing = ended.reason() == Reason.CONNECTION || ended.reason() == Reason.TIMEOUT;
      return passing && (harmless || !ended.requestSent());
    }
    if (failure instanceof HttpStatusException refused) {
      return switch (refused.status()) {
        case 429, 503 -> true;
        case 502, 504 -> harmless;
        default -> false;
      };
    }
    return false;
  }

  private static void pause(Throwable failure, int attempt) {
    long millis = FIRST_MILLIS << Math.min(attempt, 6);
    if (failure instanceof HttpStatusException refused) {
      millis = retryAfter(refused).map(Duration::toMillis).orElse(millis);
    }
    try {
      // a latch that nobody opens: waiting that an interruption ends
      boolean unused = new CountDownLatch(1).await(millis, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static Optional<Duration> retryAfter(HttpStatusException refused) {
    return refused
        .header("retry-after")
        .filter(text -> !text.isEmpty() && text.length() < 6)
        .filter(text -> text.chars().allMatch(c -> c >= '0' && c <= '9'))
        .map(text -> Duration.ofSeconds(Math.min(LONGEST_SECONDS, Long.parseLong(text))));
  }
}
