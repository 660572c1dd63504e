// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0

/** What is asked for, in the words that a server understands. */
@NullMarked
package io.github.dicomweb.internal.negotiate;

import org.jspecify.annotations.NullMarked;
