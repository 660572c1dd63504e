// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0

/** How near the library is to what it stands on, and how that is shown. */
@NullMarked
package io.github.dicomweb.benchmarks;

import org.jspecify.annotations.NullMarked;
