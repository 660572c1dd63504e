// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.it.keycloak;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dicomweb.DicomWebClient;
import io.github.dicomweb.auth.Credentials;
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
    RawTokens raw = RawTokens.of(keycloak);
    try (BearerProxy proxy =
            BearerProxy.before(orthanc.dicomWebUrl(), keycloak.bySignature())
                .https(keycloak.authority())
                .start();
        DicomWebClient client =
            DicomWebClient.builder(proxy.url())
                .profile(ServerProfile.orthanc())
                .httpClient(keycloak.http())
                .credentials(Credentials.bearer(() -> token(raw)))
                .build()) {
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

  private static String token(RawTokens raw) {
    try {
      return raw.ofClient(Hospital.UPLOADER);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
