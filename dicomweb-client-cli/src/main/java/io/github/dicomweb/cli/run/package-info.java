// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0

/** How a command runs: exit codes, failures, interruption, repetition. */
@NullMarked
package io.github.dicomweb.cli.run;

import org.jspecify.annotations.NullMarked;
