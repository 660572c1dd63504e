// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0

/** Zip archives, read as they arrive. */
@NullMarked
package io.github.dicomweb.internal.zip;

import org.jspecify.annotations.NullMarked;
