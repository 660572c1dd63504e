// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0

/** The DICOM JSON model (PS3.18 Annex F), streamed. */
@NullMarked
package io.github.dicomweb.dicom.json;

import org.jspecify.annotations.NullMarked;
