// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.uri;

/**
 * A retrieval of one object by WADO-URI (PS3.18 §9): for archives that have nothing else. It comes
 * as a DICOM file or as something rendered; the parameters of the one do not go with the other.
 * Immutable and thread-safe.
 *
 * <p>Not meant to be implemented outside this library: methods may be added.
 */
public interface UriRequest {

  /**
   * Asks for the object as a DICOM file.
   *
   * @return a request
   */
  DicomUriRequest dicom();

  /**
   * Asks for a picture, a video or a document made from the object.
   *
   * @return a request
   */
  RenderedUriRequest rendered();
}
