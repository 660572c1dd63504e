// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0

/** The transport: exchanges, credentials, redirects, timeouts, over OkHttp. */
@NullMarked
package io.github.dicomweb.internal.http;

import org.jspecify.annotations.NullMarked;
