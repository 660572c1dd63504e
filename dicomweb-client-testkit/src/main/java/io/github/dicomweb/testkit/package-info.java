// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0

/** A DICOMweb server for tests, in the process of the test, and its JUnit extension. */
@NullMarked
package io.github.dicomweb.testkit;

import org.jspecify.annotations.NullMarked;
