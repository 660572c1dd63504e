// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0

/**
 * Black-box tests of the client against a real Keycloak and a proxy that asks for its tokens, and
 * the bench they stand on.
 */
@NullMarked
package io.github.dicomweb.it.keycloak;

import org.jspecify.annotations.NullMarked;
