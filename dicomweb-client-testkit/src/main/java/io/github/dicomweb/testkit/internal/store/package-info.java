// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0

/** Store (PS3.18 §10.5). */
@NullMarked
package io.github.dicomweb.testkit.internal.store;

import org.jspecify.annotations.NullMarked;
