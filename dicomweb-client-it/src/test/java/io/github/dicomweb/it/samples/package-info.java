// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0

/** Real DICOM files of others, and programs of the system that read them. */
@NullMarked
package io.github.dicomweb.it.samples;

import org.jspecify.annotations.NullMarked;
