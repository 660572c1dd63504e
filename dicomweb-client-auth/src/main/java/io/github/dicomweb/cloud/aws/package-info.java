// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0

/**
 * AWS credentials and AWS Signature Version 4 for AWS HealthImaging. Needs {@code
 * software.amazon.awssdk:identity-spi}, and as a rule {@code software.amazon.awssdk:auth}.
 */
@NullMarked
package io.github.dicomweb.cloud.aws;

import org.jspecify.annotations.NullMarked;
