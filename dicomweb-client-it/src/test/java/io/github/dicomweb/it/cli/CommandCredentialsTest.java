// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.it.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsParameters;
import com.sun.net.httpserver.HttpsServer;
import io.github.dicomweb.it.cli.Command.Result;
import io.github.dicomweb.testdata.TestStudies;
import io.github.dicomweb.testkit.DicomWebServerExtension;
import io.github.dicomweb.testkit.DicomWebTestServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** OpenID Connect and TLS. */
@Tag("command")
class CommandCredentialsTest {
  private static final String PASSWORD = "changeit-please";
  private static final String TOKEN = "token-of-the-provider";

  @TempDir private Path directory;

  /** A provider that gives one token; what it is asked is kept. */
  private static HttpServer provider(List<String> asked) throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    String issuer = "http://127.0.0.1:" + server.getAddress().getPort();
    server.createContext(
        "/",
        exchange -> {
          String path = exchange.getRequestURI().getPath();
          asked.add(
              path
                  + " "
                  + new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
          switch (path) {
            case "/.well-known/openid-configuration" ->
                answer(
                    exchange,
                    """
                    {"issuer":"@","token_endpoint":"@/token","jwks_uri":"@/keys",
                    "authorization_endpoint":"@/authorize",
                    "device_authorization_endpoint":"@/device",
                    "subject_types_supported":["public"],
                    "response_types_supported":["code"]}
                    """
                        .replace("@", issuer));
            case "/device" ->
                answer(
                    exchange,
                    """
                    {"device_code":"dc","user_code":"WDJB-MJHT","verification_uri":"@/go",
                    "expires_in":60,"interval":1}
                    """
                        .replace("@", issuer));
            default ->
                answer(
                    exchange,
                    "{\"access_token\":\""
                        + TOKEN
                        + "\",\"token_type\":\"Bearer\",\"expires_in\":300,"
                        + "\"refresh_token\":\"refresh\"}");
          }
        });
    server.start();
    return server;
  }

  private static void answer(HttpExchange exchange, String json) throws IOException {
    byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().add("Content-Type", "application/json");
    exchange.sendResponseHeaders(200, bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  @Test
  @ExtendWith(DicomWebServerExtension.class)
  void oidc_byClientAndByDevice_getsTokens(DicomWebTestServer server) throws Exception {
    server.store(TestStudies.ctSlices().get(0).bytes());
    server.requireBearer(TOKEN);
    List<String> asked = new CopyOnWriteArrayList<>();
    HttpServer provider = provider(asked);
    try {
      String issuer = "http://127.0.0.1:" + provider.getAddress().getPort();
      Command command =
          Command.at(server.baseUrl())
              .with("--oidc-issuer", issuer, "--oidc-client", "cli", "--oidc-scope", "a b")
              .env("XDG_CONFIG_HOME", directory.toString());

      Result client =
          command.env("S", PASSWORD).run("--oidc-secret-env", "S", "-vvv", "count", "studies");
      assertThat(client.expect(0).out()).isEqualTo("1\n");
      assertThat(client.err()).doesNotContain(PASSWORD, TOKEN);
      assertThat(asked).anyMatch(body -> body.contains("grant_type=client_credentials"));
      Result onTerminal =
          command.env("S", PASSWORD).terminal("--oidc-secret-env", "S", "-vvv", "count", "studies");
      assertThat(onTerminal.expect(0).out()).contains("1\r\n").doesNotContain(PASSWORD, TOKEN);
      assertThat(command.terminal("--oidc-grant", "device", "count", "studies").expect(0).out())
          .contains(issuer + "/go", "WDJB-MJHT", "1\r\n");

      Command kept = command.env("DICOMWEB_TOKEN_PASSPHRASE", PASSWORD);
      Result device = kept.run("--oidc-grant", "device", "count", "studies").expect(0);
      assertThat(device.err()).hasLineCount(1).contains(issuer + "/go", "WDJB-MJHT");
      assertThat(Files.readString(directory.resolve("dicomweb").resolve("tokens")))
          .doesNotContain(TOKEN, "refresh");
      Result again =
          command
              .env("PHRASE", PASSWORD)
              .run("--oidc-grant", "device", "--oidc-passphrase-env", "PHRASE", "count", "studies")
              .expect(0);
      assertThat(again.err()).as("nobody has to sign in again").isEmpty();

      command.run("--oidc-grant", "password", "count", "studies").expect(2);
    } finally {
      provider.stop(0);
    }
  }

  private void keytool(String... words) throws IOException, InterruptedException {
    List<String> all = new ArrayList<>();
    all.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
    all.addAll(List.of(words));
    Process process = new ProcessBuilder(all).redirectErrorStream(true).start();
    String said = Command.read(process.getInputStream());
    assertThat(process.waitFor()).as(said).isZero();
  }

  private Path keyStore(String name) throws IOException, InterruptedException {
    Path store = directory.resolve(name + ".p12");
    keytool(
        "-genkeypair",
        "-alias",
        name,
        "-keyalg",
        "EC",
        "-storetype",
        "PKCS12",
        "-keystore",
        store.toString(),
        "-storepass",
        PASSWORD,
        "-dname",
        "CN=" + name,
        "-ext",
        "san=dns:localhost,ip:127.0.0.1",
        "-validity",
        "2");
    keytool(
        "-exportcert",
        "-rfc",
        "-alias",
        name,
        "-keystore",
        store.toString(),
        "-storepass",
        PASSWORD,
        "-file",
        directory.resolve(name + ".pem").toString());
    return store;
  }

  private SSLContext context(Path keys, Path trusted) throws Exception {
    KeyManagerFactory own = KeyManagerFactory.getInstance("PKIX");
    own.init(KeyStore.getInstance(keys.toFile(), PASSWORD.toCharArray()), PASSWORD.toCharArray());
    Path clients = directory.resolve("clients.p12");
    keytool(
        "-importcert",
        "-noprompt",
        "-alias",
        "client",
        "-keystore",
        clients.toString(),
        "-storetype",
        "PKCS12",
        "-storepass",
        PASSWORD,
        "-file",
        trusted.toString());
    TrustManagerFactory trust = TrustManagerFactory.getInstance("PKIX");
    trust.init(KeyStore.getInstance(clients.toFile(), PASSWORD.toCharArray()));
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(own.getKeyManagers(), trust.getTrustManagers(), null);
    return context;
  }

  @Test
  void tls_withOwnAuthorityAndClientCertificate_connects() throws Exception {
    Path serverKeys = keyStore("server");
    Path clientKeys = keyStore("client");
    HttpsServer server =
        HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    SSLContext context = context(serverKeys, directory.resolve("client.pem"));
    server.setHttpsConfigurator(
        new HttpsConfigurator(context) {
          @Override
          public void configure(HttpsParameters parameters) {
            SSLParameters wanted = context.getDefaultSSLParameters();
            wanted.setNeedClientAuth(true);
            parameters.setSSLParameters(wanted);
          }
        });
    server.createContext("/", exchange -> answer(exchange, "[]"));
    server.start();
    try {
      Command command =
          Command.at("https://127.0.0.1:" + server.getAddress().getPort() + "/").env("P", PASSWORD);
      String ca = directory.resolve("server.pem").toString();
      Result unknown = command.run("count", "studies").expect(6);
      assertThat(unknown.err())
          .hasLineCount(1)
          .contains("no secure connection", "of no authority trusted here");
      assertThat(command.run("--ca", ca, "count", "studies").code()).isEqualTo(6);
      Result done =
          command
              .run(
                  "--ca",
                  ca,
                  "--client-cert",
                  clientKeys.toString(),
                  "--client-cert-password-env",
                  "P",
                  "-vvv",
                  "count",
                  "studies")
              .expect(0);
      assertThat(done.out()).isEqualTo("0\n");
      assertThat(done.err()).doesNotContain(PASSWORD);
      String[] asking = {"--ca", ca, "--client-cert", clientKeys.toString(), "count", "studies"};
      assertThat(command.run(asking).expect(2).err()).contains("--client-cert-password-env");
      try (Dialog dialog = Dialog.onTerminal(command, asking)) {
        dialog.awaitText("Password of the certificate: ");
        dialog.type(PASSWORD);
        assertThat(dialog.end().expect(0).out()).contains("0\r\n").doesNotContain(PASSWORD);
      }
    } finally {
      server.stop(0);
    }
  }
}
