// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.it.orthanc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.dicomweb.DicomWebClient;
import io.github.dicomweb.error.MalformedResponseException;
import io.github.dicomweb.error.NotFoundException;
import io.github.dicomweb.media.MediaType;
import io.github.dicomweb.profile.ServerProfile;
import io.github.dicomweb.retrieve.Verdict;
import io.github.dicomweb.store.InstanceSource;
import io.github.dicomweb.testdata.TestObject;
import io.github.dicomweb.testdata.TestStudies;
import io.github.dicomweb.uri.UriContent;
import io.github.dicomweb.uri.UriFile;
import io.github.dicomweb.uri.UriRequest;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** WADO-URI (PS3.18 §9) of a real server. */
@OrthancTest
class OrthancUriTest {
  private static final TestObject CT = TestStudies.ctSlices().get(0);

  @TempDir private Path directory;

  private static DicomWebClient client(OrthancServer server) {
    return server
        .clientBuilder()
        .wadoUriUrl(server.rest().baseUrl() + "/wado")
        .profile(ServerProfile.orthanc())
        .build();
  }

  private static UriRequest ct(DicomWebClient client) {
    client.storeInstances().add(InstanceSource.of("ct", CT.bytes())).execute().orThrow();
    return client.retrieveByUri(CT.studyInstanceUid(), CT.seriesInstanceUid(), CT.sopInstanceUid());
  }

  @Test
  void dicom_eachSample_isWhatWasStored(OrthancServer server) throws Exception {
    try (DicomWebClient client = client(server)) {
      for (Sample sample : SampleFiles.loadInto(server)) {
        UriContent content =
            client
                .retrieveByUri(sample.study(), sample.series(), sample.instance())
                .dicom()
                .readAllBytes();
        assertThat(content.bytes()).as(sample.name()).isEqualTo(sample.bytes());
        assertThat(content.verdict()).as(sample.name()).isEqualTo(Verdict.COMPLETE);
      }
    }
  }

  @Test
  void dicom_savedToAFile_isWhole(OrthancServer server) {
    try (DicomWebClient client = client(server)) {
      UriFile saved = ct(client).dicom().saveTo(directory.resolve("ct.dcm"));
      assertThat(saved.file()).hasBinaryContent(CT.bytes());
    }
  }

  @Test
  void rendered_eachMediaType_isTheOneThatWasAskedFor(OrthancServer server) {
    try (DicomWebClient client = client(server)) {
      for (MediaType type : new MediaType[] {MediaType.JPEG, MediaType.PNG}) {
        UriContent content = ct(client).rendered().contentType(type).readAllBytes();
        assertThat(content.mediaType()).isEqualTo(type);
        assertThat(content.bytes()).isNotEmpty();
      }
      assertThat(ct(client).rendered().readAllBytes().mediaType()).isEqualTo(MediaType.JPEG);
    }
  }

  @Test
  void object_thatIsNotThere_isNotFound(OrthancServer server) {
    try (DicomWebClient client = client(server)) {
      assertThatExceptionOfType(NotFoundException.class)
          .isThrownBy(() -> client.retrieveByUri("1.2", "1.3", "1.4").dicom().open());
    }
  }

  @Test
  void anonymize_whichItIgnores_isNotTakenForDone(OrthancServer server) {
    try (DicomWebClient client = client(server)) {
      assertThatExceptionOfType(MalformedResponseException.class)
          .isThrownBy(() -> ct(client).dicom().anonymize().readAllBytes())
          .withMessageContaining("not anonymized");
    }
  }
}
