// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.testkit.internal.uri;

import io.github.dicomweb.dicom.Dataset;
import io.github.dicomweb.dicom.DatasetBuilder;
import io.github.dicomweb.dicom.Element;
import io.github.dicomweb.dicom.EmptyElement;
import io.github.dicomweb.dicom.SequenceElement;
import io.github.dicomweb.dicom.Tag;
import io.github.dicomweb.dicom.Tags;
import io.github.dicomweb.dicom.TransferSyntax;
import io.github.dicomweb.dicom.part10.Part10File;
import io.github.dicomweb.dicom.part10.Part10Writer;
import io.github.dicomweb.testkit.internal.archive.StoredInstance;
import io.github.dicomweb.testkit.internal.http.HttpProblem;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * The file of an instance: as it is stored, or written anew in Explicit VR Little Endian if its
 * pixels are native. Compressed pixels are not decoded.
 */
final class UriFile {
  private static final List<Integer> EMPTIED =
      List.of(Tag.PatientBirthDate, Tag.AccessionNumber, Tag.ReferringPhysicianName, Tag.StudyID);
  private static final List<Integer> REMOVED =
      List.of(
          Tag.OtherPatientIDs,
          Tag.OtherPatientNames,
          Tag.OtherPatientIDsSequence,
          Tag.PatientBirthName,
          Tag.PatientAddress,
          Tag.PatientTelephoneNumbers,
          Tag.PatientMotherBirthName,
          Tag.InstitutionName,
          Tag.InstitutionAddress,
          Tag.OperatorsName,
          Tag.PerformingPhysicianName,
          Tag.PhysiciansOfRecord,
          Tag.NameOfPhysiciansReadingStudy,
          Tag.PersonName,
          Tag.PatientComments);

  private UriFile() {}

  static ByteBuffer of(StoredInstance instance, Optional<String> wanted, boolean anonymize) {
    TransferSyntax stored = instance.transferSyntax();
    TransferSyntax asked =
        wanted
            .map(uid -> uid.equals("*") ? stored : TransferSyntax.of(uid))
            .orElse(TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN);
    if (asked.equals(stored) && !anonymize) {
      return ByteBuffer.wrap(instance.file()).asReadOnlyBuffer();
    }
    boolean rewritten =
        asked.equals(TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN) && !stored.isEncapsulated();
    boolean asStored = asked.equals(stored) && stored.isEncapsulated();
    if (!rewritten && !asStored) {
      throw HttpProblem.notAcceptable("The instance is not written in this transfer syntax.");
    }
    Part10File content = instance.content();
    Dataset dataset = anonymize ? anonymous(content.dataset()) : content.dataset();
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    try {
      Part10Writer.create()
          .write(Part10File.of(content.fileMeta(), dataset, content.transferSyntax()), file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return ByteBuffer.wrap(file.toByteArray());
  }

  /** Without what tells of the patient, and with a SOP Instance UID of its own (PS3.18 §9.4.1). */
  private static Dataset anonymous(Dataset dataset) {
    BigInteger number = new BigInteger(UUID.randomUUID().toString().replace("-", ""), 16);
    return stripped(dataset).toBuilder()
        .put(Tag.SOPInstanceUID, "2.25." + number)
        .put(Tag.PatientName, "ANONYMOUS")
        .put(Tag.PatientID, "ANONYMOUS")
        .put(Tag.PatientIdentityRemoved, "YES")
        .put(Tag.DeidentificationMethod, "NAMES, NUMBERS AND PRIVATE ATTRIBUTES REMOVED")
        .build();
  }

  private static Dataset stripped(Dataset dataset) {
    DatasetBuilder builder = Dataset.builder();
    for (Element element : dataset) {
      int tag = element.tag();
      if (Tags.isPrivate(tag) || REMOVED.contains(tag)) {
        continue;
      }
      if (EMPTIED.contains(tag)) {
        builder.put(EmptyElement.of(tag, element.vr()));
      } else if (element instanceof SequenceElement) {
        builder.put(
            SequenceElement.of(
                tag, element.vr(), element.items().stream().map(UriFile::stripped).toList()));
      } else {
        builder.put(element);
      }
    }
    return builder.build();
  }
}
