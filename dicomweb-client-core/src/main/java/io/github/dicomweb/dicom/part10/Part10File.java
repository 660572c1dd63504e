// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.dicom.part10;

import io.github.dicomweb.dicom.Dataset;
import io.github.dicomweb.dicom.TransferSyntax;

/**
 * What a DICOM file holds (PS3.10 §7).
 *
 * @param fileMeta the file meta information, group 0002; empty in a file without it
 * @param dataset the dataset, as far as it was read
 * @param transferSyntax the transfer syntax of the dataset, guessed in a file without meta
 *     information
 */
public record Part10File(Dataset fileMeta, Dataset dataset, TransferSyntax transferSyntax) {}
