// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0

/** The ways to a first token. */
@NullMarked
package io.github.dicomweb.oidc.internal.grant;

import org.jspecify.annotations.NullMarked;
