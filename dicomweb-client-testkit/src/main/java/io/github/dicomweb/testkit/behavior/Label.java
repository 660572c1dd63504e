// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.testkit.behavior;

/** What a Content-Type says of what it stands for. */
public enum Label {
  /** What it is. */
  RIGHT,
  /** That it is {@code application/octet-stream}. */
  OCTET_STREAM,
  /** That it is {@code text/plain}. */
  TEXT_PLAIN,
  /** DICOM JSON is {@code application/json}, all else {@code application/octet-stream}. */
  BY_FILE_NAME,
  /** Nothing: there is no Content-Type. */
  MISSING
}
