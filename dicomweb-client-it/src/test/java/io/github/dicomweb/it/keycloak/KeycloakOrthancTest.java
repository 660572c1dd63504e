// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.it.keycloak;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dicomweb.DicomWebClient;
import io.github.dicomweb.auth.Credentials;
import io.github.dicomweb.dicom.BulkDataReference;
import io.github.dicomweb.dicom.Tag;
import io.github.dicomweb.it.orthanc.OrthancServer;
import io.github.dicomweb.it.orthanc.OrthancTest;
import io.github.dicomweb.profile.ServerProfile;
import io.github.dicomweb.retrieve.RetrieveReport;
import io.github.dicomweb.store.InstanceSource;
import io.github.dicomweb.store.StoreReport;
import io.github.dicomweb.testdata.LargeInstance;
import io.github.dicomweb.testdata.LargeSeries;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole way, with tokens that the application gets by itself. */
@KeycloakTest
@OrthancTest
class KeycloakOrthancTest {
  // Some tens of megabytes.
  private static final List<LargeInstance> LARGE =
      IntStream.rangeClosed(1, 60)
          .mapToObj(number -> LargeSeries.instance(number, 512, 512))
          .toList();

  @TempDir private Path directory;

  @Test
  void storeAndRetrieve_throughTheProxy_areWhole(Keycloak keycloak, OrthancServer orthanc)
      throws Exception {
    try (BearerProxy proxy = proxy(keycloak, orthanc);
        DicomWebClient client = client(keycloak, proxy)) {
      StoreReport stored =
          client
              .storeInstances()
              .addAll(LARGE.stream().map(i -> InstanceSource.of("noise", i::open)).toList())
              .execute();
      assertThat(stored.isComplete()).as("%s", stored).isTrue();
      assertThat(orthanc.rest().instanceCount()).isEqualTo(LARGE.size());

      RetrieveReport retrieved =
          client.retrieveStudy(LARGE.get(0).studyInstanceUid()).saveTo(directory);
      retrieved.orThrow();
      assertThat(retrieved.received()).isEqualTo(LARGE.size());
      assertThat(proxy.counters().refused()).isEmpty();
    }
  }

  /** Or the credentials would not go where the links lead. */
  @Test
  void links_ofOrthancBehindTheProxy_leadToTheProxy(Keycloak keycloak, OrthancServer orthanc)
      throws Exception {
    LargeInstance instance = LARGE.get(0);
    try (BearerProxy proxy = proxy(keycloak, orthanc);
        DicomWebClient client = client(keycloak, proxy)) {
      client.storeInstances().add(InstanceSource.of("noise", instance::open)).execute().orThrow();

      BulkDataReference pixels =
          client
              .retrieveMetadata(
                  instance.studyInstanceUid(),
                  instance.seriesInstanceUid(),
                  instance.sopInstanceUid())
              .execute()
              .get(0)
              .bulkData(Tag.PixelData)
              .orElseThrow();

      assertThat(pixels.uri()).startsWith(proxy.url() + "/studies/");
      assertThat(client.retrieveBulkData(pixels).readAllBytes()).hasSize(2 * 512 * 512);
    }
  }

  private static BearerProxy proxy(Keycloak keycloak, OrthancServer orthanc) throws IOException {
    return BearerProxy.before(orthanc.dicomWebUrl(), keycloak.bySignature())
        .https(keycloak.authority())
        .start();
  }

  private static DicomWebClient client(Keycloak keycloak, BearerProxy proxy) {
    RawTokens raw = RawTokens.of(keycloak);
    return DicomWebClient.builder(proxy.url())
        .profile(ServerProfile.orthanc())
        .httpClient(keycloak.http())
        .credentials(Credentials.bearer(() -> token(raw)))
        .build();
  }

  private static String token(RawTokens raw) {
    try {
      return raw.ofClient(Hospital.UPLOADER);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
