// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0

/** What holds for the structure of the library as a whole. */
@org.jspecify.annotations.NullMarked
package io.github.dicomweb.it.architecture;
