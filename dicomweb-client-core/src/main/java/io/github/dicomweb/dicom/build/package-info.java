// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0

/** Instances made of other things: a PDF, a picture. */
@NullMarked
package io.github.dicomweb.dicom.build;

import org.jspecify.annotations.NullMarked;
