// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0

/** Frames, and values that are not in the metadata. */
@NullMarked
package io.github.dicomweb.internal.retrieve.bulk;

import org.jspecify.annotations.NullMarked;
