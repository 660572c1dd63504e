// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.benchmarks.worker;

import io.github.dicomweb.retrieve.FramePart;
import io.github.dicomweb.retrieve.FrameParts;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/** The frames of an instance, each asked for by itself, eight at a time. */
final class Frames extends OurClient {
  static final int AT_A_TIME = 8;

  private final int frames;

  Frames(Setup setup) {
    super(setup);
    frames = setup.count();
  }

  @Override
  public long run() throws Exception {
    AtomicInteger next = new AtomicInteger();
    ExecutorService threads = Executors.newFixedThreadPool(AT_A_TIME);
    try {
      List<Future<Long>> parts = new ArrayList<>();
      for (int i = 0; i < AT_A_TIME; i++) {
        parts.add(threads.submit(() -> take(next)));
      }
      long taken = 0;
      for (Future<Long> part : parts) {
        taken += part.get();
      }
      if (taken != frames) {
        throw new IOException(taken + " of " + frames + " frames");
      }
      return taken;
    } finally {
      threads.shutdownNow();
    }
  }

  private long take(AtomicInteger next) {
    long taken = 0;
    for (int frame = next.incrementAndGet(); frame <= frames; frame = next.incrementAndGet()) {
      try (FrameParts parts =
          client().retrieveFrames(Setup.STUDY, Setup.SERIES, Setup.INSTANCE, frame).open()) {
        Optional<FramePart> part = parts.next();
        if (part.isPresent() && part.get().transferTo(OutputStream.nullOutputStream()) > 0) {
          taken++;
        }
      }
    }
    return taken;
  }
}
