// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0

/** What is measured: each way to do one piece of work, in a process of its own. */
@NullMarked
package io.github.dicomweb.benchmarks.worker;

import org.jspecify.annotations.NullMarked;
