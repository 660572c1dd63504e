// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.dicom;

/**
 * Something that was not as the standard has it and was read nevertheless.
 *
 * @param location where: a JSON pointer in JSON, a tag path elsewhere
 * @param description what it was, without any value
 */
public record Deviation(String location, String description) {}
