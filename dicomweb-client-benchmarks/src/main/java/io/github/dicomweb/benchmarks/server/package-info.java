// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0

/** A server on loopback, in a process of its own, that costs as little as it can. */
@NullMarked
package io.github.dicomweb.benchmarks.server;

import org.jspecify.annotations.NullMarked;
