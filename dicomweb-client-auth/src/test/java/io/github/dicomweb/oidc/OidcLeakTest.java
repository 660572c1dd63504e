// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.oidc;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.dicomweb.DicomWebClient;
import io.github.dicomweb.auth.Credentials;
import io.github.dicomweb.oidc.LoginServer.Asked;
import io.github.dicomweb.store.InstanceSource;
import io.github.dicomweb.testdata.TestStudies;
import java.net.URI;
import java.nio.file.Path;
import java.security.KeyPairGenerator;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import javax.crypto.spec.SecretKeySpec;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.SocketEffect;
import okhttp3.HttpUrl;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/**
 * Plants secrets of every kind, makes everything go wrong, and looks for them in every log line at
 * TRACE, every exception down to its last cause, and every {@code toString}.
 */
class OidcLeakTest {
  private static final String ACCESS = "acc3ssT0ken";
  private static final String REFRESH = "r3freshT0ken";
  private static final String SECRET = "cl1entS3cret";
  private static final String PASSWORD = "p4ssw0rd";
  private static final String CALLER = "c4llersT0ken";
  private static final String CODE = "c0deOfTheSignIn";
  private static final String DEVICE = "d3viceCode";
  private static final String USER_CODE = "WDJB-MJHT";
  private static final String KEY = "k3yOfTheTokenFileThatIsSecret...";
  private static final List<String> SECRETS =
      List.of(
          KEY,
          ACCESS,
          REFRESH,
          SECRET,
          PASSWORD,
          CALLER,
          CODE,
          DEVICE,
          USER_CODE,
          Base64.getEncoder().encodeToString(("platform:" + SECRET).getBytes(UTF_8)));

  @RegisterExtension final Listening listening = new Listening();
  @RegisterExtension final LoginServer login = new LoginServer();
  @TempDir Path directory = Path.of("");
  private final MockWebServer archive = new MockWebServer();

  @BeforeEach
  void start() throws Exception {
    archive.start();
  }

  @AfterEach
  void stop() {
    archive.close();
  }

  private static final Credentials.Target TARGET =
      new Credentials.Target("GET", URI.create("https://archive.example.org/studies/1.2.3"));

  private Oidc oidc() {
    Oidc oidc =
        Oidc.issuer(login.issuer())
            .client("platform", ClientAuthentication.secret(SECRET))
            .patience(Duration.ofMillis(10))
            .signInTimeout(Duration.ofSeconds(5))
            .parameter("extra", PASSWORD)
            .audience("archive")
            .tokenStore(
                EncryptedTokenFile.withKey(
                    directory.resolve("tokens"), new SecretKeySpec(KEY.getBytes(UTF_8), "AES")));
    listening.say(oidc);
    return oidc;
  }

  private static String tokenAnswer() {
    return "{\"access_token\":\""
        + ACCESS
        + "\",\"token_type\":\"Bearer\",\"expires_in\":60,\"refresh_token\":\""
        + REFRESH
        + "\"}";
  }

  /** What an authorization server may answer, everything that it was told included. */
  private static List<Function<Asked, MockResponse>> answers() {
    String all = String.join(" ", SECRETS);
    List<Function<Asked, MockResponse>> answers = new ArrayList<>();
    answers.add(asked -> LoginServer.json(tokenAnswer()));
    for (String body :
        List.of(
            "",
            all,
            "[\"" + all + "\"]",
            "{\"" + all + "\":" + all + "}",
            "{\"access_token\":[\"" + all + "\"]}",
            "{\"access_token\":\"" + all + "\",\"token_type\":\"" + all + "\"}",
            "{\"access_token\":\""
                + ACCESS
                + "\",\"token_type\":\"Bearer\",\"expires_in\":\""
                + all
                + "\"}",
            "{\"access_token\":\"" + ACCESS + "\\r\\nx: y\",\"token_type\":\"Bearer\"}",
            "{\"access_token\":\""
                + ACCESS
                + "\",\"token_type\":\"Bearer\",\"id_token\":\""
                + all
                + "\"}",
            "{\"access_token\":\""
                + ACCESS
                + "\",\"token_type\":\"Bearer\",\"id_token\":\"e30.e30.\"}")) {
      answers.add(asked -> LoginServer.json(body));
    }
    for (int status : List.of(302, 400, 401, 403, 404, 429, 500, 503)) {
      answers.add(
          asked ->
              new MockResponse.Builder()
                  .code(status)
                  .addHeader("Content-Type", "application/json")
                  .addHeader("Location", "/x?" + ACCESS)
                  .addHeader("WWW-Authenticate", "Bearer error_description=\"" + all + "\"")
                  .body(
                      "{\"error\":\"invalid_grant\",\"error_description\":\""
                          + all
                          + "\",\"error_uri\":\"https://x/"
                          + ACCESS
                          + "\"}")
                  .build());
      answers.add(
          asked ->
              new MockResponse.Builder()
                  .code(status)
                  .addHeader("Content-Type", "application/json")
                  .body("{\"error\":\"" + ACCESS + " is not valid\"}")
                  .build());
    }
    answers.add(
        asked ->
            new MockResponse.Builder().onResponseStart(new SocketEffect.CloseSocket()).build());
    return answers;
  }

  private void use(Credentials credentials) {
    listening.say(credentials);
    listening.run(() -> credentials.headers(TARGET).size());
    listening.run(
        () ->
            credentials.renew(
                new Credentials.Refusal(
                    TARGET, Map.of("Authorization", "Bearer " + ACCESS), List.of("Bearer"))));
    listening.say(
        new Credentials.Refusal(TARGET, Map.of("Authorization", "Bearer " + ACCESS), List.of()));
  }

  private void use(OidcCredentials credentials) {
    use((Credentials) credentials);
    listening.run(
        () -> {
          credentials.signIn();
          return credentials.expiresAt();
        });
    listening.run(
        () -> {
          credentials.signOut();
          return credentials;
        });
    listening.run(
        () -> {
          credentials.close();
          return credentials;
        });
  }

  @Test
  void unattendedGrants_whateverIsAnswered_tellNothing() throws Exception {
    KeyPairGenerator rsa = KeyPairGenerator.getInstance("RSA");
    rsa.initialize(2048);
    ClientAuthentication key =
        ClientAuthentication.privateKey(rsa.generateKeyPair().getPrivate(), null);
    listening.say(key);
    for (Function<Asked, MockResponse> answer : answers()) {
      login.answer(answer);
      use(oidc().revokeOnClose().clientCredentials());
      use(oidc().client("platform", key).clientCredentials());
      use(
          oidc()
              .client("platform", ClientAuthentication.secretInBody(() -> SECRET))
              .legacyPassword("radiologist", () -> PASSWORD));
      use(oidc().refreshToken(REFRESH));
      try (TokenExchange exchange = oidc().tokenExchange()) {
        listening.say(exchange);
        use(exchange.onBehalfOf(CALLER));
      }
    }
    assertThat(listening.said())
        .as("everything went wrong that can")
        .contains("holds no token that can be used")
        .contains("error invalid_grant")
        .contains("out of order");
    listening.assertNothingOf(SECRETS);
  }

  @Test
  void signIn_whateverIsAnswered_tellsNothing() {
    for (Function<Asked, MockResponse> answer : answers()) {
      login.answer(answer);
      use(
          oidc()
              .signInWithBrowser(
                  page -> {
                    HttpUrl asked = HttpUrl.get(page.toString());
                    BrowserVisit.to(
                        HttpUrl.get(String.valueOf(asked.queryParameter("redirect_uri")))
                            .newBuilder()
                            .addQueryParameter("code", CODE)
                            .addQueryParameter("state", asked.queryParameter("state"))
                            .build());
                  }));
    }
    listening.assertNothingOf(SECRETS);
  }

  @Test
  void signInOnADevice_whateverIsAnswered_tellsNothing() {
    // Each of them waits a second for the person: those that quote what they were told are enough.
    List<Function<Asked, MockResponse>> telling = new ArrayList<>(answers().subList(9, 13));
    telling.add(answers().get(0));
    for (Function<Asked, MockResponse> answer : telling) {
      login.answer(asked -> asked.path().equals("/device") ? deviceAnswer() : answer.apply(asked));
      OidcCredentials credentials = oidc().signInOnDevice(listening::say);
      listening.run(() -> credentials.accessToken().length());
      listening.run(
          () -> {
            credentials.close();
            return credentials;
          });
    }
    for (Function<Asked, MockResponse> answer : answers()) {
      login.answer(answer);
      try (OidcCredentials credentials = oidc().signInOnDevice(listening::say)) {
        listening.run(() -> credentials.accessToken().length());
      }
    }
    listening.assertNothingOf(SECRETS);
  }

  private static MockResponse deviceAnswer() {
    return LoginServer.json(
        "{\"device_code\":\""
            + DEVICE
            + "\",\"user_code\":\""
            + USER_CODE
            + "\",\"verification_uri\":\"https://x/device\",\"interval\":1,"
            + "\"expires_in\":1}");
  }

  @Test
  void requestsToAnArchive_whateverIsAnswered_tellNothing() {
    login.answer(asked -> LoginServer.json(tokenAnswer()));
    List<MockResponse> answers =
        List.of(
            new MockResponse.Builder()
                .code(401)
                .addHeader(
                    "WWW-Authenticate",
                    "Bearer error=\"invalid_token\", error_description=\"" + ACCESS + "\"")
                .body(ACCESS)
                .build(),
            new MockResponse.Builder()
                .code(403)
                .addHeader(
                    "WWW-Authenticate",
                    "Bearer error=\"insufficient_scope\", scope=\"" + ACCESS + "\"")
                .body(ACCESS)
                .build(),
            new MockResponse.Builder().code(302).addHeader("Location", "/x?" + ACCESS).build(),
            new MockResponse.Builder()
                .body("[" + ACCESS)
                .addHeader("Content-Type", "application/dicom+json")
                .build(),
            new MockResponse.Builder().onResponseStart(new SocketEffect.CloseSocket()).build());
    for (MockResponse answer : answers) {
      archive.setDispatcher(
          new mockwebserver3.Dispatcher() {
            @Override
            public MockResponse dispatch(mockwebserver3.RecordedRequest request) {
              assertThat(request.getHeaders().get("Authorization")).isEqualTo("Bearer " + ACCESS);
              return answer;
            }
          });
      try (OidcCredentials credentials = oidc().clientCredentials();
          DicomWebClient client =
              DicomWebClient.builder(archive.url("/").toString())
                  .credentials(credentials)
                  .build()) {
        listening.say(client);
        listening.run(() -> client.searchForStudies().execute());
        listening.run(() -> client.searchForStudies().executeAsync().get());
        listening.run(() -> client.retrieveStudy("1.2.3").saveTo(directory).orThrow());
        listening.run(() -> client.retrieveStudy("1.2.3").saveTo(directory));
        listening.run(
            () ->
                client
                    .storeInstances()
                    .add(InstanceSource.of("a", TestStudies.ctSlices().get(0).bytes()))
                    .execute());
      }
    }
    listening.assertNothingOf(SECRETS);
  }
}
