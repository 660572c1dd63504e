// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0

/** WADO-URI (PS3.18 §9). */
@NullMarked
package io.github.dicomweb.testkit.internal.uri;

import org.jspecify.annotations.NullMarked;
