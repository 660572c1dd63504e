// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0

/**
 * Google's own credentials for a DICOM store of the Cloud Healthcare API. Needs {@code
 * com.google.auth:google-auth-library-oauth2-http}.
 */
@NullMarked
package io.github.dicomweb.cloud.google;

import org.jspecify.annotations.NullMarked;
