// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.it.keycloak;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import org.awaitility.Awaitility;

/** A running Keycloak with the realm of the tests; what it stores, it stores in memory. */
final class KeycloakProcess implements AutoCloseable {
  private static final Path REALM = Path.of("src/test/resources/keycloak/hospital-realm.json");
  private static final Duration LONGEST_START = Duration.ofMinutes(3);

  /**
   * Ends the server when the standard input ends, which it does however the JVM of the tests goes:
   * no server is left behind even by a SIGKILL.
   */
  private static final String BOUND_TO_US =
      "exec 3<&0; { cat <&3 >/dev/null; kill -9 $$ 2>/dev/null; } & exec \"$@\" 3<&- </dev/null";

  private final Process process;
  private final int port;

  private KeycloakProcess(Process process, int port) {
    this.process = process;
    this.port = port;
  }

  /**
   * Starts and waits until the realm is there.
   *
   * @param port where it listens
   * @param address what it calls itself in tokens and links
   * @param certificates the directory with {@link PrivateAuthority#writeTo}'s files
   * @throws IOException with the log, if it ends instead
   */
  static KeycloakProcess start(
      KeycloakInstallation installation, int port, String address, Path certificates)
      throws IOException {
    installation.importAtStart(REALM);
    Path log = Files.createDirectories(Path.of("target")).resolve("keycloak-server.log");
    ProcessBuilder builder =
        new ProcessBuilder(command(installation, port, address, certificates))
            .directory(installation.home().toFile())
            .redirectErrorStream(true)
            .redirectOutput(log.toAbsolutePath().toFile());
    builder
        .environment()
        .putAll(
            Map.of(
                "KC_BOOTSTRAP_ADMIN_CLIENT_ID", KeycloakAdmin.CLIENT,
                "KC_BOOTSTRAP_ADMIN_CLIENT_SECRET", KeycloakAdmin.SECRET));
    return new KeycloakProcess(builder.start(), port);
  }

  private static List<String> command(
      KeycloakInstallation installation, int port, String address, Path certificates) {
    Path home = installation.home();
    List<String> command =
        new ArrayList<>(
            List.of("sh", "-c", BOUND_TO_US, "sh", KeycloakInstallation.java().toString()));
    command.addAll(KeycloakInstallation.JVM_OPTIONS);
    command.addAll(
        List.of(
            "--add-opens=java.base/java.util=ALL-UNNAMED",
            "--add-opens=java.base/java.util.concurrent=ALL-UNNAMED",
            "--add-opens=java.base/java.security=ALL-UNNAMED",
            "-Duser.language=en",
            "-Dkc.home.dir=" + home,
            "-Djboss.server.config.dir=" + home.resolve("conf"),
            "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
            "-Djava.util.concurrent.ForkJoinPool.common.threadFactory="
                + "io.quarkus.bootstrap.forkjoin.QuarkusForkJoinWorkerThreadFactory",
            "-cp",
            home.resolve("lib/quarkus-run.jar").toString(),
            "io.quarkus.bootstrap.runner.QuarkusEntryPoint",
            "start",
            "--optimized",
            "--import-realm",
            "--cache=local",
            "--http-host=127.0.0.1",
            "--https-port=" + port,
            "--hostname=" + address,
            "--https-certificate-file=" + certificates.resolve(PrivateAuthority.SERVER_PEM),
            "--https-certificate-key-file=" + certificates.resolve(PrivateAuthority.SERVER_KEY),
            "--https-trust-store-file=" + certificates.resolve(PrivateAuthority.AUTHORITY_PEM)));
    return command;
  }

  static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  /** Whether it answers for the realm before it ends. */
  boolean becomesReady(OkHttpClient http) {
    Request request =
        new Request.Builder()
            .url("https://localhost:" + port + "/realms/" + Hospital.REALM)
            .build();
    Awaitility.await("Keycloak's first answer")
        .pollInSameThread()
        .pollDelay(Duration.ofMillis(500))
        .pollInterval(Duration.ofMillis(100))
        .atMost(LONGEST_START)
        .until(() -> answers(http, request) || !process.isAlive());
    return process.isAlive();
  }

  private static boolean answers(OkHttpClient http, Request request) {
    try (Response answer = http.newCall(request).execute()) {
      return answer.code() == 200;
    } catch (IOException e) {
      return false;
    }
  }

  static String log() throws IOException {
    return Files.readString(Path.of("target", "keycloak-server.log"));
  }

  int port() {
    return port;
  }

  /** SIGKILL: nothing it has is worth an orderly end. */
  @Override
  public void close() {
    process.destroyForcibly();
    try {
      if (!process.waitFor(10, TimeUnit.SECONDS)) {
        throw new IllegalStateException("Keycloak outlives SIGKILL");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
