// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0

/** The DICOMweb client and its builder: where every use of the library begins. */
@NullMarked
package io.github.dicomweb;

import org.jspecify.annotations.NullMarked;
