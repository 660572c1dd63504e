// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0

/** What is asked of the authorization server, and what it answers. */
@NullMarked
package io.github.dicomweb.oidc.internal.endpoint;

import org.jspecify.annotations.NullMarked;
