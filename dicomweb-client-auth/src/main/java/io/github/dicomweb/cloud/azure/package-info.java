// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0

/**
 * Azure's own credentials for the DICOM service of Azure Health Data Services. Needs {@code
 * com.azure:azure-core}, and as a rule {@code com.azure:azure-identity}.
 */
@NullMarked
package io.github.dicomweb.cloud.azure;

import org.jspecify.annotations.NullMarked;
