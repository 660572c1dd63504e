// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0

/**
 * Media types of the web services: which there are, which transfer syntaxes each may carry, and
 * which may be asked for where (PS3.18 §8.7, §10.4.4).
 */
@NullMarked
package io.github.dicomweb.media;

import org.jspecify.annotations.NullMarked;
