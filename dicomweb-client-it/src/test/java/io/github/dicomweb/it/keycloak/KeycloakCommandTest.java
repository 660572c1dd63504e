// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.it.keycloak;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dicomweb.it.cli.Command;
import io.github.dicomweb.it.cli.Command.Result;
import io.github.dicomweb.it.cli.Dialog;
import io.github.dicomweb.it.orthanc.OrthancServer;
import io.github.dicomweb.it.orthanc.OrthancTest;
import io.github.dicomweb.testdata.TestObject;
import io.github.dicomweb.testdata.TestStudies;
import io.github.dicomweb.testkit.DicomWebServerExtension;
import io.github.dicomweb.testkit.DicomWebTestServer;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The command with tokens of a Keycloak, by each grant, in a pipe and on a pseudo-terminal. */
@Tag("command")
@KeycloakTest
@OrthancTest
@ExtendWith(DicomWebServerExtension.class)
class KeycloakCommandTest {
  private static final TestObject SLICE = TestStudies.ctSlices().get(0);
  private static final Pattern DEVICE = Pattern.compile("open (\\S+) and enter (\\S+)");
  private static final String[] COUNT = {"-vvv", "count", "studies"};

  @TempDir private Path directory;

  /** How a run is started. */
  private interface Form {
    Dialog begin(Command command, String... words) throws IOException;
  }

  private static final List<Form> FORMS = List.of(Dialog::inPipe, Dialog::onTerminal);

  private Command command(Keycloak keycloak, BearerProxy proxy, String client, String grant)
      throws IOException {
    Path authority = directory.resolve("authority.pem");
    Files.writeString(authority, keycloak.authority().authority().certificatePem());
    return Command.at(proxy.url())
        .with("--ca", authority.toString())
        .with("--oidc-issuer", keycloak.issuer().toString())
        .with("--oidc-client", client, "--oidc-grant", grant);
  }

  private static BearerProxy proxy(Keycloak keycloak, String archive) throws IOException {
    return BearerProxy.before(archive, keycloak.bySignature()).https(keycloak.authority()).start();
  }

  /** With all that is logged, no token, and no secret as this realm makes them. */
  private static void isCounted(Result result) {
    assertThat(result.expect(0).out().lines()).anyMatch("1"::equals);
    assertThat(result.out()).doesNotContain("eyJ", "test-secret", "test-password");
  }

  @Test
  void clientCredentials_letProgramsInAsFarAsTheyMay(
      Keycloak keycloak, OrthancServer orthanc, DicomWebTestServer kit) throws Exception {
    Path slice = Files.write(directory.resolve("slice.dcm"), SLICE.bytes());
    for (String archive : List.of(orthanc.dicomWebUrl(), kit.baseUrl())) {
      try (BearerProxy proxy = proxy(keycloak, archive)) {
        Command uploader =
            command(keycloak, proxy, Hospital.UPLOADER, "client_credentials")
                .with("--oidc-secret-env", "S")
                .env("S", Hospital.secret(Hospital.UPLOADER));
        uploader.run("store", slice.toString()).expect(0);
        for (Form form : FORMS) {
          try (Dialog dialog = form.begin(uploader, COUNT)) {
            isCounted(dialog.end());
          }
        }
        Command reader =
            command(keycloak, proxy, Hospital.READER, "client_credentials")
                .with("--oidc-secret-env", "S")
                .env("S", Hospital.secret(Hospital.READER));
        assertThat(reader.run("store", slice.toString()).expect(4).err()).contains("403");
        assertThat(reader.env("S", "wrong").run("count", "studies").expect(4).err())
            .hasLineCount(1)
            .contains("no credentials");
      }
    }
  }

  @Test
  void device_showsACodeAndWaits(Keycloak keycloak, OrthancServer orthanc) throws Exception {
    orthanc.rest().store(SLICE.copyTo(directory));
    try (BearerProxy proxy = proxy(keycloak, orthanc.dicomWebUrl())) {
      Command command = command(keycloak, proxy, Hospital.TERMINAL, "device");
      for (Form form : FORMS) {
        try (Dialog dialog = form.begin(command, COUNT)) {
          dialog.awaitText(" and enter ");
          Awaitility.await().until(() -> DEVICE.matcher(dialog.shown()).find());
          Matcher shown = DEVICE.matcher(dialog.shown());
          assertThat(shown.find()).isTrue();
          var unused =
              LoginPages.of(keycloak)
                  .approveDevice(
                      URI.create(shown.group(1) + "?user_code=" + shown.group(2)),
                      Hospital.READER1,
                      Hospital.password(Hospital.READER1));
          isCounted(dialog.end());
        }
      }
    }
  }

  @Test
  void browser_isOpenedAndComesBack(
      Keycloak keycloak, DicomWebTestServer kit, OrthancServer orthanc) throws Exception {
    kit.store(SLICE.bytes());
    orthanc.rest().store(SLICE.copyTo(directory));
    Path page = ExampleProcess.browserThatNotes(directory);
    for (String archive : List.of(orthanc.dicomWebUrl(), kit.baseUrl())) {
      try (BearerProxy proxy = proxy(keycloak, archive)) {
        Command command =
            command(keycloak, proxy, Hospital.VIEWER, "browser")
                .env("DISPLAY", "")
                .env("PATH", directory + File.pathSeparator + System.getenv("PATH"));
        for (Form form : FORMS) {
          Files.deleteIfExists(page);
          try (Dialog dialog = form.begin(command, COUNT)) {
            Awaitility.await().atMost(Duration.ofSeconds(40)).until(() -> Files.exists(page));
            var landing =
                LoginPages.of(keycloak)
                    .signIn(
                        URI.create(Files.readString(page)),
                        Hospital.READER1,
                        Hospital.password(Hospital.READER1));
            assertThat(landing.text()).contains("This window can be closed");
            isCounted(dialog.end());
          }
        }
      }
    }
  }
}
