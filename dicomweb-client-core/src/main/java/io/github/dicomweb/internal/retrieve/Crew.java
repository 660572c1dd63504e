// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.internal.retrieve;

import io.github.dicomweb.internal.http.Operation;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Several threads at the same work. That of the caller is one of them, and helpers that have not
 * begun when it is done are not waited for: an executor whose threads are all taken slows it down
 * and never stops it.
 */
final class Crew {
  private Crew() {}

  /**
   * Works until all who have begun are done.
   *
   * @param executor where the helpers run
   * @param threads how many there are at most, the caller among them
   * @param operation what a cancellation reaches
   * @param work what each does, in an operation of its own
   * @param stop is called if somebody fails
   */
  static void work(
      Executor executor,
      int threads,
      Operation operation,
      Consumer<Operation> work,
      Runnable stop) {
    List<Member> helpers = new ArrayList<>();
    for (int i = 1; i < threads; i++) {
      Member helper = new Member(work, operation.fork(), stop);
      try {
        executor.execute(helper);
      } catch (RejectedExecutionException e) {
        // No room for one more: fewer do the same.
        break;
      }
      helpers.add(helper);
    }
    Member caller = new Member(work, operation.fork(), stop);
    caller.run();
    helpers.forEach(helper -> helper.finish(operation));
    caller.rethrow();
    helpers.forEach(Member::rethrow);
  }

  private static final class Member implements Runnable {
    private final Consumer<Operation> work;
    private final Operation operation;
    private final Runnable stop;
    private final AtomicBoolean begun = new AtomicBoolean();
    private final CountDownLatch done = new CountDownLatch(1);
    private volatile @Nullable Throwable failure;

    Member(Consumer<Operation> work, Operation operation, Runnable stop) {
      this.work = work;
      this.operation = operation;
      this.stop = stop;
    }

    @Override
    public void run() {
      if (!begun.compareAndSet(false, true)) {
        return;
      }
      try {
        work.accept(operation);
      } catch (RuntimeException | Error e) {
        failure = e;
        stop.run();
      } finally {
        done.countDown();
      }
    }

    /** Waits, if it has begun; whoever is interrupted meanwhile wants all to end. */
    void finish(Operation whole) {
      if (begun.compareAndSet(false, true)) {
        return;
      }
      boolean interrupted = false;
      while (true) {
        try {
          done.await();
          break;
        } catch (InterruptedException e) {
          interrupted = true;
          whole.cancel();
        }
      }
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }

    void rethrow() {
      Throwable thrown = failure;
      if (thrown instanceof Error error) {
        throw error;
      }
      if (thrown instanceof RuntimeException exception) {
        throw exception;
      }
    }
  }
}
