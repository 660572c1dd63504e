// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.internal.http;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import okhttp3.Call;
import org.jspecify.annotations.Nullable;

/** One call of a user, of one or more exchanges: what cancelling it has to reach. */
public final class Operation {
  private final List<Operation> forks = new ArrayList<>();
  private @Nullable Call current;
  private @Nullable Thread writer;
  private boolean cancelled;

  /** Makes a call the one that {@link #cancel} ends. */
  synchronized void begin(Call call) {
    current = call;
    if (cancelled) {
      call.cancel();
    }
  }

  /** Ends the exchange under way, and each that would follow. Safe from any thread. */
  public synchronized void cancel() {
    cancelled = true;
    notifyAll();
    if (current != null) {
      current.cancel();
    }
    forks.forEach(Operation::cancel);
  }

  /** A part of it that has a call of its own under way, on another thread. */
  public synchronized Operation fork() {
    Operation fork = new Operation();
    forks.add(fork);
    if (cancelled) {
      fork.cancel();
    }
    return fork;
  }

  /**
   * Says that the calling thread begins a file, which it takes away if it is not finished.
   *
   * @throws IOException if the operation was cancelled: then no more is begun
   */
  public synchronized void beginFile() throws IOException {
    if (cancelled) {
      throw new IOException("cancelled before a file was begun");
    }
    writer = Thread.currentThread();
  }

  /** Says that the file has its name, or is gone. */
  public synchronized void endFile() {
    writer = null;
    notifyAll();
  }

  /**
   * Waits until no other thread has begun a file.
   *
   * @param end when to wait no longer, as {@link System#nanoTime} tells it
   */
  void awaitFiles(long end) throws InterruptedException {
    for (Operation fork : awaitOwnFile(end)) {
      fork.awaitFiles(end);
    }
  }

  private synchronized List<Operation> awaitOwnFile(long end) throws InterruptedException {
    for (long left = end - System.nanoTime();
        writer != null && writer != Thread.currentThread() && left > 0;
        left = end - System.nanoTime()) {
      TimeUnit.NANOSECONDS.timedWait(this, left);
    }
    return List.copyOf(forks);
  }

  /** Waits, until a time is over or {@link #cancel} is called. */
  public synchronized void pause(Duration time) throws InterruptedException {
    long end = System.nanoTime() + time.toNanos();
    for (long left = time.toNanos(); left > 0 && !cancelled; left = end - System.nanoTime()) {
      TimeUnit.NANOSECONDS.timedWait(this, left);
    }
  }

  /** Whether {@link #cancel} was called. */
  public synchronized boolean cancelled() {
    return cancelled;
  }

  /**
   * Runs a blocking call on another thread.
   *
   * @param executor where it runs
   * @param call the blocking call
   * @return a future; cancelling it cancels the operation
   */
  public static <T> CompletableFuture<T> async(Executor executor, Function<Operation, T> call) {
    Operation operation = new Operation();
    CancellingFuture<T> future = new CancellingFuture<>(operation);
    try {
      executor.execute(() -> run(call, operation, future));
    } catch (RejectedExecutionException e) {
      future.completeExceptionally(new IllegalStateException("this client is closed", e));
    }
    return future;
  }

  private static <T> void run(
      Function<Operation, T> call, Operation operation, CompletableFuture<T> future) {
    if (operation.cancelled()) {
      return;
    }
    try {
      T result = call.apply(operation);
      if (!future.complete(result)) {
        closeUnclaimed(result);
      }
    } catch (Throwable failure) {
      future.completeExceptionally(failure);
    }
  }

  private static void closeUnclaimed(@Nullable Object result) throws Exception {
    // Cancelled between the answer and here: nobody else can close it any more.
    if (result instanceof AutoCloseable closeable) {
      closeable.close();
    }
  }

  private static final class CancellingFuture<T> extends CompletableFuture<T> {
    private final Operation operation;

    CancellingFuture(Operation operation) {
      this.operation = operation;
    }

    @Override
    public boolean cancel(boolean mayInterruptIfRunning) {
      boolean done = super.cancel(mayInterruptIfRunning);
      if (done) {
        operation.cancel();
      }
      return done;
    }
  }
}
