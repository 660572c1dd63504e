// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.it.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dicomweb.it.cli.Command.Result;
import io.github.dicomweb.testdata.TestStudies;
import io.github.dicomweb.testkit.DicomWebServerExtension;
import io.github.dicomweb.testkit.DicomWebTestServer;
import io.github.dicomweb.testkit.behavior.Truncation;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Exit codes, the one line that goes with them, and secrets that are nowhere. */
@Tag("command")
@ExtendWith(DicomWebServerExtension.class)
class CommandErrorsTest {
  private static final String SECRET = "hunter2-and-more";

  @TempDir private Path directory;

  @BeforeEach
  void fill(DicomWebTestServer server) {
    server.store(TestStudies.ctSlices().get(0).bytes());
  }

  private static void isOneLine(Result result, String words) {
    assertThat(result.err()).hasLineCount(1).startsWith("dicomweb: ").contains(words);
    assertThat(result.out()).isEmpty();
  }

  @Test
  void wrongUsage_is2(DicomWebTestServer server) throws Exception {
    isOneLine(Command.dicomweb().run("search", "studies").expect(2), "--url");
    isOneLine(Command.dicomweb().run("find").expect(2), "no such command");
    isOneLine(
        Command.dicomweb().run("search", "studies", "--password=" + SECRET).expect(2),
        "no such option: --password");
    isOneLine(
        Command.at(server.baseUrl()).run("search", "studies", "-m", "NoSuchKeyword=1").expect(2),
        "NoSuchKeyword");
    assertThat(server.requests()).isEmpty();
  }

  @Test
  void credentials_notAccepted_is4AndSaysNoSecret(DicomWebTestServer server) throws Exception {
    server.requireBearer(SECRET);
    Command command = Command.at(server.baseUrl());
    isOneLine(command.run("count", "studies").expect(4), "not authenticated");
    isOneLine(
        command.env("T", SECRET + "x").run("--token-env", "T", "count", "studies").expect(4),
        "401");

    Result logged =
        command.env("T", SECRET).run("--token-env", "T", "-vvv", "count", "studies").expect(0);
    assertThat(logged.out()).isEqualTo("1\n");
    assertThat(logged.err()).isNotEmpty().doesNotContain(SECRET, "PHANTOM", "Yamada");

    Path file = directory.resolve("token");
    Files.writeString(file, SECRET + "\n");
    command.run("--token-file", file.toString(), "count", "studies").expect(0);

    isOneLine(
        Command.at("http://pacs.example.org/")
            .env("T", SECRET)
            .run("--token-env", "T", "count", "studies")
            .expect(2),
        "plain HTTP");
  }

  @Test
  void notFound_is5WithTheServersWords(DicomWebTestServer server) throws Exception {
    isOneLine(
        Command.at(server.baseUrl()).run("metadata", "1.2.3").expect(5),
        "404: the server does not have it; the server says: There is no such resource.");
    Path target = directory.resolve("new");
    Command.at(server.baseUrl()).run("retrieve", "1.2.3", "-o", target.toString()).expect(5);
  }

  @Test
  void malformed_is7AndLeavesNoFile(DicomWebTestServer server) throws Exception {
    server.behavior(
        server
            .behavior()
            .withAnswers(
                a -> a.withTruncation(Truncation.after(100, Truncation.Ending.WELL_FRAMED))));
    Path file = directory.resolve("m.json");
    isOneLine(
        Command.at(server.baseUrl())
            .run(
                "metadata", TestStudies.ctSlices().get(0).studyInstanceUid(), "-o", file.toString())
            .expect(7),
        "malformed answer");
    assertThat(directory).isEmptyDirectory();
  }

  @Test
  void password_isNeverAmongTheArguments(DicomWebTestServer server)
      throws IOException, InterruptedException {
    server.requireBasic("me", SECRET);
    try (ServerSocket silent = new ServerSocket(0)) {
      Command command =
          Command.at("http://127.0.0.1:" + silent.getLocalPort() + "/").env("P", SECRET);
      Process process =
          command.start(command.words("--user", "me", "--password-env", "P", "count", "studies"));
      // it has the secret when it speaks to the server
      silent.accept().close();
      String arguments = Files.readString(Path.of("/proc/" + process.pid() + "/cmdline"));
      process.destroy();
      process.waitFor();
      assertThat(arguments).contains("password-env").doesNotContain(SECRET);
    }
    Command.at(server.baseUrl())
        .env("P", SECRET)
        .run("--user", "me", "--password-env", "P", "count", "studies")
        .expect(0);
  }
}
