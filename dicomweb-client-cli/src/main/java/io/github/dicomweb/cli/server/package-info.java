// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0

/** Which server, and how it is spoken to. */
@NullMarked
package io.github.dicomweb.cli.server;

import org.jspecify.annotations.NullMarked;
