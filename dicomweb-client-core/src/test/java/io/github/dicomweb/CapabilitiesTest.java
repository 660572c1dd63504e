// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.dicomweb.error.HttpStatusException;
import io.github.dicomweb.error.MalformedResponseException;
import io.github.dicomweb.error.TransportException;
import io.github.dicomweb.media.MediaType;
import io.github.dicomweb.probe.Capabilities;
import java.util.Objects;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import mockwebserver3.SocketEffect;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class CapabilitiesTest {
  private static final String WADL = "application/vnd.sun.wadl+xml";

  @RegisterExtension private final Wire wire = new Wire();

  @Test
  void capabilities_documentAndMethods_areBothGiven() throws InterruptedException {
    wire.enqueue(
        new MockResponse.Builder()
            .addHeader("Allow", "GET, POST,OPTIONS")
            .addHeader("Content-Type", WADL + "; charset=utf-8")
            .body("<application/>")
            .build());

    Capabilities said = wire.client().capabilities().execute();

    assertThat(said.methods()).containsExactly("GET", "POST", "OPTIONS");
    assertThat(said.mediaType()).hasValue(MediaType.of(WADL));
    assertThat(said.document()).hasValue("<application/>");
    RecordedRequest request = Objects.requireNonNull(wire.server().takeRequest());
    assertThat(request.getMethod()).isEqualTo("OPTIONS");
    assertThat(request.getTarget()).isEqualTo("/dicom-web");
    assertThat(request.getHeaders().get("Accept")).startsWith(WADL);
  }

  @Test
  void capabilities_nothingSaid_isEmpty() {
    wire.enqueue(new MockResponse.Builder().code(204).build());

    Capabilities said = wire.client().capabilities().execute();

    assertThat(said.methods()).isEmpty();
    assertThat(said.mediaType()).isEmpty();
    assertThat(said.document()).isEmpty();
  }

  @Test
  void capabilities_refused_isTheStatus() {
    wire.enqueue(new MockResponse.Builder().code(405).build());

    assertThatThrownBy(() -> wire.client().capabilities().execute())
        .isInstanceOfSatisfying(
            HttpStatusException.class, e -> assertThat(e.status()).isEqualTo(405));
  }

  @Test
  void capabilities_cutDocument_isNoDocument() {
    wire.enqueue(
        new MockResponse.Builder()
            .body("<application>".repeat(2000))
            .onResponseBody(SocketEffect.ShutdownConnection.INSTANCE)
            .build());

    assertThatThrownBy(() -> wire.client().capabilities().execute())
        .isInstanceOfAny(MalformedResponseException.class, TransportException.class);
  }
}
