// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.retrieve;

import io.github.dicomweb.error.Warning;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/**
 * The parts of an answer, live: one at a time, in the order in which they arrive. Asking for the
 * next part skips what was not read of the one before and ends it. An answer of one single part is
 * given as a sequence of one.
 *
 * <p>One pass only; not thread-safe. The caller closes it. Not meant to be implemented outside this
 * library.
 *
 * @param <P> the kind of part
 */
public interface Parts<P> extends Iterable<P>, AutoCloseable {

  /**
   * Goes on to the next part.
   *
   * @return the part, or nothing once the closing delimiter was seen
   * @throws io.github.dicomweb.error.MalformedResponseException if the answer ends before its
   *     closing delimiter, or the part before was cut
   * @throws io.github.dicomweb.error.TransportException if the connection breaks
   */
  Optional<P> next();

  /**
   * The one iterator over the parts; see {@link #next}.
   *
   * @throws IllegalStateException when called a second time
   */
  @Override
  Iterator<P> iterator();

  /**
   * Whether the proper end of the answer was seen. Until then nothing proves that nothing is
   * missing.
   *
   * @return true after {@link #next} gave nothing
   */
  boolean ended();

  /**
   * Whether the server itself says that this is not everything that was asked for (206 Partial
   * Content): it could not or would not send the rest.
   *
   * @return true for such an answer
   */
  boolean partial();

  /**
   * What the server warned of and what was tolerated so far.
   *
   * @return the warnings
   */
  List<Warning> warnings();

  /** Ends the transfer and frees the connection. May be called at any time, more than once. */
  @Override
  void close();
}
