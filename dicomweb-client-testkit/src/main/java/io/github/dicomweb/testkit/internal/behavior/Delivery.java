// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.testkit.internal.behavior;

import io.github.dicomweb.testkit.behavior.AnswerBehavior.Framing;
import io.github.dicomweb.testkit.internal.http.Answer;

/**
 * An answer and how it is sent.
 *
 * @param answer with the bytes that are sent
 * @param framing how their end is told
 * @param promised how many bytes there should have been; more than there are when the connection
 *     breaks off
 */
public record Delivery(Answer answer, Framing framing, long promised) {
  /** An answer that is sent whole. */
  public static Delivery of(Answer answer, Framing framing) {
    return new Delivery(answer, framing, 0);
  }

  /** Whether the connection breaks off behind the bytes of the answer. */
  public boolean breaksOff() {
    return promised > 0;
  }

  @Override
  public String toString() {
    return "Delivery[" + answer.status() + ", " + framing + "]";
  }
}
