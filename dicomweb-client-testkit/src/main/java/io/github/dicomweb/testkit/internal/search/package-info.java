// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0

/** Search (PS3.18 §10.6; matching of PS3.4 §C.2.2.2). */
@NullMarked
package io.github.dicomweb.testkit.internal.search;

import org.jspecify.annotations.NullMarked;
