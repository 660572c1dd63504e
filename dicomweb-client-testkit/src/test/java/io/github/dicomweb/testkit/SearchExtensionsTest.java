// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dicomweb.dicom.Dataset;
import io.github.dicomweb.dicom.Tag;
import io.github.dicomweb.testdata.TestObject;
import io.github.dicomweb.testdata.TestStudies;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Answers in XML, matching of empty and of several values, patients and counts. */
final class SearchExtensionsTest {
  private static final TestObject SLICE = TestStudies.ctSlices().get(0);
  private static final String EMPTY = "%22%22";

  @RegisterExtension final Http http = new Http();

  private int count(String target) {
    Http.Reply reply = http.search(target);
    return reply.status() == 204 ? 0 : reply.datasets().size();
  }

  @Test
  void search_inXml_isTheSameAsInJson() {
    for (String target : List.of("/studies", "/series", "/instances?includefield=all")) {
      Http.Reply xml = http.get(target, Http.XML + ", application/dicom+json;q=0.5");

      assertThat(xml.header("Content-Type")).startsWith(Http.XML);
      assertThat(xml.documents()).isEqualTo(http.get(target).datasets());
    }
    assertThat(http.get("/studies?PatientID=nobody", Http.XML).status()).isEqualTo(204);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "/studies?emptyvaluematching=true&Occupation=" + EMPTY + "|2",
        "/studies?emptyvaluematching=true&PatientID=" + EMPTY + "|0",
        "/studies?emptyvaluematching=false&Occupation=" + EMPTY + "|0",
        "/studies?Occupation=" + EMPTY + "|0",
        "/instances?emptyvaluematching=true&NumberOfFrames=" + EMPTY + "|25",
        "/instances?emptyvaluematching=true&AcquisitionDate=" + EMPTY + "&Modality=CT|0",
        "/series?multiplevaluematching=true&Modality=CT,SR|2",
        "/series?multiplevaluematching=true&Modality=CT%5CSR|2",
        "/series?multiplevaluematching=true&Modality=C*,SR|3",
        "/series?multiplevaluematching=true&Modality=CT%2CSR|0",
        "/series?multiplevaluematching=false&Modality=CT,SR|0",
        "/series?Modality=CT,SR|0",
        "/studies?multiplevaluematching=true&PatientName=yamada*,m%C3%BCller*|2",
        "/studies?multiplevaluematching=true&StudyDate=19000101,18000101-19000101|0",
        "/instances?multiplevaluematching=true&InstanceNumber=3,4&Modality=CT|2",
        "/instances?multiplevaluematching=true&emptyvaluematching=true&NumberOfFrames="
            + EMPTY
            + ",8|26"
      })
  void extendedMatching_findsWhatOneOfTheValuesMatches(String target, int expected) {
    assertThat(count(target)).isEqualTo(expected);
    assertThat(http.get(target).headers().values("Warning")).isEmpty();
  }

  @Test
  void extendedMatching_badValue_answers400() {
    assertThat(http.get("/studies?multiplevaluematching=true&StudyDate=20260115,x").status())
        .isEqualTo(400);
    assertThat(http.get("/studies?emptyvaluematching=yes").status()).isEqualTo(400);
  }

  @Test
  void patients_areFoundByTheirAttributes() {
    Dataset patient = http.get("/patients?PatientName=m%C3%BCller*").datasets().get(0);

    assertThat(http.get("/patients").datasets()).hasSize(2);
    assertThat(patient.string(Tag.PatientID)).hasValue(TestStudies.SECOND_PATIENT_ID);
    assertThat(patient.intValue(Tag.NumberOfPatientRelatedStudies)).hasValue(1);
    assertThat(patient.contains(Tag.StudyInstanceUID)).isFalse();
    assertThat(http.get("/patients?StudyDate=20260115").status()).isEqualTo(400);
    assertThat(http.get("/patients?PatientID=nobody").status()).isEqualTo(204);
  }

  @ParameterizedTest
  @CsvSource({
    "/patients/count,2",
    "/studies/count,2",
    "/studies/count?PatientID=nobody,0",
    "/series/count?Modality=CT,1",
    "/instances/count?Modality=CT,20",
    "/instances/count?limit=1,26"
  })
  void count_isOfAllMatches(String target, int expected) {
    Http.Reply reply = http.get(target, "application/json");

    assertThat(reply.header("Content-Type")).isEqualTo("application/json");
    assertThat(reply.body().utf8()).isEqualTo("{\"count\":" + expected + "}");
    assertThat(http.get(target, Http.JSON).status()).isEqualTo(406);
  }

  @Test
  void studyAttributesOfThePatient_areOfTheStudy() {
    assertThat(http.get("/patients?PatientAge=").status()).isEqualTo(400);
    assertThat(http.get(Http.studyPath(SLICE) + "/series?PatientAge=").status()).isEqualTo(200);
  }
}
