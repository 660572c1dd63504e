// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0

/** Tokens as they are kept: one request for all who wait, renewed before they end. */
@NullMarked
package io.github.dicomweb.oidc.internal.token;

import org.jspecify.annotations.NullMarked;
