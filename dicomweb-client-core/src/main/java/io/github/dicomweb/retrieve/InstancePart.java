// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.retrieve;

/**
 * One instance of an answer, as a DICOM file (PS3.10) that is arriving. Not meant to be implemented
 * outside this library.
 */
public interface InstancePart extends Part {}
