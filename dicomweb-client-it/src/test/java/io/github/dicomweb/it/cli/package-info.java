// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0

/** The command, started as people start it. */
@NullMarked
package io.github.dicomweb.it.cli;

import org.jspecify.annotations.NullMarked;
