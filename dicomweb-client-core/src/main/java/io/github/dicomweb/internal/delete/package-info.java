// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0

/** Deletions, what they are answered, and operations that take long. */
@NullMarked
package io.github.dicomweb.internal.delete;

import org.jspecify.annotations.NullMarked;
