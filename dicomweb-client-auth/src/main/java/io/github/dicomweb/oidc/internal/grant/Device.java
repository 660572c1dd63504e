// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.oidc.internal.grant;

import com.nimbusds.oauth2.sdk.device.DeviceAuthorizationSuccessResponse;
import com.nimbusds.oauth2.sdk.device.DeviceCodeGrant;
import io.github.dicomweb.error.CredentialsException;
import io.github.dicomweb.error.CredentialsException.Reason;
import io.github.dicomweb.oidc.internal.endpoint.AuthorizationServer;
import io.github.dicomweb.oidc.internal.endpoint.AuthorizationServer.Polled;
import io.github.dicomweb.oidc.internal.token.TokenSource;
import io.github.dicomweb.oidc.internal.token.Tokens;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A person signs in on another device (RFC 8628).
 *
 * @param server whom to ask
 * @param show shows the code to the person
 * @param pause waits between two questions
 */
public record Device(AuthorizationServer server, Consumer<Code> show, Pause pause)
    implements TokenSource {
  private static final Duration SLOWER = Duration.ofSeconds(5);

  /**
   * What the person needs.
   *
   * @param userCode what to enter
   * @param uri where
   * @param complete where nothing need be entered, or null
   * @param expires when it is too late
   */
  public record Code(String userCode, URI uri, @Nullable URI complete, Instant expires) {
    /** Nothing of the code. */
    @Override
    public String toString() {
      return "Code";
    }
  }

  @Override
  public Tokens first() {
    DeviceAuthorizationSuccessResponse answer = server.deviceCode();
    Instant expires = now().plusSeconds(answer.getLifetime());
    Duration interval = Duration.ofSeconds(Math.max(1, answer.getInterval()));
    show.accept(
        new Code(
            answer.getUserCode().getValue(),
            answer.getVerificationURI(),
            answer.getVerificationURIComplete(),
            expires));
    DeviceCodeGrant grant = new DeviceCodeGrant(answer.getDeviceCode());
    while (now().isBefore(expires)) {
      sleep(interval);
      Polled polled = server.poll(grant);
      if (polled.granted() != null) {
        return polled.granted().tokens();
      }
      if ("slow_down".equals(polled.notYet())) {
        interval = interval.plus(SLOWER);
      }
    }
    throw new CredentialsException(
        "nobody signed in before the device code ended", Reason.NOT_GRANTED, "expired_token", null);
  }

  private Instant now() {
    return server.settings().clock().instant();
  }

  private void sleep(Duration time) {
    try {
      pause.sleep(time);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CredentialsException(
          "interrupted while somebody was to sign in", Reason.CANCELLED, null, null);
    }
  }

  @Override
  public Tokens refresh(String refreshToken) {
    return Unattended.refreshed(server, refreshToken);
  }

  @Override
  public boolean unattended() {
    return false;
  }

  @Override
  public String toString() {
    return "Device";
  }
}
