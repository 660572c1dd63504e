// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0

/** That the conformance page says only what is there. */
@NullMarked
package io.github.dicomweb.it.conformance;

import org.jspecify.annotations.NullMarked;
