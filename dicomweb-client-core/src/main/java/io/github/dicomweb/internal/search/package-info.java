// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0

/** The Search transaction: describing, paging, filtering. */
@NullMarked
package io.github.dicomweb.internal.search;

import org.jspecify.annotations.NullMarked;
