// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0

/** Retrieve (PS3.18 §10.4): instances, metadata, bulk data and frames. */
@NullMarked
package io.github.dicomweb.testkit.internal.retrieve;

import org.jspecify.annotations.NullMarked;
