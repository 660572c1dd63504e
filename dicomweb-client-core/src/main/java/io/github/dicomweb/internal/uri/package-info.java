// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0

/** How WADO-URI is done. */
@NullMarked
package io.github.dicomweb.internal.uri;

import org.jspecify.annotations.NullMarked;
