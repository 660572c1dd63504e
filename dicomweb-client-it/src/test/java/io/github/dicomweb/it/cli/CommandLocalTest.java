// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.it.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dicomweb.dicom.part10.Part10Reader;
import io.github.dicomweb.it.cli.Command.Result;
import io.github.dicomweb.testdata.TestObject;
import io.github.dicomweb.testdata.TestStudies;
import io.github.dicomweb.testkit.DicomWebServerExtension;
import io.github.dicomweb.testkit.DicomWebTestServer;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** What dump, convert and config do to files, and help. */
@Tag("command")
class CommandLocalTest {
  private static final TestObject SLICE = TestStudies.ctSlices().get(0);

  @TempDir private Path directory;

  private String in(String name) {
    return directory.resolve(name).toString();
  }

  @Test
  void dumpAndConvert_roundTrip_keepsTheDataset() throws Exception {
    Path slice = directory.resolve("slice.dcm");
    Files.write(slice, SLICE.bytes());
    Command command = Command.dicomweb();

    Result text = command.run("dump", slice.toString()).expect(0);
    assertThat(text.out()).contains("(0010,0010) PN", "PatientName", "TransferSyntaxUID");
    Result omitted =
        command.run("dump", slice.toString(), "--format", "json", "--bulk", "omit").expect(0);
    assertThat(omitted.out()).startsWith("[{").doesNotContain("7FE00010");
    Result referred =
        command.run("dump", slice.toString(), "--format", "xml", "--bulk", "uri").expect(0);
    assertThat(referred.out()).contains("<BulkData uri=\"file:");

    command.run("convert", slice.toString(), in("a.json")).expect(0);
    command.run("convert", in("a.json"), in("a.xml")).expect(0);
    command.run("convert", in("a.xml"), in("back"), "--to", "dicom").expect(0);
    assertThat(Part10Reader.create().read(directory.resolve("back")).dataset())
        .isEqualTo(Part10Reader.create().read(slice).dataset());

    Files.writeString(directory.resolve("broken.json"), "[{\"00100010\":");
    Result broken = command.run("dump", in("broken.json"), "--format", "json").expect(1);
    assertThat(broken.err()).hasLineCount(1);
    command.run("convert", in("broken.json"), in("no.dcm")).expect(1);
    assertThat(directory.resolve("no.dcm")).doesNotExist();
    command.run("dump", in("missing")).expect(1);
  }

  @Test
  @ExtendWith(DicomWebServerExtension.class)
  void config_addedAndImportedServers_areUsedByName(DicomWebTestServer server) throws Exception {
    server.store(SLICE.bytes());
    server.requireBasic("me", "secret");
    Command command =
        Command.dicomweb().env("PACS_PASSWORD", "secret").with("--config", in("config.toml"));

    command
        .run(
            "config",
            "add",
            "pacs",
            "--url",
            server.baseUrl(),
            "--user",
            "me",
            "--password-env",
            "PACS_PASSWORD",
            "--header",
            "X-Site: a \"b\"")
        .expect(0);
    Path ohif = directory.resolve("ohif.json");
    Files.writeString(
        ohif,
        "{qidoRoot: '/dicom-web', wadoRoot: '/dicom-web', supportsWildcard: false,"
            + " singlepart: 'bulkdata', token: 'secret'}");
    String viewer = server.baseUrl().replace("/dicom-web", "/viewer");
    command
        .run("config", "import-ohif", ohif.toString(), "--name", "viewer", "--viewer-url", viewer)
        .expect(0);
    assertThat(command.run("config", "list").expect(0).lines())
        .hasSize(2)
        .anyMatch(line -> line.startsWith("viewer  " + server.baseUrl()));
    assertThat(Files.readString(directory.resolve("config.toml"))).doesNotContain("secret");

    assertThat(command.run("--server", "pacs", "count", "studies").expect(0).out())
        .isEqualTo("1\n");
    assertThat(server.requests().get(0).header("X-Site")).hasValue("a \"b\"");
    Result imported =
        command
            .with("--user", "me", "--password-env", "PACS_PASSWORD")
            .run("--server", "viewer", "search", "studies", "-m", "PatientID=PH*");
    assertThat(imported.expect(1).err()).contains("not possible with this server");
    command.run("--server", "other", "count", "studies").expect(2);
    Files.writeString(directory.resolve("config.toml"), "[servers.x]\npassword = \"secret\"\n");
    assertThat(command.run("--server", "x", "count", "studies").expect(2).err())
        .contains("unknown key: password")
        .doesNotContain("secret");
  }

  @Test
  void help_ofEachCommand_hasAnExample() throws Exception {
    Result all = Command.dicomweb().run("--help").expect(0);
    assertThat(all.out()).contains("--oidc-issuer", "search", "completion", "Exit codes:");
    assertThat(Command.dicomweb().run("--version").expect(0).out())
        .matches("dicomweb [0-9]+\\.[0-9]+\\..*\\n");
    Result one = Command.dicomweb().run("retrieve", "--help").expect(0);
    assertThat(one.out()).contains("Example:", "--layout").doesNotContain("--oidc-issuer");
  }
}
