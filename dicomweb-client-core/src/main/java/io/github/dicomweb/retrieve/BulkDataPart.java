// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.retrieve;

import io.github.dicomweb.dicom.BulkDataReference;

/**
 * A value, or a fragment or frame of one, that is arriving: bytes in little endian byte order, or a
 * bare codestream, or a document under its own media type. Not meant to be implemented outside this
 * library.
 */
public interface BulkDataPart extends Part {

  /**
   * Whether this is what a reference in the metadata refers to: whether the Content-Location is the
   * same URL, both made absolute, and put on the configured base URL where the profile of the
   * server says so.
   *
   * @param reference a reference from metadata of the same server
   * @return true if it is; false if the part has no Content-Location
   */
  boolean isFor(BulkDataReference reference);
}
