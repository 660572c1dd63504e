// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.cli.run;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * What Ctrl-C reaches. The runtime runs {@link #interrupt} when it is told to end and exits with
 * 128 and the number of the signal afterwards: until then transfers are ended in an orderly way, so
 * that they take their temporary files away.
 */
public final class Interrupts {
  private static final long PATIENCE_SECONDS = 3;

  private final List<Runnable> running = new CopyOnWriteArrayList<>();
  private final List<Runnable> clients = new CopyOnWriteArrayList<>();
  private final List<Runnable> cleanups = new CopyOnWriteArrayList<>();
  private final CountDownLatch finished = new CountDownLatch(1);
  private volatile boolean interrupted;

  /**
   * Whether the end was asked for.
   *
   * @return true after Ctrl-C
   */
  public boolean interrupted() {
    return interrupted;
  }

  /**
   * Waits for a result; Ctrl-C cancels it.
   *
   * @param future a call under way
   * @return the result
   */
  public <T> T await(CompletableFuture<T> future) {
    Runnable cancelling = () -> future.cancel(true);
    running.add(cancelling);
    try {
      if (interrupted) {
        future.cancel(true);
      }
      return future.join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof RuntimeException failure) {
        throw failure;
      }
      throw e;
    } finally {
      running.remove(cancelling);
    }
  }

  /**
   * Has a client closed at Ctrl-C: that ends its transfers, and takes until they have taken their
   * temporary files away.
   *
   * @param close closes it; harmless when it is closed
   */
  public void atInterruptClose(Runnable close) {
    clients.add(close);
  }

  /**
   * Has something done at Ctrl-C, after the transfers have ended.
   *
   * @param cleanup what to do; harmless when there is nothing to do any more
   */
  public void atInterrupt(Runnable cleanup) {
    cleanups.add(cleanup);
  }

  /** After Ctrl-C, waits until no transfer writes any more. */
  public void settle() {
    if (interrupted) {
      clients.forEach(Runnable::run);
    }
  }

  /** Says that the command is done: nobody has to wait for it any more. */
  public void finish() {
    finished.countDown();
  }

  /** Ends what is under way. */
  public void interrupt() {
    if (finished.getCount() == 0) {
      return;
    }
    interrupted = true;
    running.forEach(Runnable::run);
    clients.forEach(Runnable::run);
    cleanups.forEach(Runnable::run);
    try {
      boolean unused = finished.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
