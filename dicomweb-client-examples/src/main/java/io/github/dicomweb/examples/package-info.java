// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0

/** Runnable programs, one a recipe. Each starts a server of its own when it is given none. */
@NullMarked
package io.github.dicomweb.examples;

import org.jspecify.annotations.NullMarked;
