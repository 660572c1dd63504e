// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.it.keycloak;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.net.ConnectException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

@KeycloakTest
class KeycloakOutageTest {

  @Test
  void outage_refusesConnectionsUntilItEnds_atTheSamePort(Keycloak keycloak) throws Exception {
    RawTokens raw = RawTokens.of(keycloak);
    raw.ofClient(Hospital.READER);

    CompletableFuture<Void> outage = keycloak.outage().lasting(Duration.ofSeconds(1));

    assertThatIOException()
        .isThrownBy(() -> raw.ofClient(Hospital.READER))
        .isInstanceOf(ConnectException.class);
    assertThat(keycloak.admin().token()).as("the other way stays").isNotEmpty();
    outage.get(10, TimeUnit.SECONDS);
    assertThat(raw.ofClient(Hospital.READER)).isNotEmpty();
  }
}
