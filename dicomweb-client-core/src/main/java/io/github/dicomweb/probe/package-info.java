// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0

/** Finding out what a server does. */
@NullMarked
package io.github.dicomweb.probe;

import org.jspecify.annotations.NullMarked;
