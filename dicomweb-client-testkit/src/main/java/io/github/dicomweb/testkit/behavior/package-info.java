// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0

/**
 * How a server behaves: the switches with which a test server departs from the standard, and the
 * sets of them that describe real servers. Immutable values, free of HTTP.
 */
@NullMarked
package io.github.dicomweb.testkit.behavior;

import org.jspecify.annotations.NullMarked;
