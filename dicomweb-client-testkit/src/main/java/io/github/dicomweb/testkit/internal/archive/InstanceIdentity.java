// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.testkit.internal.archive;

/** The UIDs of an instance and of what it belongs to. */
public record InstanceIdentity(
    String studyInstanceUid, String seriesInstanceUid, String sopClassUid, String sopInstanceUid) {
  /** Without the UIDs. */
  @Override
  public String toString() {
    return "InstanceIdentity";
  }
}
