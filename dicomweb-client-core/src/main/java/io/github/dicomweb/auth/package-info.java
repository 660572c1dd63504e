// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0

/** The SPI through which credentials reach a request. */
@NullMarked
package io.github.dicomweb.auth;

import org.jspecify.annotations.NullMarked;
