// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0

/** One program, run unchanged against servers that differ. */
@NullMarked
package io.github.dicomweb.it.program;

import org.jspecify.annotations.NullMarked;
