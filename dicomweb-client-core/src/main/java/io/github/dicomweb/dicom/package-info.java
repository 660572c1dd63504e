// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0

/** The DICOM data model: immutable datasets, elements and their vocabulary. No HTTP in here. */
@NullMarked
package io.github.dicomweb.dicom;

import org.jspecify.annotations.NullMarked;
