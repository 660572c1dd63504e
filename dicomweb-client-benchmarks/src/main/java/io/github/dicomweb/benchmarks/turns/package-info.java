// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0

/** Processes that do the same work in turn. */
@NullMarked
package io.github.dicomweb.benchmarks.turns;

import org.jspecify.annotations.NullMarked;
