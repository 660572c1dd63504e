// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.internal.retrieve;

import io.github.dicomweb.error.CredentialsException;
import io.github.dicomweb.error.DicomWebException;
import io.github.dicomweb.error.HttpStatusException;
import io.github.dicomweb.error.TransportException;
import io.github.dicomweb.error.TransportException.Reason;
import org.jspecify.annotations.Nullable;

/** Tells the failure of one transfer of many from what would befall the others too. Thread-safe. */
final class Patience {
  // A server that is gone would otherwise be asked for each of a thousand instances.
  private static final int FAILURES_IN_A_ROW = 3;

  private @Nullable DicomWebException failure;
  private int inARow;

  /** Something came: the server is there. */
  synchronized void came() {
    inARow = 0;
  }

  /** Whether a failure ends everything. */
  synchronized boolean ends(DicomWebException e) {
    inARow = e instanceof TransportException ? inARow + 1 : 0;
    boolean hopeless =
        inARow >= FAILURES_IN_A_ROW
            || e instanceof CredentialsException
            || (e instanceof HttpStatusException refused && refused.status() == 401)
            || (e instanceof TransportException ended
                && (ended.reason() == Reason.LOCAL || ended.reason() == Reason.CANCELLED));
    if (hopeless) {
      end(e);
    }
    return hopeless;
  }

  /** Ends everything. */
  synchronized void end(DicomWebException e) {
    if (failure == null) {
      failure = e;
    }
  }

  /** What ended everything, or null. */
  synchronized @Nullable DicomWebException failure() {
    return failure;
  }
}
