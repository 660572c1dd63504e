// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.dicom.build;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dicomweb.dicom.Dataset;
import io.github.dicomweb.dicom.Tag;
import io.github.dicomweb.dicom.part10.Part10Reader;
import io.github.dicomweb.testdata.TestStudies;
import org.junit.jupiter.api.Test;

class NewInstanceTest {
  private static final String KEY_OBJECTS = "1.2.840.10008.5.1.4.1.1.88.59";

  @Test
  void inStudyOf_anInstance_isOfItsPatientAndStudyAndNewOtherwise() {
    Dataset image = Part10Reader.create().read(TestStudies.ctSlices().get(0).bytes()).dataset();
    Dataset made = NewInstance.inStudyOf(image, KEY_OBJECTS, "KO").build();
    for (int tag :
        new int[] {Tag.PatientName, Tag.PatientID, Tag.StudyInstanceUID, Tag.StudyDate}) {
      assertThat(made.string(tag)).isPresent().isEqualTo(image.string(tag));
    }
    for (int tag : new int[] {Tag.SeriesInstanceUID, Tag.SOPInstanceUID}) {
      assertThat(made.string(tag)).isPresent().isNotEqualTo(image.string(tag));
    }
    assertThat(made.string(Tag.SOPClassUID)).contains(KEY_OBJECTS);
    assertThat(made.string(Tag.Modality)).contains("KO");
    assertThat(made.contains(Tag.PixelData)).isFalse();
  }

  @Test
  void inStudyOf_nothing_isANewStudyEachTime() {
    Dataset one = NewInstance.inStudyOf(Dataset.empty(), KEY_OBJECTS, "KO").build();
    Dataset other = NewInstance.inStudyOf(Dataset.empty(), KEY_OBJECTS, "KO").build();
    assertThat(one.string(Tag.StudyInstanceUID))
        .isPresent()
        .isNotEqualTo(other.string(Tag.StudyInstanceUID));
    assertThat(one.contains(Tag.PatientName)).isTrue();
    assertThat(one.string(Tag.PatientName)).isEmpty();
  }
}
