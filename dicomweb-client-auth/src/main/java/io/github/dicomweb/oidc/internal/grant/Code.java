// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.oidc.internal.grant;

import com.nimbusds.jwt.JWT;
import com.nimbusds.jwt.proc.BadJWTException;
import com.nimbusds.oauth2.sdk.AuthorizationCodeGrant;
import com.nimbusds.oauth2.sdk.AuthorizationErrorResponse;
import com.nimbusds.oauth2.sdk.AuthorizationRequest;
import com.nimbusds.oauth2.sdk.AuthorizationResponse;
import com.nimbusds.oauth2.sdk.ErrorObject;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.ResponseType;
import com.nimbusds.oauth2.sdk.id.State;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.openid.connect.sdk.Nonce;
import com.nimbusds.openid.connect.sdk.validators.IDTokenClaimsVerifier;
import io.github.dicomweb.error.CredentialsException;
import io.github.dicomweb.error.CredentialsException.Reason;
import io.github.dicomweb.oidc.internal.endpoint.AuthorizationServer;
import io.github.dicomweb.oidc.internal.endpoint.AuthorizationServer.Granted;
import io.github.dicomweb.oidc.internal.endpoint.Failures;
import io.github.dicomweb.oidc.internal.endpoint.Settings;
import io.github.dicomweb.oidc.internal.token.TokenSource;
import io.github.dicomweb.oidc.internal.token.Tokens;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A person signs in with the browser of this machine: authorization code with PKCE and a loopback
 * redirection (RFC 8252, RFC 7636), state, nonce and issuer checked (RFC 9207).
 *
 * @param server whom to ask
 * @param browser opens the page to sign in at
 * @param patience how long the person may take
 * @param executor what answers the browser
 */
public record Code(
    AuthorizationServer server, Consumer<URI> browser, Duration patience, Executor executor)
    implements TokenSource {
  private static final String WHAT = "the sign-in with the browser";

  @Override
  public Tokens first() {
    State state = new State();
    try (Loopback loopback = new Loopback(parameters -> belongs(parameters, state), executor)) {
      CodeVerifier verifier = new CodeVerifier();
      Nonce nonce = isOpenId() ? new Nonce() : null;
      browser.accept(request(loopback.redirectUri(), state, verifier, nonce));
      AuthorizationResponse response = response(loopback, state);
      Granted granted =
          server.grant(
              new AuthorizationCodeGrant(
                  response.toSuccessResponse().getAuthorizationCode(),
                  loopback.redirectUri(),
                  verifier));
      if (nonce != null) {
        check(granted.idToken(), nonce);
      }
      return granted.tokens();
    } catch (IOException e) {
      throw new CredentialsException(
          WHAT + ": no port of this machine could be opened", Reason.UNAVAILABLE, null, e);
    }
  }

  private static boolean belongs(Map<String, List<String>> parameters, State state) {
    return List.of(state.getValue()).equals(parameters.get("state"));
  }

  private boolean isOpenId() {
    return server.settings().scope().contains("openid");
  }

  private URI request(URI redirect, State state, CodeVerifier verifier, @Nullable Nonce nonce) {
    Settings settings = server.settings();
    AuthorizationRequest.Builder request =
        new AuthorizationRequest.Builder(ResponseType.CODE, settings.client())
            .endpointURI(server.authorizationEndpoint())
            .redirectionURI(redirect)
            .state(state)
            .codeChallenge(verifier, CodeChallengeMethod.S256);
    if (!settings.scope().isEmpty()) {
      request.scope(settings.scope());
    }
    if (nonce != null) {
      request.customParameter("nonce", nonce.getValue());
    }
    settings.parameters().forEach(request::customParameter);
    return request.build().toURI();
  }

  private AuthorizationResponse response(Loopback loopback, State state) {
    try {
      Map<String, List<String>> parameters =
          loopback.answer().get(patience.toMillis(), TimeUnit.MILLISECONDS);
      AuthorizationResponse response =
          AuthorizationResponse.parse(loopback.redirectUri(), parameters);
      if (!state.equals(response.getState())) {
        throw Failures.malformed(WHAT, "the answer belongs to another request");
      }
      checkIssuer(response);
      if (response instanceof AuthorizationErrorResponse error) {
        throw notGranted(error.getErrorObject());
      }
      return response;
    } catch (TimeoutException e) {
      throw new CredentialsException(
          "nobody signed in within " + patience.toSeconds() + " s", Reason.NOT_GRANTED, null, null);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CredentialsException(
          "interrupted while somebody was to sign in", Reason.CANCELLED, null, null);
    } catch (ParseException | ExecutionException e) {
      throw Failures.malformed(WHAT, "the browser brought an answer that cannot be read");
    }
  }

  private void checkIssuer(AuthorizationResponse response) {
    // Another issuer's answer: somebody mixes up two sign-ins to get at the code.
    boolean wrong =
        response.getIssuer() == null
            ? server.namesItself()
            : !response.getIssuer().equals(server.settings().issuer());
    if (wrong) {
      throw Failures.malformed(WHAT, "the answer is not of the issuer that was asked");
    }
  }

  private static CredentialsException notGranted(ErrorObject error) {
    String code = Failures.code(error);
    return new CredentialsException(
        WHAT + " was not granted" + (code == null ? "" : ", error " + code),
        "access_denied".equals(code) ? Reason.NOT_GRANTED : Reason.REFUSED,
        code,
        null);
  }

  // The token comes straight from the server over TLS, which stands for the signature (OpenID
  // Connect Core 1.0 §3.1.3.7); what it says must still be meant for this sign-in.
  private void check(@Nullable JWT idToken, Nonce nonce) {
    Settings settings = server.settings();
    if (idToken == null) {
      throw Failures.malformed(WHAT, "there is no ID token");
    }
    int skew = (int) Math.max(60, settings.skew().toSeconds());
    try {
      new IDTokenClaimsVerifier(settings.issuer(), settings.client(), nonce, skew)
          .verify(idToken.getJWTClaimsSet(), null);
    } catch (BadJWTException | java.text.ParseException e) {
      throw Failures.malformed(
          WHAT, "the ID token is not of this issuer, for this client and this sign-in");
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
    return "Code";
  }
}
