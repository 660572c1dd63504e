// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.it.keycloak;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dicomweb.DicomWebClient;
import io.github.dicomweb.it.orthanc.OrthancServer;
import io.github.dicomweb.it.orthanc.OrthancTest;
import io.github.dicomweb.oidc.OidcCredentials;
import io.github.dicomweb.retrieve.RetrieveReport;
import io.github.dicomweb.store.InstanceSource;
import io.github.dicomweb.store.StoreReport;
import io.github.dicomweb.testdata.LargeInstance;
import io.github.dicomweb.testdata.LargeSeries;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A transfer of two minutes with tokens that live 20 seconds, and Keycloak down in its middle. */
@KeycloakTest
@OrthancTest
@Tag("long")
class KeycloakLongTransferTest {
  // The proxy counts bytes as they come and as they go: 32 MB at this rate are two minutes.
  private static final int BYTES_PER_SECOND = 580_000;
  private static final List<LargeInstance> SERIES =
      IntStream.rangeClosed(1, 64)
          .mapToObj(number -> LargeSeries.instance(number, 512, 512))
          .toList();
  private static final int BATCH = 4;

  @TempDir private Path directory;

  @Test
  @Timeout(value = 6, unit = TimeUnit.MINUTES)
  void transfer_longerThanManyTokens_isComplete(Keycloak keycloak, OrthancServer orthanc)
      throws Exception {
    long begun = System.nanoTime();
    CompletableFuture<Void> outage = CompletableFuture.completedFuture(null);
    try (OidcCredentials credentials =
            Login.withSecret(keycloak, Hospital.UPLOADER).clientCredentials();
        BearerProxy slow =
            BearerProxy.before(orthanc.dicomWebUrl(), keycloak.bySignature())
                .https(keycloak.authority())
                .bytesPerSecond(BYTES_PER_SECOND)
                .start();
        DicomWebClient client = Login.client(keycloak, slow, credentials)) {
      for (int from = 0; from < SERIES.size(); from += BATCH) {
        if (from == SERIES.size() / 2) {
          outage = keycloak.outage().lasting(Duration.ofSeconds(10));
        }
        StoreReport stored =
            client
                .storeInstances()
                .addAll(
                    SERIES.subList(from, from + BATCH).stream()
                        .map(instance -> InstanceSource.of("noise", instance::open))
                        .toList())
                .execute();
        assertThat(stored.isComplete()).as("from %s: %s", from, stored).isTrue();
        assertThat(
                client
                    .searchForInstances(
                        SERIES.get(0).studyInstanceUid(), SERIES.get(0).seriesInstanceUid())
                    .results()
                    .stream())
            .hasSize(from + BATCH);
      }
      Duration took = Duration.ofNanos(System.nanoTime() - begun);
      assertThat(took).as("as long as it should be").isGreaterThan(Duration.ofSeconds(110));
      assertThat(outage).isCompleted();
      assertThat(slow.counters().refused()).as("no request was refused").isEmpty();
      assertThat(slow.counters().distinctTokens()).isGreaterThanOrEqualTo(6);
      assertThat(orthanc.rest().instanceCount()).isEqualTo(SERIES.size());
      try (BearerProxy proxy = Login.proxy(keycloak, orthanc, keycloak.bySignature());
          DicomWebClient quick = Login.client(keycloak, proxy, credentials)) {
        RetrieveReport back =
            quick.retrieveStudy(SERIES.get(0).studyInstanceUid()).saveTo(directory);
        back.orThrow();
        assertThat(back.received()).isEqualTo(SERIES.size());
      }
    }
  }
}
