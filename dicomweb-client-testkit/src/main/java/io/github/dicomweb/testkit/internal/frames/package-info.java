// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0

/** What paths name: instances, and their pixels frame by frame; nothing is decoded. */
@NullMarked
package io.github.dicomweb.testkit.internal.frames;

import org.jspecify.annotations.NullMarked;
