// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.delete;

import io.github.dicomweb.dicom.CodedConcept;

/** Why something is rejected (PS3.16 CID 7011), as dcm4chee is set up from the start. */
public final class RejectionReasons {
  /** Its quality does not suffice; it may still be shown on request. */
  public static final CodedConcept QUALITY =
      CodedConcept.of("113001", "DCM", "Rejected for Quality Reasons");

  /** It could harm the patient. */
  public static final CodedConcept PATIENT_SAFETY =
      CodedConcept.of("113037", "DCM", "Rejected for Patient Safety Reasons");

  /** It was made with the wrong entry of a worklist. */
  public static final CodedConcept INCORRECT_WORKLIST_ENTRY =
      CodedConcept.of("113038", "DCM", "Incorrect Modality Worklist Entry");

  /** It need not be kept any longer. */
  public static final CodedConcept RETENTION_EXPIRED =
      CodedConcept.of("113039", "DCM", "Data Retention Policy Expired");

  private RejectionReasons() {}
}
