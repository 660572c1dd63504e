// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0

/** What the adapters to clouds have in common; knows no vendor's library. */
@NullMarked
package io.github.dicomweb.cloud.internal;

import org.jspecify.annotations.NullMarked;
