// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.dicom.build;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.dicomweb.dicom.Dataset;
import io.github.dicomweb.dicom.Tag;
import io.github.dicomweb.dicom.part10.Part10Reader;
import io.github.dicomweb.dicom.part10.Part10Writer;
import io.github.dicomweb.testdata.TestStudies;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EncapsulatedPdfTest {
  private static final byte[] PDF = "%PDF-1.4 odd!".getBytes(StandardCharsets.ISO_8859_1);

  @Test
  void toDataset_anyPdf_hasWhatTheModulesRequire() {
    Dataset dataset = EncapsulatedPdf.of(PDF).title("Report").toDataset();
    assertThat(dataset.string(Tag.SOPClassUID)).contains(EncapsulatedPdf.SOP_CLASS_UID);
    for (int tag :
        new int[] {
          Tag.SOPInstanceUID,
          Tag.StudyInstanceUID,
          Tag.SeriesInstanceUID,
          Tag.Modality,
          Tag.SeriesNumber,
          Tag.InstanceNumber,
          Tag.ConversionType,
          Tag.BurnedInAnnotation
        }) {
      assertThat(dataset.string(tag)).isPresent();
    }
    for (int tag :
        new int[] {
          Tag.PatientName,
          Tag.PatientID,
          Tag.PatientBirthDate,
          Tag.PatientSex,
          Tag.StudyDate,
          Tag.StudyTime,
          Tag.StudyID,
          Tag.AccessionNumber,
          Tag.ReferringPhysicianName,
          Tag.Manufacturer,
          Tag.ContentDate,
          Tag.ContentTime,
          Tag.AcquisitionDateTime,
          Tag.ConceptNameCodeSequence
        }) {
      assertThat(dataset.contains(tag)).isTrue();
    }
    assertThat(dataset.string(Tag.DocumentTitle)).contains("Report");
    assertThat(dataset.string(Tag.MIMETypeOfEncapsulatedDocument)).contains("application/pdf");
    assertThat(dataset.intValue(Tag.EncapsulatedDocumentLength)).hasValue(PDF.length);
    assertThat(dataset.inlineBinary(Tag.EncapsulatedDocument)).contains(PDF);
  }

  @Test
  void inStudyOf_anInstance_takesPatientAndStudyAndNothingElse(@TempDir Path dir)
      throws IOException {
    Dataset image = Part10Reader.create().read(TestStudies.ctSlices().get(0).bytes()).dataset();
    Path file = Files.write(dir.resolve("a.pdf"), PDF);
    Dataset dataset = EncapsulatedPdf.of(file).inStudyOf(image).toDataset();
    assertThat(dataset.string(Tag.PatientName)).contains(TestStudies.PHANTOM_PATIENT_NAME);
    assertThat(dataset.string(Tag.StudyInstanceUID)).isEqualTo(image.string(Tag.StudyInstanceUID));
    assertThat(dataset.string(Tag.SeriesInstanceUID))
        .isNotEqualTo(image.string(Tag.SeriesInstanceUID));
    assertThat(dataset.contains(Tag.PixelData)).isFalse();
    Dataset stored = Part10Reader.create().read(Part10Writer.create().toBytes(dataset)).dataset();
    assertThat(stored.string(Tag.PatientName)).contains(TestStudies.PHANTOM_PATIENT_NAME);
  }

  @Test
  void of_bytesThatAreNoPdf_isRefused() {
    assertThatThrownBy(() -> EncapsulatedPdf.of(new byte[0]))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> EncapsulatedPdf.of("%PDX-1.4".getBytes(StandardCharsets.US_ASCII)))
        .isInstanceOf(IllegalArgumentException.class);
    byte[] later = ("\n".repeat(1019) + "%PDF-").getBytes(StandardCharsets.US_ASCII);
    assertThat(EncapsulatedPdf.of(later).toDataset().isEmpty()).isFalse();
  }
}
