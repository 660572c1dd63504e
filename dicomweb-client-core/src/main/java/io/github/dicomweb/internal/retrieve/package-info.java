// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0

/** The Retrieve transactions: live parts, files, what is missing. */
@NullMarked
package io.github.dicomweb.internal.retrieve;

import org.jspecify.annotations.NullMarked;
