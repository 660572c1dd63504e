// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0

/** Rendered resources, thumbnails and volumes. */
@NullMarked
package io.github.dicomweb.internal.render;

import org.jspecify.annotations.NullMarked;
