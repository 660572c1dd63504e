// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.github.dicomweb.config.Progress;
import io.github.dicomweb.error.MalformedResponseException;
import io.github.dicomweb.error.NotFoundException;
import io.github.dicomweb.error.TransportException;
import io.github.dicomweb.error.Warning;
import io.github.dicomweb.profile.ServerProfile;
import io.github.dicomweb.retrieve.SavedArchive;
import io.github.dicomweb.testdata.TestObject;
import io.github.dicomweb.testdata.TestStudies;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import okio.Buffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An archive into a file: the bytes that were sent, once they are proven whole. */
class SaveArchiveTest {
  private static final String PATIENT = "DOE^JANE";

  @RegisterExtension final Wire wire = new Wire();
  @TempDir Path directory = Path.of("");

  private final List<TestObject> objects = TestStudies.ctSlices().subList(0, 3);

  private Path file() {
    return directory.resolve("study.zip");
  }

  private Map<String, byte[]> entries() {
    Map<String, byte[]> files = new LinkedHashMap<>();
    files.put("DICOM/", new byte[0]);
    objects.forEach(object -> files.put("DICOM/" + files.size(), object.bytes()));
    return files;
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> all = Files.list(directory)) {
      return all.toList();
    }
  }

  private SavedArchive save(byte[] archive) {
    wire.enqueue(Archives.response(archive).build());
    return wire.client().retrieveZip("1").saveArchive(file());
  }

  @Test
  void archive_whole_isTheBytesThatWereSent() throws IOException {
    for (byte[] archive : List.of(Archives.deflated(entries()), Archives.stored(entries()))) {
      wire.enqueue(Archives.response(archive).build());
      List<Progress> progress = new ArrayList<>();
      SavedArchive saved =
          wire.client().retrieveZip("1").onProgress(progress::add).saveArchiveAsync(file()).join();
      assertThat(file()).hasBinaryContent(archive);
      assertThat(saved)
          .isEqualTo(new SavedArchive(file(), 3, archive.length, false, List.of()))
          .hasToString("SavedArchive[3 entries, " + archive.length + " bytes]");
      assertThat(progress.get(progress.size() - 1).instances()).isEqualTo(3);
      assertThat(progress).allMatch(p -> p.totalBytes().orElse(0) == archive.length);
      assertThat(files()).containsExactly(file());
    }
  }

  @Test
  void partialAnswerAndBytesAfterTheEnd_areToldAndKept() {
    byte[] archive =
        new Buffer().write(Archives.deflated(entries())).writeUtf8("more").readByteArray();
    wire.enqueue(Archives.response(archive).code(206).build());
    SavedArchive saved = wire.client().retrieveZip("1").saveArchive(file());
    assertThat(saved.partial()).isTrue();
    assertThat(saved.warnings())
        .extracting(Warning::text)
        .containsExactly("bytes after the end of the zip archive");
    assertThat(file()).hasBinaryContent(archive);
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void archive_cutAnywhere_leavesWhatWasThere(boolean deflated) throws IOException {
    Map<String, byte[]> small = Map.of("a", "text text text".getBytes(UTF_8));
    byte[] whole = deflated ? Archives.deflated(small) : Archives.stored(small);
    Files.writeString(file(), "what was there");
    for (int at = 0; at < whole.length; at++) {
      byte[] cut = Arrays.copyOf(whole, at);
      assertThatThrownBy(() -> save(cut))
          .as("cut at %d", at)
          .isInstanceOf(MalformedResponseException.class);
    }
    assertThat(file()).hasContent("what was there");
    assertThat(files()).hasSize(1);
    save(whole);
    assertThat(file()).hasBinaryContent(whole);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "../%s",
        "/%s",
        "a/../../%s",
        "a/..",
        "..",
        "C:%s",
        "c:/%s",
        "\\%s",
        "..\\%s",
        "a\\..\\..\\%s",
        "a/.. /%s",
        "a/.../%s",
        "a\0/../%s"
      })
  void nameThatLeadsOut_isRefusedWithoutBeingQuoted(String pattern) throws IOException {
    String name = String.format(pattern, PATIENT);
    Map<String, byte[]> files = entries();
    files.put(name, objects.get(0).bytes());
    refused(Archives.deflated(files), "leads out of the directory");
    files.remove(name);
    files.put(name + "/", new byte[0]);
    refused(Archives.stored(files), "leads out of the directory");
  }

  private void refused(byte[] archive, String why) throws IOException {
    assertThatThrownBy(() -> save(archive))
        .isInstanceOf(MalformedResponseException.class)
        .hasMessageContaining(why)
        .hasMessageNotContaining("DOE");
    assertThat(files()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a/b..c",
        "..a",
        "a..",
        "DICOM\\0001",
        "ab:c",
        ".",
        "a/./b",
        "M\u00FCller",
        "a b "
      })
  void nameThatStaysInside_isLeftAsItIs(String name) {
    Map<String, byte[]> files = entries();
    files.put(name, objects.get(0).bytes());
    byte[] archive = Archives.deflated(files);
    assertThat(save(archive).entries()).isEqualTo(4);
    assertThat(file()).hasBinaryContent(archive);
  }

  @Test
  void nameThatLeadsOutInTheDirectoryOnly_isRefused() throws IOException {
    String archive = new String(Archives.deflated(Map.of("aa/DOE", new byte[] {1})), ISO_8859_1);
    int last = archive.lastIndexOf("aa/DOE");
    assertThat(last).isGreaterThan(archive.indexOf("aa/DOE"));
    String changed = archive.substring(0, last) + "../DOE" + archive.substring(last + 6);
    refused(changed.getBytes(ISO_8859_1), "leads out of the directory");
  }

  @Test
  void secondNameThatLeadsOut_isRefused() throws IOException {
    byte[] path = "../DOE".getBytes(UTF_8);
    byte[] extra =
        new Buffer()
            .writeShortLe(0x7075)
            .writeShortLe(5 + path.length)
            .writeByte(1)
            .writeInt(0)
            .write(path)
            .readByteArray();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      ZipEntry entry = new ZipEntry("harmless");
      entry.setExtra(extra);
      zip.putNextEntry(entry);
      zip.write(1);
    }
    refused(out.toByteArray(), "leads out of the directory");
  }

  @Test
  void link_isRefused() throws IOException {
    byte[] archive = Archives.stored(Map.of("link", "/etc".getBytes(UTF_8)));
    int entry = new String(archive, ISO_8859_1).indexOf("PK\u0001\u0002");
    archive[entry + 5] = 3;
    archive[entry + 41] = (byte) 0xA1;
    refused(archive, "is a link");
  }

  @Test
  void entriesWithTheSameName_areTold() {
    Map<String, byte[]> files = Map.of("n1", new byte[] {1}, "n2", new byte[] {2});
    String archive = new String(Archives.stored(files), ISO_8859_1).replace("n2", "n1");
    SavedArchive saved = save(archive.getBytes(ISO_8859_1));
    assertThat(saved.entries()).isEqualTo(2);
    assertThat(saved.warnings())
        .extracting(Warning::text)
        .singleElement()
        .asString()
        .contains("same name");
  }

  @Test
  void fileThatCannotBeWritten_isALocalFailure() {
    wire.enqueue(Archives.response(Archives.deflated(entries())).build());
    assertThatThrownBy(
            () ->
                wire.client()
                    .retrieveZip("1")
                    .saveArchive(directory.resolve("nowhere").resolve("a.zip")))
        .isInstanceOfSatisfying(
            TransportException.class,
            e -> assertThat(e.reason()).isEqualTo(TransportException.Reason.LOCAL));
  }

  @Test
  void unknownStudyOrServerWithoutArchives_leavesNothing() throws IOException {
    wire.enqueueStatus(404);
    assertThatThrownBy(() -> wire.client().retrieveZip("1").saveArchive(file()))
        .isInstanceOf(NotFoundException.class);
    DicomWebClient without = wire.client(wire.builder().profile(ServerProfile.orthanc()));
    assertThatThrownBy(() -> without.retrieveZip("1").saveArchive(file()))
        .isInstanceOf(UnsupportedOperationException.class);
    assertThat(files()).isEmpty();
  }

  @Test
  void cancelling_takesAwayWhatWasBegun() throws IOException {
    byte[] archive = Archives.stored(entries());
    wire.enqueue(
        Archives.response(archive).throttleBody(archive.length / 2, 1, TimeUnit.MINUTES).build());
    DicomWebClient client = wire.client();
    CompletableFuture<SavedArchive> future = client.retrieveZip("1").saveArchiveAsync(file());
    await().atMost(Duration.ofSeconds(20)).until(() -> files().size() == 1);
    assertThat(future.cancel(true)).isTrue();
    client.close();
    assertThat(files()).isEmpty();
  }
}
