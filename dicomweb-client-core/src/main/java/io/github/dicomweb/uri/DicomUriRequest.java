// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.uri;

import io.github.dicomweb.dicom.TransferSyntax;
import io.github.dicomweb.retrieve.InstancePart;

/**
 * A retrieval by WADO-URI of an object as a DICOM file (PS3.18 §9.4, §9.5). Immutable and
 * thread-safe; each method that sets something gives a changed copy.
 *
 * <p>Not meant to be implemented outside this library: methods may be added.
 */
public interface DicomUriRequest extends UriRetrieval<InstancePart> {

  /**
   * Chooses the transfer syntax. Without it the standard wants Explicit VR Little Endian, and many
   * servers send what they have. A server that sends another one than was asked for is reported in
   * the warnings.
   *
   * @param preferred the transfer syntaxes that will do, the best first; many servers take one only
   * @return a changed copy
   * @throws IllegalArgumentException if there is none
   */
  DicomUriRequest transferSyntax(TransferSyntax... preferred);

  /**
   * Asks for the object as it is stored ({@code transferSyntax=*}). If the profile says that the
   * server does not know this, the parameter is left out.
   *
   * @return a changed copy
   */
  DicomUriRequest storedTransferSyntax();

  /**
   * Asks for an object without what identifies the patient, under a new SOP Instance UID. An answer
   * that has the UID that was asked for was not anonymized, and is refused.
   *
   * @return a changed copy
   */
  DicomUriRequest anonymize();

  /**
   * Asks for the patient's data to be burnt into the pixels.
   *
   * @return a changed copy
   */
  DicomUriRequest annotatePatient();

  /**
   * Asks for the technique of the acquisition to be burnt into the pixels.
   *
   * @return a changed copy
   */
  DicomUriRequest annotateTechnique();
}
