// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.dicomweb.DicomWebClient;
import io.github.dicomweb.auth.Credentials;
import io.github.dicomweb.dicom.Dataset;
import io.github.dicomweb.dicom.Tag;
import io.github.dicomweb.error.AuthenticationException;
import io.github.dicomweb.error.NotFoundException;
import io.github.dicomweb.retrieve.InstancePart;
import io.github.dicomweb.retrieve.Parts;
import io.github.dicomweb.retrieve.RetrieveReport;
import io.github.dicomweb.retrieve.Verdict;
import io.github.dicomweb.store.StoreReport;
import io.github.dicomweb.testdata.TestObject;
import io.github.dicomweb.testdata.TestStudies;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import okio.ByteString;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** The library's client and this server understand each other. */
final class ClientTest {
  private static final TestObject SLICE = TestStudies.ctSlices().get(0);

  @RegisterExtension final Http http = new Http();
  private DicomWebClient client = DicomWebClient.builder("http://127.0.0.1/").build();

  @BeforeEach
  void connect() {
    client.close();
    client = DicomWebClient.builder(http.server().baseUrl()).build();
  }

  @AfterEach
  void disconnect() {
    client.close();
  }

  @Test
  void storeInstances_filesOfADirectory_areAllStored(@TempDir Path dir) throws IOException {
    http.server().clear();
    TestStudies.copyAllTo(dir);
    StoreReport report = client.storeInstances().add(dir).execute();

    assertThat(report.isComplete()).isTrue();
    assertThat(report.stored()).hasSize(26);
    assertThat(http.server().size()).isEqualTo(26);
  }

  @Test
  void storeInstances_toAnotherStudy_reportsEachFailure(@TempDir Path dir) throws IOException {
    http.server().clear();
    StoreReport report =
        client
            .storeInstances()
            .add(SLICE.copyTo(dir))
            .add(TestStudies.bigEndian().copyTo(dir))
            .toStudy(SLICE.studyInstanceUid())
            .execute();

    assertThat(report.stored()).hasSize(1);
    assertThat(report.failed()).hasSize(1);
    assertThat(report.failed().get(0).reason().orElseThrow().code()).isEqualTo(0xA900);
  }

  @Test
  void search_throughSmallPages_findsEveryInstanceOnce() {
    http.server().maxResults(3);
    List<String> found = new ArrayList<>();
    for (Dataset instance : client.searchForInstances().limit(100)) {
      found.add(instance.string(Tag.SOPInstanceUID).orElseThrow());
    }

    assertThat(found)
        .containsExactlyElementsOf(
            TestStudies.all().stream().map(TestObject::sopInstanceUid).toList());
    assertThat(client.searchForInstances().execute().remaining()).hasValue(23);
  }

  @Test
  void search_byKeys_findsTheStudy() {
    assertThat(client.searchForStudies().patientName("müller*").execute().results())
        .extracting(study -> study.string(Tag.PatientID).orElseThrow())
        .containsExactly(TestStudies.SECOND_PATIENT_ID);
    assertThat(client.searchForSeries(SLICE.studyInstanceUid()).modality("SR").execute().results())
        .hasSize(1);
  }

  @Test
  void retrieveStudy_savesEveryFileByteForByte(@TempDir Path dir) throws IOException {
    RetrieveReport report =
        client.retrieveStudy(SLICE.studyInstanceUid()).storedTransferSyntax().saveTo(dir);

    assertThat(report.verdict()).isEqualTo(Verdict.COMPLETE);
    try (Stream<Path> files = Files.walk(dir)) {
      List<ByteString> saved = new ArrayList<>();
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        saved.add(ByteString.of(Files.readAllBytes(file)));
      }
      assertThat(saved)
          .containsExactlyInAnyOrderElementsOf(
              TestStudies.phantomStudy().stream().map(o -> ByteString.of(o.bytes())).toList());
    }
  }

  @Test
  void retrieveInstance_givesItsPart() {
    TestObject object = TestStudies.deflated();
    try (Parts<InstancePart> parts =
        client
            .retrieveInstance(
                object.studyInstanceUid(), object.seriesInstanceUid(), object.sopInstanceUid())
            .storedTransferSyntax()
            .open()) {
      InstancePart part = parts.next().orElseThrow();
      assertThat(part.transferSyntax().orElseThrow().uid()).isEqualTo(object.transferSyntaxUid());
      assertThat(part.readAllBytes()).isEqualTo(object.bytes());
      assertThat(parts.next()).isEmpty();
    }
  }

  @Test
  void retrieveMetadata_givesADatasetForEachInstance() {
    assertThat(client.retrieveMetadata(SLICE.studyInstanceUid()).execute())
        .hasSize(23)
        .allMatch(instance -> instance.contains(Tag.SOPInstanceUID));
  }

  @Test
  void errors_areOfTheirKind() {
    assertThatThrownBy(() -> client.retrieveMetadata("1.2.3").execute())
        .isInstanceOf(NotFoundException.class);
    http.server().requireBasic("user", "secret");
    assertThatThrownBy(() -> client.searchForStudies().execute())
        .isInstanceOf(AuthenticationException.class);
    try (DicomWebClient known =
        DicomWebClient.builder(http.server().baseUrl())
            .credentials(Credentials.basic("user", "secret"))
            .build()) {
      assertThat(known.searchForStudies().execute().results()).hasSize(2);
    }
  }
}
