// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.dicomweb.config.Limits;
import io.github.dicomweb.dicom.TransferSyntax;
import io.github.dicomweb.error.DicomWebException;
import io.github.dicomweb.error.HttpStatusException;
import io.github.dicomweb.error.MalformedResponseException;
import io.github.dicomweb.error.NotFoundException;
import io.github.dicomweb.error.TransportException;
import io.github.dicomweb.error.Warning;
import io.github.dicomweb.profile.Feature;
import io.github.dicomweb.profile.ServerProfile;
import io.github.dicomweb.retrieve.ArchiveEntry;
import io.github.dicomweb.retrieve.Parts;
import io.github.dicomweb.retrieve.ZipRequest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import mockwebserver3.MockResponse;
import mockwebserver3.SocketEffect;
import okio.Buffer;
import okio.ByteString;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Archives as they arrive: what is asked for, each form of them, cut and damaged ones, bombs. */
class ZipTest {
  private static final byte[] FIRST = "the first file ".repeat(40).getBytes(US_ASCII);
  private static final byte[] SECOND = "PK\u0003\u0004 is no header here".getBytes(US_ASCII);
  private static final byte[] EMPTY = {};

  @RegisterExtension final Wire wire = new Wire();
  @TempDir Path directory = Path.of("");

  private static Map<String, byte[]> files() {
    Map<String, byte[]> files = new LinkedHashMap<>();
    files.put("DICOM/", EMPTY);
    files.put("DICOM/0001.dcm", FIRST);
    files.put("DICOM/empty", EMPTY);
    files.put("../etc/Jürgen", SECOND);
    return files;
  }

  private static List<byte[]> read(Parts<ArchiveEntry> entries) {
    List<byte[]> all = new ArrayList<>();
    try (entries) {
      entries.forEach(entry -> all.add(entry.readAllBytes()));
      assertThat(entries.ended()).isTrue();
    }
    return all;
  }

  private List<byte[]> read(byte[] archive) {
    wire.enqueue(Archives.response(archive).build());
    return read(wire.client().retrieveZip("1").open());
  }

  @Test
  void request_ofEachLevel_hasThePathAndAsksForAnArchive() throws InterruptedException {
    DicomWebClient client = wire.client();
    wire.dispatch(request -> Archives.response(Archives.deflated(files())).build());
    Map<ZipRequest, String> expected = new LinkedHashMap<>();
    expected.put(client.retrieveZip("1"), "/studies/1");
    expected.put(client.retrieveZip("1", "2"), "/studies/1/series/2");
    expected.put(client.retrieveZip("1", "2", "3"), "/studies/1/series/2/instances/3");
    expected.put(client.retrieveZip("1").withDicomdir(), "/studies/1?dicomdir=true");
    for (Map.Entry<ZipRequest, String> each : expected.entrySet()) {
      assertThat(read(each.getKey().open())).hasSize(3);
      var sent = wire.take();
      assertThat(sent.getTarget()).isEqualTo("/dicom-web" + each.getValue());
      assertThat(sent.getHeaders().get("Accept")).isEqualTo("application/zip; transfer-syntax=*");
    }
    TransferSyntax syntax = TransferSyntax.of("1.2.840.10008.1.2.1");
    assertThat(read(client.retrieveZip("1").transferSyntax(syntax).open())).hasSize(3);
    assertThat(wire.take().getHeaders().get("Accept"))
        .isEqualTo("application/zip; transfer-syntax=1.2.840.10008.1.2.1");
    assertThat(read(client.retrieveZip("1").transferSyntax(syntax).storedTransferSyntax().open()))
        .hasSize(3);
    assertThat(wire.take().getHeaders().get("Accept"))
        .isEqualTo("application/zip; transfer-syntax=*");
  }

  @Test
  void accept_refused_isSaidInSimplerWordsAndNoOthers() {
    wire.dispatch(
        request ->
            Objects.requireNonNull(request.getHeaders().get("Accept")).equals("application/zip")
                ? Archives.response(Archives.deflated(files())).build()
                : new MockResponse.Builder().code(406).build());
    try (Parts<ArchiveEntry> entries = wire.client().retrieveZip("1").open()) {
      assertThat(entries.next()).isPresent();
      assertThat(entries.warnings()).hasSize(1);
    }
    assertThatThrownBy(
            () ->
                wire.client()
                    .retrieveZip("1")
                    .transferSyntax(TransferSyntax.of("1.2.840.10008.1.2.1"))
                    .open())
        .isInstanceOfSatisfying(
            HttpStatusException.class, e -> assertThat(e.status()).isEqualTo(406));
  }

  @Test
  void entries_deflatedOrStored_comeOneAtATimeWithTheirNames() throws IOException {
    for (byte[] archive : List.of(Archives.deflated(files()), Archives.stored(files()))) {
      wire.enqueue(Archives.response(archive).build());
      try (Parts<ArchiveEntry> entries = wire.client().retrieveZip("1").open()) {
        ArchiveEntry first = entries.next().orElseThrow();
        assertThat(first.index()).isZero();
        assertThat(first.name()).isEqualTo("DICOM/0001.dcm");
        try (InputStream in = first.inputStream()) {
          assertThat(in.read()).isEqualTo('t');
          assertThat(in.readAllBytes()).hasSize(FIRST.length - 1);
          assertThat(in.read()).isEqualTo(-1);
        }
        ArchiveEntry empty = entries.next().orElseThrow();
        assertThat(empty.readAllBytes()).isEmpty();
        assertThat(entries.ended()).isFalse();
        ArchiveEntry second = entries.next().orElseThrow();
        assertThat(second.name()).as("a text, whatever it says").isEqualTo("../etc/Jürgen");
        assertThat(second).hasToString("ArchiveEntry[2]");
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        assertThat(second.transferTo(out)).isEqualTo(SECOND.length);
        assertThat(out.toByteArray()).isEqualTo(SECOND);
        assertThat(entries.next()).isEmpty();
        assertThat(entries.next()).isEmpty();
        assertThat(entries.warnings()).isEmpty();
        assertThat(entries.partial()).isFalse();
      }
    }
  }

  @Test
  void entries_notReadOrClosedEarly_areSkipped() throws IOException {
    wire.enqueue(Archives.response(Archives.deflated(files())).build());
    try (Parts<ArchiveEntry> entries = wire.client().retrieveZip("1").open()) {
      InputStream first = entries.next().orElseThrow().inputStream();
      assertThat(first.read()).isEqualTo('t');
      first.close();
      assertThatIOException().isThrownBy(first::read);
      InputStream empty = entries.next().orElseThrow().inputStream();
      assertThat(entries.next().orElseThrow().readAllBytes()).isEqualTo(SECOND);
      assertThatIOException().as("never the bytes of another entry").isThrownBy(empty::read);
      assertThat(entries.next()).isEmpty();
    }
    wire.enqueue(Archives.response(Archives.deflated(files())).build());
    Parts<ArchiveEntry> closed = wire.client().retrieveZip("1").open();
    assertThat(closed.next()).isPresent();
    closed.close();
    closed.close();
    assertThat(closed.ended()).isFalse();
  }

  @Test
  void entry_savedToAFile_isThereWhenWhole() {
    wire.enqueue(Archives.response(Archives.stored(files())).build());
    Path file = directory.resolve("x");
    try (Parts<ArchiveEntry> entries = wire.client().retrieveZip("1").open()) {
      assertThat(entries.next().orElseThrow().saveTo(file)).isEqualTo(FIRST.length);
    }
    assertThat(file).hasBinaryContent(FIRST);
  }

  @Test
  void archive_withoutEntriesOrWithALongComment_isWhole() throws IOException {
    assertThat(read(Archives.deflated(Map.of()))).isEmpty();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      zip.setComment("PK\u0005\u0006".repeat(1000));
      ZipEntry entry = new ZipEntry("a");
      entry.setComment("a comment");
      entry.setExtra(new byte[] {(byte) 0xfe, (byte) 0xca, 2, 0, 7, 7});
      zip.putNextEntry(entry);
      zip.write(FIRST);
    }
    assertThat(read(out.toByteArray())).containsExactly(FIRST);
  }

  @Test
  void archive_ofMoreEntriesThanItsEndCanSay_isWhole() {
    Map<String, byte[]> files = new LinkedHashMap<>();
    for (int i = 0; i < 66_000; i++) {
      files.put("f" + i, EMPTY);
    }
    wire.enqueue(Archives.response(Archives.stored(files)).build());
    int count = 0;
    try (Parts<ArchiveEntry> entries = wire.client().retrieveZip("1").open()) {
      for (ArchiveEntry entry : entries) {
        assertThat(entry.index()).isEqualTo(count++);
      }
    }
    assertThat(count).isEqualTo(66_000);
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void archive_cutAnywhere_isMalformed(boolean deflated) {
    DicomWebClient client = wire.client();
    byte[] whole = deflated ? Archives.deflated(files()) : Archives.stored(files());
    for (int at = 0; at < whole.length; at++) {
      byte[] cut = Arrays.copyOf(whole, at);
      wire.enqueue(Archives.response(cut).build());
      assertThatThrownBy(() -> read(client.retrieveZip("1").open()))
          .as("cut at %d", at)
          .isInstanceOf(MalformedResponseException.class);
    }
  }

  @Test
  void archive_cutByTheConnection_isATransportFailure() {
    DicomWebClient client = wire.client();
    byte[] whole = Archives.deflated(files());
    for (int at = 0; at < whole.length; at += 7) {
      wire.enqueue(
          Archives.response(whole)
              .body(new Buffer().write(whole, 0, at))
              .setHeader("Content-Length", whole.length)
              .onResponseEnd(new SocketEffect.CloseSocket())
              .build());
      assertThatThrownBy(() -> read(client.retrieveZip("1").open()))
          .as("cut at %d", at)
          .isInstanceOfSatisfying(
              TransportException.class,
              e -> assertThat(e.phase()).isEqualTo(TransportException.Phase.BODY));
    }
  }

  @Test
  void archive_damagedAnywhere_endsAsItShouldOrInATypedError() {
    DicomWebClient client = wire.client();
    byte[] whole = Archives.deflated(files());
    int noticed = 0;
    for (int at = 0; at < whole.length; at++) {
      byte[] damaged = whole.clone();
      damaged[at] ^= (byte) 0xff;
      wire.enqueue(Archives.response(damaged).build());
      try {
        assertThat(read(client.retrieveZip("1").open()))
            .as("damaged at %d, where names, dates and versions are", at)
            .filteredOn(bytes -> bytes.length > 0)
            .containsExactly(FIRST, SECOND);
      } catch (DicomWebException e) {
        assertThat(e).isInstanceOf(MalformedResponseException.class);
        noticed++;
      }
    }
    assertThat(noticed).isGreaterThan(100);
  }

  @Test
  void entries_otherThanTheDirectoryLists_areNoticed() throws IOException {
    byte[] one = Archives.stored(Map.of("a", FIRST));
    byte[] two = Archives.stored(Map.of("b", SECOND));
    int end = directoryAt(one);
    Buffer swapped = new Buffer().write(one, 0, end);
    swapped.write(two, directoryAt(two), two.length - directoryAt(two));
    byte[] archive = swapped.readByteArray();
    assertThatThrownBy(() -> read(archive))
        .isInstanceOf(MalformedResponseException.class)
        .hasMessageContaining("lists other entries");
    Buffer more = new Buffer().write(one, 0, end).write(one, 0, end);
    byte[] twice = more.write(one, end, one.length - end).readByteArray();
    assertThatThrownBy(() -> read(twice))
        .isInstanceOf(MalformedResponseException.class)
        .hasMessageContaining("lists other entries");
  }

  private static int directoryAt(byte[] archive) throws IOException {
    return (int) new Buffer().write(archive).indexOf(ByteString.decodeHex("504b0102"));
  }

  @Test
  void bytesAfterTheEnd_areToleratedAndReported() {
    byte[] whole = Archives.deflated(files());
    wire.enqueue(
        Archives.response(new Buffer().write(whole).writeUtf8("more").readByteArray()).build());
    try (Parts<ArchiveEntry> entries = wire.client().retrieveZip("1").open()) {
      entries.forEach(ArchiveEntry::readAllBytes);
      assertThat(entries.warnings())
          .extracting(Warning::kind)
          .containsExactly(Warning.Kind.TOLERATED);
    }
  }

  @Test
  void bomb_isRefusedReadOrSkipped() {
    byte[] archive = Archives.deflated(Map.of("bomb", new byte[5_000_000]));
    assertThat(archive.length).isLessThan(10_000);
    DicomWebClient client =
        wire.client(wire.builder().limits(Limits.defaults().withInflatedBytes(1_000_000)));
    wire.enqueue(Archives.response(archive).build());
    try (Parts<ArchiveEntry> entries = client.retrieveZip("1").open()) {
      ArchiveEntry bomb = entries.next().orElseThrow();
      Path file = directory.resolve("bomb");
      assertThatThrownBy(() -> bomb.saveTo(file))
          .isInstanceOf(MalformedResponseException.class)
          .hasMessageContaining("grows more than allowed");
      assertThat(directory).isEmptyDirectory();
      assertThatThrownBy(entries::next).isInstanceOf(MalformedResponseException.class);
    }
    wire.enqueue(Archives.response(archive).build());
    try (Parts<ArchiveEntry> entries = client.retrieveZip("1").open()) {
      assertThat(entries.next()).isPresent();
      assertThatThrownBy(entries::next).isInstanceOf(MalformedResponseException.class);
    }
  }

  @Test
  void bombOfManySmallOnes_isRefusedAsWell() {
    Map<String, byte[]> files = new LinkedHashMap<>();
    for (int i = 0; i < 20; i++) {
      files.put("f" + i, new byte[100_000]);
    }
    byte[] archive = Archives.deflated(files);
    wire.dispatch(request -> Archives.response(archive).build());
    assertThatThrownBy(
            () ->
                read(
                    wire.client(
                            wire.builder().limits(Limits.defaults().withInflatedBytes(1_000_000)))
                        .retrieveZip("1")
                        .open()))
        .isInstanceOf(MalformedResponseException.class)
        .hasMessageContaining("grows more than allowed");
    assertThatThrownBy(
            () ->
                read(
                    wire.client(wire.builder().limits(Limits.defaults().withParts(19)))
                        .retrieveZip("1")
                        .open()))
        .isInstanceOf(MalformedResponseException.class)
        .hasMessageContaining("more entries");
    assertThat(
            read(
                wire.client(wire.builder().limits(Limits.defaults().withParts(20)))
                    .retrieveZip("1")
                    .open()))
        .hasSize(20);
    byte[] stored = Archives.stored(Map.of("large", new byte[2_000_000]));
    wire.dispatch(request -> Archives.response(stored).build());
    assertThat(
            read(
                wire.client(wire.builder().limits(Limits.defaults().withInflatedBytes(1)))
                    .retrieveZip("1")
                    .open()))
        .as("what is only stored does not grow")
        .hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "application/octet-stream", "application/x-zip-compressed"})
  void archive_underAnotherTypeOrNone_isRecognisedAndReported(String type) {
    wire.enqueue(Pictures.single(type, Archives.deflated(files())).build());
    try (Parts<ArchiveEntry> entries = wire.client().retrieveZip("1").open()) {
      assertThat(entries.next()).isPresent();
      assertThat(entries.warnings()).hasSize(1);
    }
  }

  @Test
  void answer_thatIsNoArchive_isMalformed() {
    for (String body : List.of("", "PK", "<html>", "DICM")) {
      wire.enqueue(Archives.response(body.getBytes(UTF_8)).build());
      assertThatThrownBy(() -> wire.client().retrieveZip("1").open())
          .isInstanceOf(MalformedResponseException.class);
    }
    wire.enqueueStatus(204);
    assertThatThrownBy(() -> wire.client().retrieveZip("1").open())
        .isInstanceOf(MalformedResponseException.class);
    wire.enqueueStatus(404);
    assertThatThrownBy(() -> wire.client().retrieveZip("1").open())
        .isInstanceOf(NotFoundException.class);
  }

  @Test
  void partialAnswer_isSaid() throws Exception {
    wire.enqueue(
        Archives.response(Archives.deflated(files()))
            .code(206)
            .addHeader("Warning", "299 x: 1 objects not acceptable")
            .build());
    try (Parts<ArchiveEntry> entries =
        wire.client().retrieveZip("1").openAsync().get(5, TimeUnit.SECONDS)) {
      assertThat(entries.partial()).isTrue();
      assertThat(entries.warnings()).extracting(Warning::code).containsExactly(299);
    }
  }

  @Test
  void archives_thatTheProfileDoesNotHave_areRefusedBeforeSending() {
    ServerProfile profile = ServerProfile.standard().toBuilder().without(Feature.ZIP).build();
    ZipRequest request = wire.client(wire.builder().profile(profile)).retrieveZip("1");
    assertThatThrownBy(request::open)
        .isInstanceOf(UnsupportedOperationException.class)
        .hasMessageContaining("ZIP");
    assertThatThrownBy(() -> request.saveTo(directory))
        .isInstanceOf(UnsupportedOperationException.class);
    assertThat(wire.requests()).isZero();
  }
}
