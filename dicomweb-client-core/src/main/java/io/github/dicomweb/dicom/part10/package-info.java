// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0

/** DICOM files (PS3.10), read without their pixels. */
@NullMarked
package io.github.dicomweb.dicom.part10;

import org.jspecify.annotations.NullMarked;
