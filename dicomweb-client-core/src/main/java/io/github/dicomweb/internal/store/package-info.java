// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0

/** The Store transaction: sources, body, what the server says of each. */
@NullMarked
package io.github.dicomweb.internal.store;

import org.jspecify.annotations.NullMarked;
