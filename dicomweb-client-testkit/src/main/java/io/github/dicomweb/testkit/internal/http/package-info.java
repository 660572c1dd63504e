// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0

/** Requests, answers, media ranges and routes, free of any HTTP server. */
@NullMarked
package io.github.dicomweb.testkit.internal.http;

import org.jspecify.annotations.NullMarked;
