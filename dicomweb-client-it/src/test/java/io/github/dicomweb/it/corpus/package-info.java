// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0

/** What other libraries make of real files, beside what this one does. */
@NullMarked
package io.github.dicomweb.it.corpus;

import org.jspecify.annotations.NullMarked;
