// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0

/** The instances that were stored, in memory. */
@NullMarked
package io.github.dicomweb.testkit.internal.archive;

import org.jspecify.annotations.NullMarked;
