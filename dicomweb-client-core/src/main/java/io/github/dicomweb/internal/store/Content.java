// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.internal.store;

import java.io.IOException;
import java.io.OutputStream;

/** Bytes to be sent, which can be written any number of times. */
interface Content {

  /** How many bytes there are, or −1 when only writing them tells. */
  long length();

  /** Writes them; fails with an {@link IOException} where reading or the stream does. */
  void writeTo(OutputStream out) throws IOException;
}
