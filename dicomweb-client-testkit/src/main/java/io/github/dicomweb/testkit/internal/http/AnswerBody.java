// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.testkit.internal.http;

import java.io.IOException;
import okio.BufferedSink;

/** The body of an answer, written when the time comes. */
public interface AnswerBody {
  /** The number of bytes that will be written. */
  long length();

  void writeTo(BufferedSink sink) throws IOException;
}
