// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0

/** Deleting and rejecting, which PS3.18 does not have and some servers do. */
@NullMarked
package io.github.dicomweb.delete;

import org.jspecify.annotations.NullMarked;
