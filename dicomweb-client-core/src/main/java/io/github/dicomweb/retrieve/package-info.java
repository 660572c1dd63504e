// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0

/** The Retrieve transactions of the Studies service, WADO-RS (PS3.18 §10.4). */
@NullMarked
package io.github.dicomweb.retrieve;

import org.jspecify.annotations.NullMarked;
