// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.it.program;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.dicomweb.DicomWebClient;
import io.github.dicomweb.dicom.BulkDataReference;
import io.github.dicomweb.dicom.Dataset;
import io.github.dicomweb.dicom.Tag;
import io.github.dicomweb.profile.Feature;
import io.github.dicomweb.profile.ServerProfile;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The part of the program that is about metadata, and the values that are not in them. */
final class Values {
  // What servers neither change nor leave out, at each level.
  private static final List<Integer> COMPARED =
      List.of(
          Tag.SOPClassUID,
          Tag.SOPInstanceUID,
          Tag.StudyInstanceUID,
          Tag.SeriesInstanceUID,
          Tag.PatientName,
          Tag.PatientID,
          Tag.StudyDate,
          Tag.StudyTime,
          Tag.StudyDescription,
          Tag.AccessionNumber,
          Tag.Modality,
          Tag.SeriesNumber,
          Tag.SeriesDescription,
          Tag.InstanceNumber,
          Tag.ImageType,
          Tag.NumberOfFrames,
          Tag.Rows,
          Tag.Columns,
          Tag.BitsAllocated);

  // Servers that send decimals as numbers send the nearest one that a double can be.
  private static final List<Integer> DECIMALS =
      List.of(Tag.PixelSpacing, Tag.ImagePositionPatient, Tag.RescaleIntercept);
  private static final double TOLERANCE = 1e-9;

  private record Value(BulkDataReference reference, StudyObject object, int tag) {

    byte[] bytes() {
      return object.value(tag);
    }

    /** A document comes with the byte that makes its length even, or without. */
    byte[] padded(int received) {
      int end = object.dataset().intValue(Tag.EncapsulatedDocumentLength).orElse(-1);
      return received == end ? Arrays.copyOf(bytes(), end) : bytes();
    }
  }

  private final DicomWebClient client;
  private final ServerProfile profile;
  private final ProgramStudy study;
  private final List<Value> found = new ArrayList<>();

  Values(DicomWebClient client, ServerProfile profile, ProgramStudy study) {
    this.client = client;
    this.profile = profile;
    this.study = study;
  }

  Outcome metadataOfStudy() {
    List<Dataset> metadata = client.retrieveMetadata(study.image().study()).execute();
    assertThat(metadata).hasSameSizeAs(study.objects());
    Map<String, Dataset> byInstance =
        metadata.stream()
            .collect(
                Collectors.toMap(
                    one -> one.string(Tag.SOPInstanceUID).orElseThrow(), Function.identity()));
    study
        .objects()
        .forEach(
            object -> compare(object, Objects.requireNonNull(byInstance.get(object.instance()))));
    return Outcome.DONE;
  }

  /** Notes the references: the one to the document is used first, others have other types. */
  Outcome metadataOfInstances() {
    Dataset document = metadata(study.document());
    assertThat(document.item(Tag.ConceptNameCodeSequence).flatMap(c -> c.string(Tag.CodeMeaning)))
        .isEqualTo(
            study
                .document()
                .dataset()
                .item(Tag.ConceptNameCodeSequence)
                .flatMap(c -> c.string(Tag.CodeMeaning)));
    note(document, Tag.EncapsulatedDocument, study.document());
    note(metadata(study.image()), Tag.PixelData, study.image());
    note(metadata(study.multiFrame()), Tag.PixelData, study.multiFrame());
    return Outcome.DONE;
  }

  private Dataset metadata(StudyObject object) {
    List<Dataset> metadata =
        client.retrieveMetadata(object.study(), object.series(), object.instance()).execute();
    assertThat(metadata).hasSize(1);
    compare(object, metadata.get(0));
    return metadata.get(0);
  }

  private static void compare(StudyObject object, Dataset metadata) {
    for (int tag : COMPARED) {
      assertThat(metadata.strings(tag))
          .as("%08X of %s", tag, object.text(Tag.Modality))
          .isEqualTo(object.dataset().strings(tag));
    }
    for (int tag : DECIMALS) {
      assertThat(metadata.doubleValues(tag))
          .as("%08X of %s", tag, object.text(Tag.Modality))
          .containsExactly(object.dataset().doubleValues(tag), within(TOLERANCE));
    }
  }

  private void note(Dataset metadata, int tag, StudyObject object) {
    metadata.bulkData(tag).ifPresent(reference -> found.add(new Value(reference, object, tag)));
  }

  Outcome bulkData() {
    if (isAbsent()) {
      return Outcome.ABSENT;
    }
    for (Value value : values()) {
      byte[] received = client.retrieveBulkData(value.reference()).readAllBytes();
      StudyObject.assertSame(received, value.padded(received.length));
    }
    return Outcome.DONE;
  }

  Outcome bulkDataRange() {
    if (isAbsent()) {
      return Outcome.ABSENT;
    }
    for (Value value : values()) {
      StudyObject.assertSame(
          client.retrieveBulkData(value.reference()).range(100, 399).readAllBytes(),
          Arrays.copyOfRange(value.bytes(), 100, 400));
    }
    return Outcome.DONE;
  }

  private boolean isAbsent() {
    return found.isEmpty() && profile.has(Feature.BULK_DATA);
  }

  /** All three, or one that was made up where there are none: its use must be refused. */
  private List<Value> values() {
    if (!profile.has(Feature.BULK_DATA)) {
      return List.of(
          new Value(BulkDataReference.of("bulkdata/none"), study.image(), Tag.PixelData));
    }
    assertThat(found).hasSize(3);
    return found;
  }
}
