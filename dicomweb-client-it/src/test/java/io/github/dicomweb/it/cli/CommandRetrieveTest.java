// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.it.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dicomweb.dicom.Dataset;
import io.github.dicomweb.dicom.Tag;
import io.github.dicomweb.dicom.json.DicomJsonReader;
import io.github.dicomweb.it.cli.Command.Result;
import io.github.dicomweb.testdata.TestObject;
import io.github.dicomweb.testdata.TestStudies;
import io.github.dicomweb.testkit.DicomWebServerExtension;
import io.github.dicomweb.testkit.DicomWebTestServer;
import io.github.dicomweb.testkit.behavior.AnswerBehavior.Completeness;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipFile;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** retrieve, zip, frames, rendered, thumbnail, bulkdata, wado-uri, preview. */
@org.junit.jupiter.api.Tag("command")
@ExtendWith(DicomWebServerExtension.class)
class CommandRetrieveTest {
  private static final TestObject SLICE = TestStudies.ctSlices().get(0);
  private static final String STUDY = SLICE.studyInstanceUid();
  private static final String[] INSTANCE = {
    STUDY, SLICE.seriesInstanceUid(), SLICE.sopInstanceUid()
  };

  @TempDir private Path directory;

  @BeforeEach
  void fill(DicomWebTestServer server) {
    TestStudies.all().forEach(object -> server.store(object.bytes()));
  }

  private static String[] of(String command, String[] resource, String... options) {
    List<String> words = new ArrayList<>(List.of(command));
    words.addAll(List.of(resource));
    words.addAll(List.of(options));
    return words.toArray(String[]::new);
  }

  private String in(String name) {
    return directory.resolve(name).toString();
  }

  private static List<Path> files(Path directory) throws IOException {
    try (Stream<Path> all = Files.walk(directory)) {
      return all.filter(Files::isRegularFile).sorted().toList();
    }
  }

  @Test
  void retrieve_again_transfersOnlyWhatIsMissing(DicomWebTestServer server) throws Exception {
    Command command = Command.at(server.baseUrl());
    Path report = directory.resolve("report.json");
    String[] words =
        of("retrieve", new String[] {STUDY}, "-o", in("d"), "--report", report.toString());

    Result first = command.run(words).expect(0);
    assertThat(first.out()).startsWith("complete: 23 of 23 instances");
    assertThat(first.err()).isEmpty();
    assertThat(Files.readString(report))
        .contains("\"verdict\" : \"complete\"", "\"expected\" : 23", "\"received\" : 23")
        .contains("\"sopInstanceUID\" : \"" + SLICE.sopInstanceUid(), "\"status\" : \"saved\"");
    Path file =
        directory.resolve("d").resolve(STUDY).resolve(INSTANCE[1]).resolve(INSTANCE[2] + ".dcm");
    assertThat(file).hasBinaryContent(SLICE.bytes());

    Files.delete(file);
    int before = server.requests().size();
    command.run(words).expect(0);
    assertThat(file).hasBinaryContent(SLICE.bytes());
    assertThat(Files.readString(report)).contains("\"status\" : \"present\"", "\"received\" : 23");
    assertThat(server.requests().subList(before, server.requests().size()))
        .filteredOn(request -> !request.target().contains("?"))
        .singleElement()
        .satisfies(request -> assertThat(request.target()).endsWith(INSTANCE[2]));

    before = server.requests().size();
    command.with("retrieve", STUDY, "-o", in("d"), "--no-resume").run().expect(0);
    assertThat(server.requests().get(before).target()).endsWith("/studies/" + STUDY);
  }

  @Test
  void retrieve_severalAtOnceIntoALayout_staysInTheDirectory(DicomWebTestServer server)
      throws Exception {
    Command command = Command.at(server.baseUrl());
    Path there = directory.resolve("d");
    Result done =
        command
            .run(
                "retrieve",
                STUDY,
                "-o",
                in("d"),
                "--parallel",
                "3",
                "--layout",
                "by-series/{series}/{instance}")
            .expect(0);
    assertThat(done.out()).startsWith("complete: 23 of 23");
    assertThat(files(there)).hasSize(23);
    assertThat(there.resolve("by-series").resolve(INSTANCE[1]).resolve(INSTANCE[2]))
        .hasBinaryContent(SLICE.bytes());
    assertThat(there).isDirectoryNotContaining(path -> path.toString().contains(".dicomweb-"));
    command
        .run(
            "retrieve",
            STUDY,
            INSTANCE[1],
            "-o",
            in("explicit"),
            "--transfer-syntax",
            "1.2.840.10008.1.2.1")
        .expect(0);
    for (String layout : List.of("../{instance}", "/tmp/{instance}", "{study}/../../{instance}")) {
      command.run("retrieve", STUDY, "-o", in("d"), "--layout", layout).expect(2);
    }
    assertThat(files(directory)).hasSize(43);
  }

  @Test
  void retrieve_ofWhatTheServerKeepsBack_isIncomplete(DicomWebTestServer server) throws Exception {
    server.behavior(
        server.behavior().withAnswers(a -> a.withCompleteness(Completeness.SILENTLY_PARTIAL)));
    Path report = directory.resolve("r.json");
    Result cut =
        Command.at(server.baseUrl())
            .run("retrieve", STUDY, "-o", in("d"), "--report", report.toString())
            .expect(3);
    assertThat(cut.out()).doesNotContain("complete: 23 of 23");
    assertThat(Files.readString(report)).doesNotContain("\"verdict\" : \"complete\"");
  }

  @Test
  void zip_isAnArchiveThatAnybodyOpens(DicomWebTestServer server) throws Exception {
    Path file = directory.resolve("a.zip");
    Command.at(server.baseUrl()).run("zip", STUDY, "-o", file.toString()).expect(0);
    try (ZipFile zip = new ZipFile(file.toFile())) {
      assertThat(zip.size()).isEqualTo(23);
    }
    Result not =
        Command.at(server.baseUrl())
            .run("zip", STUDY, "-o", in("b.zip"), "--profile", "orthanc")
            .expect(1);
    assertThat(not.err()).contains("not possible with this server");
    assertThat(files(directory)).containsExactly(file);
  }

  @Test
  void bulkdata_wholeOrInPart_isTheValue(DicomWebTestServer server) throws Exception {
    Command command = Command.at(server.baseUrl());
    String metadata = command.run(of("metadata", INSTANCE)).expect(0).out();
    Dataset dataset;
    try (DicomJsonReader reader = DicomJsonReader.from(new StringReader(metadata))) {
      dataset = reader.readAll().get(0);
    }
    String uri = dataset.bulkData(Tag.PixelData).orElseThrow().uri();
    command.run("bulkdata", uri, "-o", in("all.raw")).expect(0);
    command.run("bulkdata", uri, "-o", in("some.raw"), "--range", "100-199").expect(0);
    byte[] all = Files.readAllBytes(directory.resolve("all.raw"));
    assertThat(directory.resolve("some.raw"))
        .hasBinaryContent(java.util.Arrays.copyOfRange(all, 100, 200));
    command
        .run(
            "bulkdata",
            uri.substring(uri.indexOf("/studies") + 1),
            "-o",
            in("relative.raw"),
            "--base",
            server.baseUrl() + "/")
        .expect(0);
    assertThat(directory.resolve("relative.raw")).hasBinaryContent(all);
  }

  @Test
  void wadoUri_asFileAndAsPicture_comes(DicomWebTestServer server) throws Exception {
    Command command = Command.dicomweb().with("--wado-uri-url", server.wadoUriUrl());
    command.run(of("wado-uri", INSTANCE, "-o", in("u.dcm"), "--transfer-syntax", "*")).expect(0);
    assertThat(directory.resolve("u.dcm")).hasBinaryContent(SLICE.bytes());
    command
        .run(
            of(
                "wado-uri",
                INSTANCE,
                "-o",
                in("u.jpg"),
                "--content-type",
                "image/jpeg",
                "--rows",
                "40"))
        .expect(0);
    assertThat(ImageIO.read(directory.resolve("u.jpg").toFile()).getHeight()).isEqualTo(40);
  }

  @Test
  void preview_isOnePageThatFetchesNothing(DicomWebTestServer server) throws Exception {
    Path page = directory.resolve("p.html");
    Command.at(server.baseUrl()).run("preview", STUDY, "-o", page.toString()).expect(0);
    String html = Files.readString(page);
    assertThat(html)
        .contains("Content-Security-Policy\" content=\"default-src 'none'; img-src data:;")
        .contains("src=\"data:image/jpeg;base64,")
        .contains("山田")
        .doesNotContain("<script", "http://", "https://");
    Command.at(server.baseUrl()).run("preview", "1.2.3", "-o", in("none.html")).expect(5);
    assertThat(files(directory)).containsExactly(page);
  }
}
