// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.testkit.internal.archive;

/** Where a value lies in its file. */
record FileRange(int offset, int length) {}
