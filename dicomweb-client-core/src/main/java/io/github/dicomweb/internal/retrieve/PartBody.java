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
}
