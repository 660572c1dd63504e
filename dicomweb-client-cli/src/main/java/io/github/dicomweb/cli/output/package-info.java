// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0

/** What people and programs see. */
@NullMarked
package io.github.dicomweb.cli.output;

import org.jspecify.annotations.NullMarked;
