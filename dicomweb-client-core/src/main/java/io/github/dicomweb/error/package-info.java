// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0

/**
 * What can go wrong: one sealed family of unchecked exceptions, and the warnings a server gives.
 */
@NullMarked
package io.github.dicomweb.error;

import org.jspecify.annotations.NullMarked;
