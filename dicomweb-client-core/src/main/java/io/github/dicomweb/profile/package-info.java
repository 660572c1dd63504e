// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0

/** What is known of a server: facts that the standard leaves open or that a server gets wrong. */
@NullMarked
package io.github.dicomweb.profile;

import org.jspecify.annotations.NullMarked;
