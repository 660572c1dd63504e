// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.it.keycloak;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import java.net.ConnectException;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

@KeycloakTest
class KeycloakOutageTest {

  @Test
  void outage_resetsAndRefusesConnectionsUntilItEnds_atTheSamePort(Keycloak keycloak)
      throws Exception {
    try (Socket open = connect(keycloak)) {
      CompletableFuture<Void> outage = keycloak.outage().lasting(Duration.ofSeconds(1));

      assertThatIOException()
          .isThrownBy(() -> open.getInputStream().read())
          .isInstanceOf(SocketException.class);
      assertThatIOException()
          .isThrownBy(() -> connect(keycloak).close())
          .isInstanceOf(ConnectException.class);
      assertThat(keycloak.admin().token()).as("the other way stays").isNotEmpty();
      outage.get(10, TimeUnit.SECONDS);
    }
    assertThat(RawTokens.of(keycloak).ofClient(Hospital.READER)).isNotEmpty();
  }

  private static Socket connect(Keycloak keycloak) throws IOException {
    URI issuer = keycloak.issuer();
    return new Socket(issuer.getHost(), issuer.getPort());
  }
}
