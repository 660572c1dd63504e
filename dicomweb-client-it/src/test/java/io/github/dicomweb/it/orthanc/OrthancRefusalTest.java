// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.it.orthanc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.dicomweb.DicomWebClient;
import io.github.dicomweb.auth.Credentials;
import io.github.dicomweb.error.AuthenticationException;
import io.github.dicomweb.error.NotFoundException;
import io.github.dicomweb.store.InstanceSource;
import io.github.dicomweb.store.StoreReport;
import io.github.dicomweb.testdata.LargeInstance;
import io.github.dicomweb.testdata.LargeSeries;
import io.github.dicomweb.testdata.TestObject;
import io.github.dicomweb.testdata.TestStudies;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@OrthancTest
class OrthancRefusalTest {
  private static final String UNKNOWN = "2.25.1";
  private static final TestObject KNOWN = TestStudies.ctSlices().get(0);

  @TempDir private Path directory;

  @Test
  void retrieve_ofUnknownUids_isNotFound(OrthancServer server) {
    try (DicomWebClient client = server.client()) {
      client.storeInstances().add(source(KNOWN)).execute().orThrow();
      String study = KNOWN.studyInstanceUid();
      String series = KNOWN.seriesInstanceUid();
      String instance = KNOWN.sopInstanceUid();
      List<ThrowingCallable> calls =
          List.of(
              () -> client.retrieveStudy(UNKNOWN).open().close(),
              () -> client.retrieveSeries(study, UNKNOWN).open().close(),
              () -> client.retrieveSeries(UNKNOWN, series).open().close(),
              () -> client.retrieveInstance(study, series, UNKNOWN).open().close(),
              () -> client.retrieveInstance(study, UNKNOWN, instance).open().close(),
              () -> client.retrieveStudy(UNKNOWN).saveTo(directory),
              () -> client.retrieveSeries(study, UNKNOWN).saveTo(directory),
              () -> client.retrieveInstance(study, series, UNKNOWN).saveTo(directory),
              () -> client.retrieveMetadata(UNKNOWN).execute(),
              () -> client.retrieveMetadata(study, UNKNOWN).execute(),
              () -> client.retrieveMetadata(study, series, UNKNOWN).execute());
      for (ThrowingCallable call : calls) {
        assertThatExceptionOfType(NotFoundException.class)
            .isThrownBy(call)
            .satisfies(e -> assertThat(e.status()).isEqualTo(404))
            .satisfies(e -> assertThat(e.getMessage()).doesNotContain(UNKNOWN, study, instance));
      }
    }
    assertThat(directory).isEmptyDirectory();
  }

  /** Where the standard allows 404 as well, Orthanc finds nothing. */
  @Test
  void search_belowUnknownUids_findsNothing(OrthancServer server) {
    try (DicomWebClient client = server.client()) {
      client.storeInstances().add(source(KNOWN)).execute().orThrow();
      assertThat(client.searchForSeries(UNKNOWN)).isEmpty();
      assertThat(client.searchForInstances(UNKNOWN)).isEmpty();
      assertThat(client.searchForInstances(KNOWN.studyInstanceUid(), UNKNOWN)).isEmpty();
    }
  }

  @Test
  void everyCall_withTheWrongPassword_isAnAuthenticationException(
      @OrthancTest.WithPassword OrthancServer server) throws Exception {
    for (Credentials wrong :
        List.of(
            Credentials.none(),
            Credentials.basic(OrthancConfig.USER, "another"),
            Credentials.bearer(() -> "token"))) {
      try (DicomWebClient client = server.clientBuilder().credentials(wrong).build()) {
        List<ThrowingCallable> calls =
            List.of(
                () -> client.searchForStudies().execute(),
                () -> client.searchForStudies().iterator().next(),
                () -> client.retrieveStudy(UNKNOWN).open().close(),
                () -> client.retrieveStudy(UNKNOWN).saveTo(directory),
                () -> client.retrieveMetadata(UNKNOWN).execute(),
                () -> client.storeInstances().add(source(KNOWN)).execute());
        for (ThrowingCallable call : calls) {
          assertThatExceptionOfType(AuthenticationException.class)
              .isThrownBy(call)
              .satisfies(e -> assertThat(e.status()).isEqualTo(401))
              .satisfies(e -> assertThat(e.getMessage()).doesNotContain("another", "token"));
        }
      }
    }
    assertThat(server.rest().instanceCount()).isZero();
  }

  /** Orthanc answers before it has read the upload, and closes the connection. */
  @Test
  void store_ofMuchWithTheWrongPassword_isAnAuthenticationException(
      @OrthancTest.WithPassword OrthancServer server) throws Exception {
    List<InstanceSource> sources =
        java.util.stream.IntStream.rangeClosed(1, 60)
            .mapToObj(number -> LargeSeries.instance(number, 512, 512))
            .map(OrthancRefusalTest::source)
            .toList();
    Credentials wrong = Credentials.basic(OrthancConfig.USER, "another");
    try (DicomWebClient client = server.clientBuilder().credentials(wrong).build()) {
      assertThatExceptionOfType(AuthenticationException.class)
          .isThrownBy(() -> client.storeInstances().addAll(sources).execute());
    }
    assertThat(server.rest().instanceCount()).isZero();
  }

  @Test
  void everyCall_withTheRightPassword_works(@OrthancTest.WithPassword OrthancServer server)
      throws Exception {
    Credentials right = Credentials.basic(OrthancConfig.USER, OrthancConfig.PASSWORD);
    try (DicomWebClient client = server.clientBuilder().credentials(right).build()) {
      StoreReport report = client.storeInstances().add(source(KNOWN)).execute();

      assertThat(report.isComplete()).isTrue();
      assertThat(client.searchForStudies()).hasSize(1);
      assertThat(client.retrieveMetadata(KNOWN.studyInstanceUid()).execute()).hasSize(1);
      assertThat(client.retrieveStudy(KNOWN.studyInstanceUid()).saveTo(directory).received())
          .isEqualTo(1);
    }
    assertThat(server.rest().instanceCount()).isEqualTo(1);
    assertThat(Files.exists(directory.resolve(KNOWN.studyInstanceUid()))).isTrue();
  }

  private static InstanceSource source(TestObject object) {
    return InstanceSource.of(object.fileName(), object.bytes());
  }

  private static InstanceSource source(LargeInstance instance) {
    return InstanceSource.of("noise", instance::open);
  }
}
