// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.oidc.internal.grant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.Issuer;
import io.github.dicomweb.error.CredentialsException;
import io.github.dicomweb.error.CredentialsException.Reason;
import io.github.dicomweb.oidc.ManualClock;
import io.github.dicomweb.oidc.internal.endpoint.AuthorizationServer;
import io.github.dicomweb.oidc.internal.endpoint.Settings;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Sign-in on another device (RFC 8628 §3.3 to 3.5). */
class DeviceTest {
  private final MockWebServer server = new MockWebServer();
  private final ManualClock clock = new ManualClock();
  private final List<Duration> pauses = new ArrayList<>();
  private final List<Device.Code> shown = new ArrayList<>();
  private final Deque<String> answers = new ArrayDeque<>();
  private final List<String> asked = new ArrayList<>();
  private String deviceAnswer = "";

  @BeforeEach
  void start() throws Exception {
    server.setDispatcher(
        new Dispatcher() {
          @Override
          public MockResponse dispatch(RecordedRequest request) {
            return answer(request);
          }
        });
    server.start();
    deviceAnswer =
        "{\"device_code\":\"d3vice\",\"user_code\":\"WDJB-MJHT\",\"verification_uri\":"
            + "\"https://login.example.org/device\",\"verification_uri_complete\":"
            + "\"https://login.example.org/device?user_code=WDJB-MJHT\",\"expires_in\":60,"
            + "\"interval\":7}";
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private MockResponse answer(RecordedRequest request) {
    String path = request.getUrl().encodedPath();
    if (path.startsWith("/.well-known")) {
      String origin = server.url("/").toString().replaceAll("/$", "");
      return json(
          200,
          "{\"issuer\":\""
              + origin
              + "\",\"token_endpoint\":\""
              + origin
              + "/token\",\"device_authorization_endpoint\":\""
              + origin
              + "/device\"}");
    }
    asked.add(Objects.requireNonNull(request.getBody()).utf8());
    if (path.equals("/device")) {
      return json(200, deviceAnswer);
    }
    String next = answers.isEmpty() ? "authorization_pending" : answers.remove();
    return next.startsWith("{") ? json(200, next) : json(400, "{\"error\":\"" + next + "\"}");
  }

  private static MockResponse json(int status, String body) {
    return new MockResponse.Builder()
        .code(status)
        .addHeader("Content-Type", "application/json")
        .body(body)
        .build();
  }

  private Device device() {
    String origin = server.url("/").toString().replaceAll("/$", "");
    Settings settings =
        new Settings(
            new Issuer(origin),
            new ClientID("terminal"),
            (client, issuer) -> null,
            new Scope("dicom"),
            Map.of(),
            false,
            new OkHttpClient(),
            Duration.ZERO,
            Duration.ZERO,
            clock);
    return new Device(
        new AuthorizationServer(settings),
        shown::add,
        time -> {
          pauses.add(time);
          clock.forward(time);
        });
  }

  @Test
  void code_isShownAndAskedForUntilThePersonAgrees() {
    answers.add("authorization_pending");
    answers.add("slow_down");
    answers.add("authorization_pending");
    answers.add("{\"access_token\":\"t1\",\"token_type\":\"Bearer\",\"refresh_token\":\"r1\"}");
    var tokens = device().first();
    assertThat(tokens.access()).isEqualTo("t1");
    assertThat(tokens.refresh()).isEqualTo("r1");
    assertThat(pauses).extracting(Duration::toSeconds).containsExactly(7L, 7L, 12L, 12L);
    assertThat(shown).singleElement().extracting(Device.Code::userCode).isEqualTo("WDJB-MJHT");
    assertThat(asked.get(0)).isEqualTo("scope=dicom&client_id=terminal");
    assertThat(asked.get(1))
        .contains("grant_type=urn%3Aietf%3Aparams%3Aoauth%3Agrant-type%3Adevice_code")
        .contains("device_code=d3vice")
        .contains("client_id=terminal");
  }

  @Test
  void nobody_comes_isNotGranted() {
    CredentialsException failure =
        catchThrowableOfType(CredentialsException.class, () -> device().first());
    assertThat(failure.reason()).isEqualTo(Reason.NOT_GRANTED);
    assertThat(pauses.stream().mapToLong(Duration::toSeconds).sum()).isBetween(60L, 70L);
  }

  @ParameterizedTest
  @CsvSource({
    "access_denied, NOT_GRANTED",
    "expired_token, NOT_GRANTED",
    "invalid_grant, SIGN_IN_NEEDED",
    "invalid_client, REFUSED",
  })
  void refusal_endsIt(String code, Reason reason) {
    answers.add("authorization_pending");
    answers.add(code);
    CredentialsException failure =
        catchThrowableOfType(CredentialsException.class, () -> device().first());
    assertThat(failure.reason()).isEqualTo(reason);
    assertThat(failure.code()).contains(code);
    assertThat(pauses).hasSize(2);
  }

  @Test
  void interval_thatNobodyNamed_isFiveSeconds() {
    deviceAnswer = deviceAnswer.replace(",\"interval\":7", "");
    answers.add("{\"access_token\":\"t1\",\"token_type\":\"Bearer\"}");
    assertThat(device().first().access()).isEqualTo("t1");
    assertThat(pauses).extracting(Duration::toSeconds).containsExactly(5L);
  }

  @Test
  void answer_withoutACode_isMalformed() {
    deviceAnswer = "{\"device_code\":\"d3vice\"}";
    CredentialsException failure =
        catchThrowableOfType(CredentialsException.class, () -> device().first());
    assertThat(failure.reason()).isEqualTo(Reason.MALFORMED);
    assertThat(failure.getMessage()).doesNotContain("d3vice");
  }
}
