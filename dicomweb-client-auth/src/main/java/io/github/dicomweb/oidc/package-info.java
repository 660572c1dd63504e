// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0

/** Credentials from an OpenID Connect provider or OAuth 2.0 authorization server. */
@NullMarked
package io.github.dicomweb.oidc;

import org.jspecify.annotations.NullMarked;
