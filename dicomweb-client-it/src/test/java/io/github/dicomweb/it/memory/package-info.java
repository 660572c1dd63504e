// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0

/** Transfers that are many times larger than the heap. */
@NullMarked
package io.github.dicomweb.it.memory;

import org.jspecify.annotations.NullMarked;
