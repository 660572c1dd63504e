// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0

/** Code that is measured without a transfer. */
@NullMarked
package io.github.dicomweb.benchmarks.code;

import org.jspecify.annotations.NullMarked;
