// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0

/** The pages of the documentation: what they say to type is run, and where they point is looked. */
@NullMarked
package io.github.dicomweb.it.docs;

import org.jspecify.annotations.NullMarked;
