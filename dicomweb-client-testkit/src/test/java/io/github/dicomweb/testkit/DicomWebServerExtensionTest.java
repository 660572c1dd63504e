// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.dicomweb.DicomWebClient;
import io.github.dicomweb.dicom.Dataset;
import io.github.dicomweb.dicom.Tag;
import io.github.dicomweb.testdata.TestStudies;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The server of a test as a parameter. */
@ExtendWith(DicomWebServerExtension.class)
final class DicomWebServerExtensionTest {
  @BeforeEach
  void fill(DicomWebTestServer server) {
    assertThat(server.size()).isZero();
    server.store(TestStudies.structuredReport().bytes());
  }

  // this test is the example of the README
  @Test
  void findsTheStudyOfAPatient(DicomWebTestServer server) {
    server.store(TestStudies.ctSlices().get(0).bytes());

    try (DicomWebClient client = DicomWebClient.builder(server.baseUrl()).build()) {
      List<Dataset> studies = client.searchForStudies().patientName("yamada*").execute().results();

      assertThat(studies).hasSize(1);
      assertThat(studies.get(0).string(Tag.PatientID)).hasValue("PHANTOM-1");
      assertThat(server.requests().get(0).target()).contains("PatientName=yamada*");
    }
  }

  @Test
  void eachTest_hasAServerOfItsOwn(DicomWebTestServer server) {
    assertThat(server.size()).isEqualTo(1);
  }

  @Test
  void server_outsideATest_isRefused() {
    assertThatThrownBy(new DicomWebServerExtension()::server)
        .isInstanceOf(IllegalStateException.class);
  }
}
