// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0

/** The Native DICOM Model in XML (PS3.19 Annex A.1). */
@NullMarked
package io.github.dicomweb.dicom.xml;

import org.jspecify.annotations.NullMarked;
