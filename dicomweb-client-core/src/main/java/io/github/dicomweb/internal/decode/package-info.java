// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0

/** Reads bodies of answers into the model, and names what is wrong with them. */
@NullMarked
package io.github.dicomweb.internal.decode;

import org.jspecify.annotations.NullMarked;
