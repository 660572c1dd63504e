// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.internal.delete;

import io.github.dicomweb.internal.http.Operation;
import java.time.Duration;

/** The time, and the passing of it. */
interface Pauses {
  Pauses REAL =
      new Pauses() {
        @Override
        public long nanoTime() {
          return System.nanoTime();
        }

        @Override
        public void pause(Duration time, Operation operation) throws InterruptedException {
          operation.pause(time);
        }
      };

  /** As {@link System#nanoTime()}. */
  long nanoTime();

  /** Waits, until the time is over or the operation is cancelled. */
  void pause(Duration time, Operation operation) throws InterruptedException;
}
