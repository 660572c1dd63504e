// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.it.orthanc;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dicomweb.DicomWebClient;
import io.github.dicomweb.dicom.Tag;
import io.github.dicomweb.probe.ProbeReport;
import io.github.dicomweb.probe.ProbeRequest;
import io.github.dicomweb.profile.Feature;
import io.github.dicomweb.profile.ServerProfile;
import io.github.dicomweb.profile.ServerProfile.AcceptStyle;
import io.github.dicomweb.profile.ServerProfile.Matching;
import io.github.dicomweb.profile.ServerProfile.Paging;
import io.github.dicomweb.profile.ServerProfile.PartStyle;
import io.github.dicomweb.profile.ServerProfile.QueryEscaping;
import io.github.dicomweb.store.InstanceSource;
import io.github.dicomweb.testdata.TestObject;
import io.github.dicomweb.testdata.TestStudies;
import org.junit.jupiter.api.Test;

/** A real server, found out. */
@OrthancTest
class OrthancProbeTest {

  @Test
  void probe_ofAServerWithAStudy_givesAProfileThatWorks(OrthancServer server) {
    try (DicomWebClient client =
        server
            .clientBuilder()
            .wadoUriUrl(server.rest().baseUrl() + "/wado")
            .profile(ServerProfile.standard())
            .build()) {
      for (TestObject object : TestStudies.ctSlices()) {
        client.storeInstances().add(InstanceSource.of("ct", object.bytes())).execute().orThrow();
      }
      ProbeReport report = client.probe().execute();
      ServerProfile profile = report.profile();
      assertThat(report.requests()).isLessThanOrEqualTo(ProbeRequest.REQUESTS);
      assertThat(profile.queryEscaping()).isNotEqualTo(QueryEscaping.ADAPTIVE);
      assertThat(profile.matching()).isEqualTo(Matching.SERVER);
      assertThat(profile.paging()).isEqualTo(Paging.OFFSET);
      assertThat(profile.acceptStyle()).isEqualTo(AcceptStyle.ONE);
      assertThat(profile.partStyle()).isEqualTo(PartStyle.MULTIPART);
      assertThat(profile.features())
          .as(() -> report.findings().toString())
          .contains(
              Feature.FRAMES,
              Feature.RENDERED,
              Feature.BULK_DATA,
              Feature.WADO_URI,
              Feature.RELATIONAL_SEARCH,
              Feature.STUDY_RETRIEVAL);

      DicomWebClient taught = client.withProfile(profile);
      String name =
          client
              .searchForStudies()
              .execute()
              .results()
              .get(0)
              .string(Tag.PatientName)
              .orElseThrow();
      assertThat(taught.searchForStudies().patientName(name).execute().results()).hasSize(1);
      TestObject ct = TestStudies.ctSlices().get(0);
      assertThat(
              taught
                  .retrieveByUri(ct.studyInstanceUid(), ct.seriesInstanceUid(), ct.sopInstanceUid())
                  .dicom()
                  .readAllBytes()
                  .bytes())
          .isEqualTo(ct.bytes());
    }
  }
}
