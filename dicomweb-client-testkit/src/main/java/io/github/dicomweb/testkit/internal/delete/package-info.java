// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0

/** What some servers have beyond the standard: delete and reject. */
@NullMarked
package io.github.dicomweb.testkit.internal.delete;

import org.jspecify.annotations.NullMarked;
