// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.dicomweb.auth.Credentials;
import io.github.dicomweb.error.AuthenticationException;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A key in a header: sent, renewed and kept secret as a token is. */
class ApiKeyTest {
  @RegisterExtension final Wire wire = new Wire();

  private final AtomicReference<String> key = new AtomicReference<>("k3y-1");

  private DicomWebClient client() {
    return wire.client(
        wire.builder().credentials(Credentials.apiKey("X-Api-Key", () -> key.get())));
  }

  @Test
  void key_isSentInItsHeader_andInNoOther() throws Exception {
    wire.enqueueJson("[]");
    assertThat(client().searchForStudies().execute()).isEmpty();
    var headers = wire.take().getHeaders();
    assertThat(headers.values("X-Api-Key")).containsExactly("k3y-1");
    assertThat(headers.get("Authorization")).isNull();
  }

  @Test
  void key_thatChanged_isTriedOnceMoreAfterA401() throws Exception {
    wire.dispatch(
        request -> {
          boolean old = "k3y-1".equals(request.getHeaders().get("X-Api-Key"));
          key.set("k3y-2");
          return old ? new MockResponse.Builder().code(401).build() : Wire.json("[]");
        });
    assertThat(client().searchForStudies().execute()).isEmpty();
    assertThat(wire.take().getHeaders().get("X-Api-Key")).isEqualTo("k3y-1");
    assertThat(wire.take().getHeaders().get("X-Api-Key")).isEqualTo("k3y-2");
  }

  @Test
  void key_thatStayedTheSame_isNotTriedAgain() {
    wire.enqueueStatus(401);
    assertThatThrownBy(() -> client().searchForStudies().execute())
        .isInstanceOf(AuthenticationException.class);
    assertThat(wire.requests()).isEqualTo(1);
  }

  @Test
  void redirectToAnotherOrigin_isFollowedWithoutTheKey() throws Exception {
    try (MockWebServer stranger = new MockWebServer()) {
      stranger.start();
      stranger.enqueue(Wire.json("[]"));
      wire.enqueue(
          new MockResponse.Builder().code(302).addHeader("Location", stranger.url("/")).build());
      assertThat(client().searchForStudies().execute()).isEmpty();
      assertThat(stranger.takeRequest().getHeaders().get("X-Api-Key")).isNull();
    }
  }

  @Test
  void nameThatCannotBeSent_isRefused() {
    for (String bad : List.of("", "X Key", "X:Key", "X-Key\n", "X-Kéy", "\u0000")) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> Credentials.apiKey(bad, () -> "s3cret"))
          .withMessageNotContaining("s3cret");
    }
  }

  @Test
  void keyThatCannotBeSent_isRefusedWithoutQuotingIt() {
    for (String bad : List.of("", "s3cret\n", "s3cret\u0000", "s3crét", "s3cret\r\nX: y")) {
      key.set(bad);
      assertThatThrownBy(() -> client().searchForStudies().execute())
          .isInstanceOf(IllegalStateException.class)
          .hasMessageNotContaining("s3cr")
          .hasMessageContaining("API key");
    }
    assertThat(wire.requests()).isZero();
  }

  @Test
  void key_isInNoText() {
    assertThat(Credentials.apiKey("X-Api-Key", () -> "s3cret")).hasToString("API key credentials");
  }
}
