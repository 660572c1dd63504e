// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.internal.store;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * What a source becomes in the form in which it is sent.
 *
 * @param content the DICOM file, or the metadata
 * @param bulkParts the parts that hold the rest of it, or null
 * @param bulkLength the bytes that these take in the body, with what is around them
 */
record Payload(Content content, @Nullable BulkParts bulkParts, long bulkLength) {

  /** Parts that are found when they are sent: a list of all of all instances could be long. */
  interface BulkParts {
    TakenApart open() throws IOException;
  }

  /** All of it is in the content. */
  static Payload of(Content content) {
    return new Payload(content, null, 0);
  }
}
