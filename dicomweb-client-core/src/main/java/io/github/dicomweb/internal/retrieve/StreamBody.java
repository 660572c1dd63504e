// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.internal.retrieve;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** A part whose bytes are a stream. */
record StreamBody(InputStream inputStream) implements PartBody {
  @Override
  public long transferTo(OutputStream out) throws IOException {
    return inputStream.transferTo(out);
  }
}
