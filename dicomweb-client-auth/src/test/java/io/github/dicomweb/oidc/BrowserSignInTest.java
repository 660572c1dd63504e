// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.oidc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.oauth2.sdk.pkce.CodeChallenge;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import io.github.dicomweb.error.CredentialsException;
import io.github.dicomweb.error.CredentialsException.Reason;
import io.github.dicomweb.oidc.LoginServer.Asked;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import mockwebserver3.MockResponse;
import okhttp3.HttpUrl;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Sign-in with the browser: what is sent, what is checked, what is refused. */
class BrowserSignInTest {
  @RegisterExtension final LoginServer login = new LoginServer();

  private final List<Integer> statuses = new ArrayList<>();
  private volatile String nonce = "";
  private String idTokenIssuer = "";
  private String idTokenAudience = "viewer";
  private boolean idToken = true;
  private String wrongNonce = "";

  /** What the page of the server would send the browser back with. */
  private interface Back {
    void change(HttpUrl.Builder url, HttpUrl asked);
  }

  private void visit(HttpUrl url) {
    statuses.add(BrowserVisit.to(url));
  }

  private HttpUrl back(URI page, Back change) {
    HttpUrl asked = HttpUrl.get(page.toString());
    nonce = String.valueOf(asked.queryParameter("nonce"));
    HttpUrl.Builder url =
        HttpUrl.get(String.valueOf(asked.queryParameter("redirect_uri"))).newBuilder();
    change.change(url, asked);
    return url.build();
  }

  private static void agree(HttpUrl.Builder url, HttpUrl asked) {
    url.addQueryParameter("code", "c0de").addQueryParameter("state", asked.queryParameter("state"));
  }

  private OidcCredentials credentials(Back change) {
    login.withRefreshTokens().answer(this::token);
    return Oidc.issuer(login.issuer())
        .client("viewer")
        .scope("dicom")
        .signInTimeout(Duration.ofSeconds(20))
        .signInWithBrowser(page -> visit(back(page, change)));
  }

  private MockResponse token(Asked asked) {
    MockResponse plain = login.token();
    if (!idToken || !"authorization_code".equals(asked.form().get("grant_type"))) {
      return plain;
    }
    String json =
        "{\"access_token\":\"t1\",\"token_type\":\"bearer\",\"expires_in\":60,"
            + "\"refresh_token\":\"r1\",\"id_token\":\""
            + idToken()
            + "\"}";
    return LoginServer.json(json);
  }

  private String idToken() {
    try {
      Instant now = Instant.now();
      SignedJWT jwt =
          new SignedJWT(
              new JWSHeader(JWSAlgorithm.HS256),
              new JWTClaimsSet.Builder()
                  .issuer(idTokenIssuer.isEmpty() ? login.issuer() : idTokenIssuer)
                  .audience(idTokenAudience)
                  .subject("radiologist")
                  .issueTime(Date.from(now))
                  .expirationTime(Date.from(now.plusSeconds(60)))
                  .claim("nonce", wrongNonce.isEmpty() ? nonce : wrongNonce)
                  .build());
      jwt.sign(new MACSigner("0123456789abcdef0123456789abcdef"));
      return jwt.serialize();
    } catch (com.nimbusds.jose.JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  private CredentialsException failure(Back change) {
    try (OidcCredentials credentials = credentials(change)) {
      CredentialsException failure =
          catchThrowableOfType(CredentialsException.class, credentials::accessToken);
      assertThat(failure).isNotNull();
      return failure;
    }
  }

  @Test
  void signIn_asksAndRedeemsAsTheStandardsSay() {
    CompletableFuture<URI> seen = new CompletableFuture<>();
    login.withRefreshTokens().answer(this::token);
    try (OidcCredentials credentials =
        Oidc.issuer(login.issuer())
            .client("viewer")
            .scope("dicom")
            .signInWithBrowser(
                page -> {
                  seen.complete(page);
                  visit(back(page, BrowserSignInTest::agree));
                })) {
      assertThat(credentials.accessToken()).isEqualTo("t1");
      assertThat(credentials.accessToken()).isEqualTo("t1");
    }
    HttpUrl page = HttpUrl.get(seen.join().toString());
    assertThat(page.encodedPath()).isEqualTo("/auth");
    assertThat(page.queryParameter("response_type")).isEqualTo("code");
    assertThat(page.queryParameter("client_id")).isEqualTo("viewer");
    assertThat(page.queryParameter("scope")).isEqualTo("openid dicom");
    assertThat(page.queryParameter("code_challenge_method")).isEqualTo("S256");
    assertThat(page.queryParameter("state")).hasSizeGreaterThan(20);
    assertThat(page.queryParameter("nonce")).hasSizeGreaterThan(20);
    assertThat(page.queryParameter("redirect_uri")).matches("http://127\\.0\\.0\\.1:\\d+/callback");
    Asked asked = login.only();
    assertThat(asked.form())
        .containsEntry("grant_type", "authorization_code")
        .containsEntry("code", "c0de")
        .containsEntry("client_id", "viewer")
        .containsEntry("redirect_uri", page.queryParameter("redirect_uri"));
    CodeVerifier verifier = new CodeVerifier(asked.form().get("code_verifier"));
    assertThat(CodeChallenge.compute(CodeChallengeMethod.S256, verifier).getValue())
        .isEqualTo(page.queryParameter("code_challenge"));
    assertThat(statuses).containsExactly(200);
  }

  @Test
  void twoSignIns_shareNothing() {
    List<HttpUrl> pages = new ArrayList<>();
    login.answer(this::token);
    try (OidcCredentials credentials =
        Oidc.issuer(login.issuer())
            .client("viewer")
            .signInWithBrowser(
                page -> {
                  pages.add(HttpUrl.get(page.toString()));
                  visit(back(page, BrowserSignInTest::agree));
                })) {
      credentials.signIn();
      credentials.signIn();
    }
    for (String name : List.of("state", "nonce", "code_challenge")) {
      assertThat(pages.stream().map(page -> page.queryParameter(name)).distinct()).hasSize(2);
    }
  }

  @Test
  void port_isOpenWhileSomebodySignsInOnly() {
    CompletableFuture<HttpUrl> where = new CompletableFuture<>();
    try (OidcCredentials credentials =
        credentials(
            (url, asked) -> {
              where.complete(url.build());
              agree(url, asked);
            })) {
      credentials.signIn();
      assertThat(org.assertj.core.api.Assertions.catchThrowable(() -> visit(where.join())))
          .hasRootCauseInstanceOf(java.net.ConnectException.class);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"wrong", "missing", "twice", "path"})
  void answers_thatDoNotBelongToTheSignIn_areNotHeard(String kind) {
    try (OidcCredentials credentials =
        credentialsWith(
            page -> {
              HttpUrl right = back(page, BrowserSignInTest::agree);
              visit(forged(kind, right));
              visit(right);
            })) {
      assertThat(credentials.accessToken()).isEqualTo("t1");
    }
    assertThat(statuses).containsExactly(kind.equals("path") ? 404 : 400, 200);
  }

  private OidcCredentials credentialsWith(java.util.function.Consumer<URI> browser) {
    login.answer(this::token);
    return Oidc.issuer(login.issuer()).client("viewer").signInWithBrowser(browser);
  }

  private static HttpUrl forged(String kind, HttpUrl right) {
    HttpUrl.Builder url = right.newBuilder().setQueryParameter("code", "f0rged");
    return switch (kind) {
      case "missing" -> url.removeAllQueryParameters("state").build();
      case "twice" -> url.addQueryParameter("state", "x").build();
      case "path" -> url.encodedPath("/other").build();
      default -> url.setQueryParameter("state", "x").build();
    };
  }

  @Test
  void personWhoSaysNo_isNotGranted() {
    CredentialsException failure =
        failure(
            (url, asked) ->
                url.addQueryParameter("error", "access_denied")
                    .addQueryParameter("error_description", "n0t4you")
                    .addQueryParameter("state", asked.queryParameter("state")));
    assertThat(failure.reason()).isEqualTo(Reason.NOT_GRANTED);
    assertThat(failure.code()).contains("access_denied");
    assertThat(failure.getMessage()).doesNotContain("n0t4you");
  }

  @Test
  void personWhoSaysNothing_isNotGranted() {
    login.answer(this::token);
    try (OidcCredentials credentials =
        Oidc.issuer(login.issuer())
            .client("viewer")
            .signInTimeout(Duration.ofMillis(50))
            .signInWithBrowser(page -> {})) {
      CredentialsException failure =
          catchThrowableOfType(CredentialsException.class, credentials::accessToken);
      assertThat(failure.reason()).isEqualTo(Reason.NOT_GRANTED);
    }
  }

  @Test
  void answerOfAnotherIssuer_isRefused() {
    CredentialsException failure =
        failure(
            (url, asked) -> {
              agree(url, asked);
              url.addQueryParameter("iss", "https://evil.example.org");
            });
    assertThat(failure.reason()).isEqualTo(Reason.MALFORMED);
    assertThat(failure).hasMessageContaining("not of the issuer");
    assertThat(login.asked()).as("the code is not given away").isEmpty();
  }

  @Test
  void answerWithoutIssuer_whereTheServerNamesItself_isRefused() {
    login.metadata(
        metadata -> {
          Map<String, String> changed = new LinkedHashMap<>(metadata);
          changed.put("authorization_response_iss_parameter_supported", "true");
          return changed;
        });
    assertThat(failure(BrowserSignInTest::agree)).hasMessageContaining("not of the issuer");
    try (OidcCredentials credentials =
        credentials(
            (url, asked) -> {
              agree(url, asked);
              url.addQueryParameter("iss", login.issuer());
            })) {
      assertThat(credentials.accessToken()).isEqualTo("t1");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"nonce", "issuer", "audience", "none"})
  void idToken_thatIsNotOfThisSignIn_isRefused(String what) {
    switch (what) {
      case "nonce" -> wrongNonce = "0ther";
      case "issuer" -> idTokenIssuer = "https://evil.example.org";
      case "audience" -> idTokenAudience = "another";
      default -> idToken = false;
    }
    CredentialsException failure = failure(BrowserSignInTest::agree);
    assertThat(failure.reason()).isEqualTo(Reason.MALFORMED);
    assertThat(failure).hasMessageContaining("ID token");
  }
}
