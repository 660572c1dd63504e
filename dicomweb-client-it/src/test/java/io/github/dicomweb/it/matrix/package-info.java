// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0

/** Every retrieval against every form of answer that the test server knows. */
@NullMarked
package io.github.dicomweb.it.matrix;

import org.jspecify.annotations.NullMarked;
