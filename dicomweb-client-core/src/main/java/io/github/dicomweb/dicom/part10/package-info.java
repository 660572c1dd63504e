// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0

/** DICOM files (PS3.10), read and written; no pixel is ever decoded. */
@NullMarked
package io.github.dicomweb.dicom.part10;

import org.jspecify.annotations.NullMarked;
