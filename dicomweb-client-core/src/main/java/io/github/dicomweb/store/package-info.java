// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0

/** The Store transaction of the Studies service, STOW-RS (PS3.18 §10.5). */
@NullMarked
package io.github.dicomweb.store;

import org.jspecify.annotations.NullMarked;
