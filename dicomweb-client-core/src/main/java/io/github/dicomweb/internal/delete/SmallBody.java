// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.internal.delete;

import io.github.dicomweb.internal.http.Answer;
import java.io.IOException;
import okio.BufferedSource;

/** Bodies of a few lines. */
final class SmallBody {
  private static final int LIMIT = 64 * 1024;

  private SmallBody() {}

  /** Reads it as UTF-8 to its end, which shows that it was not cut. */
  static String read(Answer answer) throws IOException {
    BufferedSource source = answer.source();
    if (source.request(LIMIT + 1L)) {
      throw answer.malformed("the answer is longer than any such answer is").build();
    }
    return source.readUtf8();
  }
}
