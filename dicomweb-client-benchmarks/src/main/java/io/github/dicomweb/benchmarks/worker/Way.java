// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.benchmarks.worker;

import java.io.IOException;

/** One way to do a piece of work, which can be done again and again. */
interface Way extends AutoCloseable {
  /**
   * Does it once; this is what is timed.
   *
   * @return how much was done: bytes, or whatever the ways that are compared count in the same way
   * @throws Exception whatever goes wrong; the measurement is then worth nothing
   */
  long run() throws Exception;

  /** Clears up after one run, not timed. */
  default void after() throws Exception {}

  /** Ends it. */
  @Override
  default void close() throws IOException {}
}
