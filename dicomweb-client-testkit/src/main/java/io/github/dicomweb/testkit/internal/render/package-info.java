// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0

/** Rendered images and texts, thumbnails and projections of volumes (PS3.18 §10.4.1.1.3). */
@NullMarked
package io.github.dicomweb.testkit.internal.render;

import org.jspecify.annotations.NullMarked;
