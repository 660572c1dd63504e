// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.internal.retrieve;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** The bytes of one part, whatever it was part of. */
interface PartBody {
  InputStream inputStream();

  long transferTo(OutputStream out) throws IOException;

  /** Whether nothing but the end of the answer ends it: no delimiter and no count of its own. */
  default boolean isWholeAnswer() {
    return false;
  }
}
