// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0

/** Hostile input for each parser: see docs/fuzzing.md. */
@NullMarked
package io.github.dicomweb.fuzz;

import org.jspecify.annotations.NullMarked;
