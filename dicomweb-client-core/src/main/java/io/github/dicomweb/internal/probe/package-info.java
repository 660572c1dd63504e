// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0

/** How a server is probed. */
@NullMarked
package io.github.dicomweb.internal.probe;

import org.jspecify.annotations.NullMarked;
