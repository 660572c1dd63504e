// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0

/** Black-box tests of the client against a real Orthanc. */
@NullMarked
package io.github.dicomweb.it.orthanc;

import org.jspecify.annotations.NullMarked;
