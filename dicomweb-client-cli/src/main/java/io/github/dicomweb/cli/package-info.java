// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0

/** The dicomweb command. */
@NullMarked
package io.github.dicomweb.cli;

import org.jspecify.annotations.NullMarked;
