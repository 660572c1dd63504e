// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.oidc.internal.grant;

import java.time.Duration;

/** Waits between two questions. */
@FunctionalInterface
public interface Pause {
  /**
   * Waits.
   *
   * @param time how long
   * @throws InterruptedException if nobody wants the answer any more
   */
  void sleep(Duration time) throws InterruptedException;
}
