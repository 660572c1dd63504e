// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dicomweb.auth.Credentials;
import io.github.dicomweb.config.Limits;
import io.github.dicomweb.config.Timeouts;
import io.github.dicomweb.config.Tls;
import io.github.dicomweb.dicom.BulkDataReference;
import io.github.dicomweb.error.AuthenticationException;
import io.github.dicomweb.error.CredentialsException;
import io.github.dicomweb.internal.http.Origins;
import io.github.dicomweb.internal.http.Service;
import io.github.dicomweb.internal.http.TransportSettings;
import io.github.dicomweb.profile.ServerProfile;
import io.github.dicomweb.retrieve.RetrieveReport;
import io.github.dicomweb.store.StoreReport;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import mockwebserver3.SocketEffect;
import okhttp3.HttpUrl;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/**
 * Plants secrets wherever a client takes them, at a server that says all it hears, makes everything
 * go wrong that can, and looks for them in whatever could be overheard.
 */
class CredentialsLeakTest {
  private static final String TOKEN = "t0ps3cret";
  private static final String KEY = "k3yOfTheDoor";
  private static final String OWN = "0wnTokenOfBulk";
  private static final String USER = "urlUs3r";
  private static final String PASSWORD = "passW0rdOfUser";
  // jane:passW0rdOfUser
  private static final String BASIC = "amFuZTpwYXNzVzByZE9mVXNlcg";
  private static final List<String> SECRETS =
      List.of(TOKEN, KEY, OWN, USER, PASSWORD, BASIC, new String(TlsServer.PASSWORD));

  @RegisterExtension final Wire wire = new Wire();
  @RegisterExtension final Overheard overheard = new Overheard();
  @TempDir Path directory = Path.of("");

  private final MockWebServer bulk = new MockWebServer();
  private TlsServer home;

  @BeforeEach
  void start() throws Exception {
    home = TlsServer.requiring();
    bulk.start();
  }

  @AfterEach
  void stop() {
    home.close();
    bulk.close();
  }

  /** Tells all it is told. */
  private final class Talking implements Credentials {
    private final Credentials usual;

    Talking(Credentials usual) {
      this.usual = usual;
    }

    @Override
    public Map<String, String> headers(Target target) {
      overheard.say(target);
      return usual.headers(target);
    }

    @Override
    public boolean renew(Refusal refusal) {
      overheard.say(refusal);
      return true;
    }

    @Override
    public String toString() {
      return "Talking " + usual;
    }
  }

  private DicomWebClientBuilder builder(Credentials credentials) throws Exception {
    DicomWebClientBuilder builder =
        wire.builder(home.url("localhost", "/dicom-web"))
            .credentials(new Talking(credentials))
            .credentials(bulk.url("/").toString(), new Talking(Credentials.bearer(() -> OWN)))
            .header("X-Door", KEY)
            .tls(TlsServer.tls());
    overheard.say(builder);
    return builder;
  }

  private void dispatch(Function<RecordedRequest, MockResponse> answer) {
    Dispatcher dispatcher =
        new Dispatcher() {
          @Override
          public MockResponse dispatch(RecordedRequest request) {
            return answer.apply(request);
          }
        };
    home.server.setDispatcher(dispatcher);
    bulk.setDispatcher(dispatcher);
  }

  /** An answer that holds every header it was sent, wherever an answer can hold something. */
  private static MockResponse.Builder echo(RecordedRequest request, int status) {
    String heard =
        request.getHeaders().get("Authorization") + " " + request.getHeaders().get("X-Door");
    return new MockResponse.Builder()
        .code(status)
        .addHeader("WWW-Authenticate", heard.split(" ")[1] + " realm=\"" + heard + "\"")
        .addHeader("WWW-Authenticate", "Bearer error=\"" + heard + "\", scope=\"" + heard + "\"")
        .addHeader("Warning", "299 x: " + heard)
        .addHeader("Set-Cookie", "a=" + TOKEN)
        .addHeader("Server", heard)
        .addHeader("Content-Type", "application/dicom+json")
        .body("[{\"" + heard + "\":" + heard);
  }

  private void everything(DicomWebClient client) {
    overheard.say(client);
    for (var transaction :
        Transactions.all(home.url("localhost", "/dicom-web"), directory).values()) {
      overheard.run(() -> told(transaction.run(client)));
    }
    for (HttpUrl url :
        List.of(HttpUrl.get(home.url("localhost", "/v/1")), bulk.url("/v/1"), bulk.url("/v/2"))) {
      String named = url.newBuilder().username(USER).password(PASSWORD).build().toString();
      var value = client.retrieveBulkData(BulkDataReference.of(named));
      overheard.say(value);
      overheard.run(value::readAllBytes);
      overheard.run(() -> value.readAllBytesAsync().get());
    }
  }

  private Object told(Object result) throws Exception {
    if (result instanceof StoreReport report) {
      report.outcomes().forEach(overheard::say);
      report.warnings().forEach(overheard::say);
      overheard.say(report);
      return report.orThrow();
    }
    if (result instanceof RetrieveReport report) {
      report.warnings().forEach(overheard::say);
      overheard.say(report);
      return report.orThrow();
    }
    if (result instanceof AutoCloseable open) {
      try (open) {
        return open.toString();
      }
    }
    return result;
  }

  private void assertNothingLeaked() {
    overheard.assertNoneOf(SECRETS);
  }

  @Test
  void refusals_ofAllCredentials_tellNothing() throws Exception {
    Map<Integer, Credentials> refused =
        Map.of(
            401, Credentials.bearer(() -> TOKEN),
            403, Credentials.basic("jane", PASSWORD),
            500, Credentials.apiKey("X-Api-Key", () -> KEY));
    for (var each : refused.entrySet()) {
      dispatch(request -> echo(request, each.getKey()).build());
      everything(wire.client(builder(each.getValue())));
    }
    assertThat(overheard.said()).contains("answered 401", "401 to GET https://localhost");
    assertNothingLeaked();
  }

  @Test
  void refusal_isToldWithoutTheWordsOfTheServer() throws Exception {
    dispatch(request -> echo(request, 401).build());
    DicomWebClient client = wire.client(builder(Credentials.bearer(() -> TOKEN)));
    overheard.run(
        () -> {
          try {
            return client.searchForStudies().execute();
          } catch (AuthenticationException e) {
            assertThat(e.challenges()).hasSize(2);
            e.challenges().forEach(overheard::say);
            e.warnings().forEach(overheard::say);
            throw e;
          }
        });
    assertThat(overheard.said()).contains("AuthenticationException", "(another scheme)");
    assertNothingLeaked();
  }

  @Test
  void redirections_tellNothing() throws Exception {
    for (String location :
        List.of(
            bulk.url("/moved/") + TOKEN,
            "https://" + USER + ":" + PASSWORD + "@localhost:1/" + TOKEN,
            "/" + TOKEN + "?" + KEY,
            "http://" + USER + ":" + PASSWORD + "@localhost:" + bulk.getPort() + "/",
            "nonsense:" + TOKEN)) {
      dispatch(request -> echo(request, 307).addHeader("Location", location).build());
      everything(wire.client(builder(Credentials.bearer(() -> TOKEN))));
    }
    assertNothingLeaked();
  }

  @Test
  void answersThatAreMalformed_orCut_tellNothing() throws Exception {
    List<Function<RecordedRequest, MockResponse>> answers =
        List.of(
            request -> echo(request, 200).build(),
            request -> echo(request, 206).setHeader("Content-Type", "text/x; a=" + KEY).build(),
            request -> echo(request, 200).setHeader("Content-Type", "multipart/related").build(),
            request -> echo(request, 200).onResponseBody(new SocketEffect.CloseSocket()).build(),
            request -> echo(request, 200).onResponseStart(new SocketEffect.CloseSocket()).build(),
            request -> echo(request, 200).setHeader("Content-Length", TOKEN).build());
    for (var answer : answers) {
      dispatch(answer);
      everything(
          wire.client(
              builder(Credentials.bearer(() -> TOKEN))
                  // the last of them never comes
                  .timeouts(Timeouts.defaults().withFirstByte(Duration.ofSeconds(1)))));
    }
    assertNothingLeaked();
  }

  /** HTTP/1.1, where the first line of an answer, and the sizes of chunks, are text. */
  @Test
  void answersThatAreNoHttp_tellNothing() throws Exception {
    DicomWebClient client =
        wire.client(
            wire.builder().credentials(Credentials.bearer(() -> TOKEN)).header("X-Door", KEY));
    for (String status : List.of("HTTP/1.1 " + TOKEN, TOKEN + " 200 OK", "HTTP/1.1 2" + KEY)) {
      wire.dispatch(request -> new MockResponse.Builder().status(status).build());
      overheard.run(() -> client.searchForStudies().execute());
      overheard.run(() -> client.retrieveStudy("1").saveTo(directory));
      overheard.run(
          () ->
              told(
                  client.storeInstances().add(StoreAnswers.dataset("1.2.1")).executeAsync().get()));
    }
    wire.dispatch(
        request ->
            new MockResponse.Builder()
                .addHeader("Content-Type", "application/dicom+json")
                .body("\r\n" + TOKEN + "\r\n")
                .removeHeader("Content-Length")
                .addHeader("Transfer-Encoding", "chunked")
                .build());
    overheard.run(() -> client.searchForStudies().execute());
    assertThat(overheard.said()).contains("TransportException", "ProtocolException");
    wire.dispatch(request -> Wire.json("[]"));
    dispatch(request -> echo(request, 200).build());
    everything(wire.client(builder(Credentials.bearer(() -> TOKEN))));
    assertNothingLeaked();
  }

  @Test
  void sessionsThatFail_tellNothing() throws Exception {
    dispatch(request -> echo(request, 200).build());
    Credentials bearer = Credentials.bearer(() -> TOKEN);
    everything(wire.client(builder(bearer).tls(Tls.builder().build())));
    everything(
        wire.client(
            builder(bearer)
                .tls(Tls.builder().trust(List.of(TlsServer.AUTHORITY.certificate())).build())));
    everything(
        wire.client(builder(bearer).retrieveUrl("https://127.0.0.1:" + home.server.getPort())));
    KeyStore store = TlsServer.clientStore("PKCS12");
    overheard.say(TlsServer.tls());
    overheard.say(Tls.builder());
    overheard.run(() -> Tls.builder().clientCertificate(store, TOKEN.toCharArray()));
    overheard.run(() -> Tls.builder().clientCertificate(directory, TlsServer.PASSWORD));
    home.close();
    bulk.close();
    everything(wire.client(builder(bearer)));
    assertThat(overheard.said()).contains("SSLHandshakeException", "ConnectException");
    assertNothingLeaked();
  }

  @Test
  void credentialsThatAreBroken_tellNothing() throws Exception {
    dispatch(request -> echo(request, 200).build());
    CredentialsException down =
        new CredentialsException(
            "the provider is down", CredentialsException.Reason.UNAVAILABLE, null, null);
    List<Credentials> broken =
        List.of(
            target -> {
              throw down;
            },
            target -> Map.of("X-Api-Key", KEY + "\n"),
            target -> Map.of("X-Api-Key", KEY + "é"),
            target -> Map.of("X " + TOKEN, KEY),
            target -> Map.of("Authorization", TOKEN + "\u0000"),
            Credentials.bearer(() -> TOKEN + "\r\n"),
            Credentials.bearer(() -> TOKEN + " " + KEY),
            Credentials.apiKey("X-Api-Key", () -> KEY + "ü"));
    for (Credentials credentials : broken) {
      everything(wire.client(builder(credentials)));
    }
    overheard.run(() -> Credentials.basic("a:" + TOKEN, PASSWORD));
    overheard.run(() -> Credentials.apiKey("X " + TOKEN, () -> KEY));
    overheard.run(() -> wire.builder().header("X-Door", KEY + "\n"));
    overheard.run(() -> wire.builder("https://" + USER + ":" + PASSWORD + "@pacs.example"));
    overheard.run(
        () ->
            wire.builder()
                .credentials("https://" + USER + ":" + PASSWORD + "@h", Credentials.none()));
    everything(wire.client(builder(Credentials.bearer(() -> TOKEN))));
    assertThat(overheard.said()).contains("the provider is down", "IllegalStateException");
    assertNothingLeaked();
  }

  @Test
  void settings_tellNothing() throws Exception {
    dispatch(request -> echo(request, 200).build());
    HttpUrl base = HttpUrl.get("https://pacs.example/" + TOKEN);
    Credentials basic = Credentials.basic("jane", PASSWORD);
    overheard.say(
        new TransportSettings(
            Map.of(Service.RETRIEVE, base),
            new Origins(List.of(base), Map.of("https://bulk.example:443", basic), false),
            basic,
            Timeouts.defaults(),
            Limits.defaults(),
            ServerProfile.standard(),
            List.of(Map.entry("X-Door", KEY)),
            TlsServer.tls()));
    overheard.say(new Origins(List.of(base), Map.of("https://bulk.example:443", basic), false));
    DicomWebClient client = wire.client(builder(basic));
    overheard.say(client.withCredentials(Credentials.apiKey("X-Api-Key", () -> KEY)));
    everything(client.withCredentials(new Talking(Credentials.bearer(() -> TOKEN))));
    for (var target :
        List.of("https://" + USER + "@h/" + TOKEN, "https://h_1.x:9/?" + TOKEN, "/" + TOKEN)) {
      Credentials.Target of = new Credentials.Target("GET", java.net.URI.create(target));
      overheard.say(of);
      overheard.say(
          new Credentials.Refusal(of, Map.of("Authorization", TOKEN), List.of("Bearer " + KEY)));
    }
    assertThat(overheard.said()).contains("GET https://h_1.x:9\n", "401 to GET https://h\n");
    assertThat(Objects.toString(basic)).isEqualTo("basic credentials");
    assertNothingLeaked();
  }
}
