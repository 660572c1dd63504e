// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0

/** Small DICOM objects of our own, and the program that makes them. */
@NullMarked
package io.github.dicomweb.testdata;

import org.jspecify.annotations.NullMarked;
