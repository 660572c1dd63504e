// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0

/** The Search transaction of the Studies service, QIDO-RS (PS3.18 §10.6). */
@NullMarked
package io.github.dicomweb.search;

import org.jspecify.annotations.NullMarked;
