// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0

/** What a user may set: timeouts, limits, the facts about a server, progress. */
@NullMarked
package io.github.dicomweb.config;

import org.jspecify.annotations.NullMarked;
