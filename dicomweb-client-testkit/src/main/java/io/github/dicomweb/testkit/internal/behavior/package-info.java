// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0

/**
 * Makes the services behave as they should not: requests are changed on their way in, answers on
 * their way out, and the services know nothing of it.
 */
@NullMarked
package io.github.dicomweb.testkit.internal.behavior;

import org.jspecify.annotations.NullMarked;
