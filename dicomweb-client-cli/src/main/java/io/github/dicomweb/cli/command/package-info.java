// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0

/** The commands, one a class. */
@NullMarked
package io.github.dicomweb.cli.command;

import org.jspecify.annotations.NullMarked;
