// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0

/** Streaming multipart/related, reading and writing (RFC 2046, RFC 2387, PS3.18 §8.6.1.2). */
@NullMarked
package io.github.dicomweb.internal.multipart;

import org.jspecify.annotations.NullMarked;
