// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0

/** What users see of WADO-URI (PS3.18 §9): one object in one answer, asked for by a query. */
@NullMarked
package io.github.dicomweb.uri;

import org.jspecify.annotations.NullMarked;
