// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.oidc;

import io.github.dicomweb.oidc.internal.endpoint.AuthorizationServer;
import io.github.dicomweb.oidc.internal.endpoint.Settings;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** The threads and connections behind credentials. */
final class Backstage implements AutoCloseable {
  private static final AtomicInteger NUMBER = new AtomicInteger();

  private final AuthorizationServer server;
  private final ExecutorService executor = Executors.newCachedThreadPool(daemons());
  private final CountDownLatch closed = new CountDownLatch(1);
  private final Runnable onClose;

  Backstage(Settings settings, Runnable onClose) {
    this.server = new AuthorizationServer(settings);
    this.onClose = onClose;
  }

  private static ThreadFactory daemons() {
    return task -> {
      Thread thread = new Thread(task, "dicomweb-oidc-" + NUMBER.incrementAndGet());
      thread.setDaemon(true);
      return thread;
    };
  }

  AuthorizationServer server() {
    return server;
  }

  ExecutorService executor() {
    return executor;
  }

  /** Waits, unless everything is closed meanwhile. */
  void pause(Duration time) throws InterruptedException {
    if (closed.await(time.toMillis(), TimeUnit.MILLISECONDS)) {
      throw new InterruptedException("closed");
    }
  }

  @Override
  public void close() {
    closed.countDown();
    executor.shutdownNow();
    onClose.run();
  }
}
