// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0

/** The HTTP server that the services stand behind, the only place that knows it. */
@NullMarked
package io.github.dicomweb.testkit.internal.wire;

import org.jspecify.annotations.NullMarked;
