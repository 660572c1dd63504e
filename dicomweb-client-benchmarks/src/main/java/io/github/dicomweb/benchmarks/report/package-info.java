// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0

/** From samples to one table. */
@NullMarked
package io.github.dicomweb.benchmarks.report;

import org.jspecify.annotations.NullMarked;
