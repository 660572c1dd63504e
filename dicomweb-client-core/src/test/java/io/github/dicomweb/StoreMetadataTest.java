// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.dicomweb.config.Progress;
import io.github.dicomweb.dicom.BinaryElement;
import io.github.dicomweb.dicom.Dataset;
import io.github.dicomweb.dicom.Element;
import io.github.dicomweb.dicom.FragmentsElement;
import io.github.dicomweb.dicom.Tag;
import io.github.dicomweb.dicom.TransferSyntax;
import io.github.dicomweb.dicom.VR;
import io.github.dicomweb.dicom.json.DicomJsonReader;
import io.github.dicomweb.dicom.part10.BulkDataResolver;
import io.github.dicomweb.dicom.part10.Part10Reader;
import io.github.dicomweb.profile.Feature;
import io.github.dicomweb.profile.ServerProfile;
import io.github.dicomweb.store.InstanceSource;
import io.github.dicomweb.store.StoreReport;
import io.github.dicomweb.store.StoreRequest;
import io.github.dicomweb.testdata.TestObject;
import io.github.dicomweb.testdata.TestStudies;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import mockwebserver3.RecordedRequest;
import okhttp3.MultipartReader;
import okio.Buffer;
import okio.ByteString;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Metadata and bulk data in the place of DICOM files (§10.5). */
class StoreMetadataTest {
  private static final String NO_CHARSET_NAME = "Müller^A";

  @RegisterExtension final Wire wire = new Wire();
  @TempDir Path directory = Path.of("");

  private record Sent(String type, String location, ByteString content) {
    byte[] bytes() {
      return content.toByteArray();
    }
  }

  private RecordedRequest send(UnaryOperator<StoreRequest> sources) throws Exception {
    wire.enqueueJson("{}");
    StoreReport report = sources.apply(wire.client().storeInstances()).execute();
    assertThat(report.skipped()).isEmpty();
    RecordedRequest request = wire.take();
    assertThat(request.getHeaders().get("Content-Length"))
        .isEqualTo(Long.toString(request.getBodySize()));
    return request;
  }

  private static List<Sent> parts(RecordedRequest request) throws IOException {
    String type = Objects.requireNonNull(request.getHeaders().get("Content-Type"));
    String boundary = type.substring(type.indexOf("boundary=") + "boundary=".length());
    List<Sent> parts = new ArrayList<>();
    Buffer body = new Buffer().write(Objects.requireNonNull(request.getBody()));
    try (MultipartReader reader = new MultipartReader(body, boundary)) {
      for (var part = reader.nextPart(); part != null; part = reader.nextPart()) {
        parts.add(
            new Sent(
                Objects.requireNonNull(part.headers().get("Content-Type")),
                Objects.requireNonNullElse(part.headers().get("Content-Location"), ""),
                part.body().readByteString()));
      }
    }
    return parts;
  }

  private static Dataset picture() {
    return StoreAnswers.dataset("1.2.1").toBuilder()
        .put(Tag.PatientName, NO_CHARSET_NAME)
        .putBinary(Tag.PixelData, VR.OW, "PIXL".getBytes(US_ASCII))
        .putBinary(Tag.ICCProfile, VR.OB, new byte[] {1, 2})
        .put(Tag.MediaStorageSOPClassUID, "9.9.9")
        .build();
  }

  private static Dataset document() {
    return StoreAnswers.dataset("1.2.2").toBuilder()
        .put(Tag.MIMETypeOfEncapsulatedDocument, "application/pdf")
        .putBinary(Tag.EncapsulatedDocument, VR.OB, "%PDF-1.7".getBytes(US_ASCII))
        .build();
  }

  private static String json(String uid, String more) {
    return "{\"00080005\":{\"vr\":\"CS\",\"Value\":[\"ISO_IR 192\"]},"
        + "\"00080016\":{\"vr\":\"UI\",\"Value\":[\"1.2.840.10008.5.1.4.1.1.7\"]},"
        + "\"00080018\":{\"vr\":\"UI\",\"Value\":[\""
        + uid
        + "\"]}"
        + more
        + "}";
  }

  private static String utf8(String text) {
    return new String(text.getBytes(UTF_8), ISO_8859_1);
  }

  @Test
  void json_isOneArray_andThenEachValueWithItsLocation() throws Exception {
    RecordedRequest request = send(store -> store.add(picture()).add(document()).asJson());
    assertThat(request.getTarget()).isEqualTo("/dicom-web/studies");
    assertThat(request.getHeaders().get("Accept")).isEqualTo("application/dicom+json");
    assertThat(request.getHeaders().get("Content-Type"))
        .startsWith("multipart/related; type=\"application/dicom+json\"; boundary=");
    String first =
        json(
            "1.2.1",
            ",\"00100010\":{\"vr\":\"PN\",\"Value\":[{\"Alphabetic\":\"Müller^A\"}]},"
                + "\"00282000\":{\"vr\":\"OB\",\"InlineBinary\":\"AQI=\"},"
                + "\"7FE00010\":{\"vr\":\"OW\",\"BulkDataURI\":\"bulk/0/7FE00010\"}");
    String second =
        json(
            "1.2.2",
            ",\"00420011\":{\"vr\":\"OB\",\"BulkDataURI\":\"bulk/1/00420011\"},"
                + "\"00420012\":{\"vr\":\"LO\",\"Value\":[\"application/pdf\"]}");
    assertThat(StoreAnswers.golden(request))
        .isEqualTo(
            "--BOUNDARY\r\nContent-Type: application/dicom+json\r\n\r\n"
                + utf8("[" + first + "," + second + "]")
                + "\r\n--BOUNDARY\r\nContent-Type: application/octet-stream\r\n"
                + "Content-Location: bulk/0/7FE00010\r\n\r\nPIXL"
                + "\r\n--BOUNDARY\r\nContent-Type: application/pdf\r\n"
                + "Content-Location: bulk/1/00420011\r\n\r\n%PDF-1.7\r\n--BOUNDARY--\r\n");
  }

  private static String xml(String uid, String more) {
    return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
        + "<NativeDicomModel xmlns=\"http://dicom.nema.org/PS3.19/models/NativeDICOM\""
        + " xml:space=\"preserve\">"
        + attribute("00080005", "CS", "SpecificCharacterSet", "ISO_IR 192")
        + attribute("00080016", "UI", "SOPClassUID", "1.2.840.10008.5.1.4.1.1.7")
        + attribute("00080018", "UI", "SOPInstanceUID", uid)
        + more
        + "</NativeDicomModel>\n";
  }

  private static String attribute(String tag, String vr, String keyword, String value) {
    return "<DicomAttribute tag=\""
        + tag
        + "\" vr=\""
        + vr
        + "\" keyword=\""
        + keyword
        + "\"><Value number=\"1\">"
        + value
        + "</Value></DicomAttribute>";
  }

  @Test
  void xml_isOneDocumentForEach_andThenTheValues() throws Exception {
    RecordedRequest request =
        send(store -> store.add(document()).add(StoreAnswers.dataset("1.2.3")).asXml());
    assertThat(request.getHeaders().get("Content-Type"))
        .startsWith("multipart/related; type=\"application/dicom+xml\"; boundary=");
    String first =
        xml(
            "1.2.2",
            "<DicomAttribute tag=\"00420011\" vr=\"OB\" keyword=\"EncapsulatedDocument\">"
                + "<BulkData uri=\"bulk/0/00420011\"/></DicomAttribute>"
                + attribute("00420012", "LO", "MIMETypeOfEncapsulatedDocument", "application/pdf"));
    String head = "--BOUNDARY\r\nContent-Type: application/dicom+xml\r\n\r\n";
    assertThat(StoreAnswers.golden(request))
        .isEqualTo(
            head
                + first
                + "\r\n"
                + head
                + xml("1.2.3", "")
                + "\r\n--BOUNDARY\r\nContent-Type: application/pdf\r\n"
                + "Content-Location: bulk/0/00420011\r\n\r\n%PDF-1.7\r\n--BOUNDARY--\r\n");
  }

  private static Dataset metadata(Sent part) throws IOException {
    try (DicomJsonReader reader = DicomJsonReader.from(new ByteArrayInputStream(part.bytes()))) {
      return Objects.requireNonNull(reader.next());
    }
  }

  private static byte[] pixels(TestObject object) {
    return Part10Reader.create()
        .read(object.bytes())
        .dataset()
        .inlineBinary(Tag.PixelData)
        .orElseThrow();
  }

  @Test
  void file_isTakenApart_fromWhateverItComes() throws Exception {
    TestObject ct = TestStudies.ctSlices().get(0);
    Path path = ct.copyTo(directory);
    for (InstanceSource source :
        List.of(
            InstanceSource.of(path),
            InstanceSource.of("bytes", ct.bytes()),
            InstanceSource.of("stream", () -> new ByteArrayInputStream(ct.bytes())))) {
      List<Sent> parts = parts(send(store -> store.add(source).asJson()));
      assertThat(parts)
          .extracting(Sent::type)
          .containsExactly("application/dicom+json", "application/octet-stream");
      assertThat(parts.get(1).bytes()).isEqualTo(pixels(ct));
      Dataset whole = Part10Reader.create().read(ct.bytes()).dataset();
      Dataset sent = metadata(parts.get(0));
      assertThat(sent.bulkData(Tag.PixelData).orElseThrow().uri())
          .isEqualTo(parts.get(1).location());
      assertThat(without(sent)).isEqualTo(without(whole));
    }
  }

  private static Dataset without(Dataset dataset) {
    return dataset.toBuilder().remove(Tag.PixelData).remove(Tag.SpecificCharacterSet).build();
  }

  @Test
  void file_inBigEndian_isSentInLittleEndian() throws Exception {
    TestObject object = TestStudies.bigEndian();
    List<Sent> parts =
        parts(send(store -> store.add(InstanceSource.of("be", object.bytes())).asJson()));
    assertThat(parts.get(1).type()).isEqualTo("application/octet-stream");
    assertThat(parts.get(1).bytes()).isEqualTo(pixels(object));
  }

  @Test
  void values_inItems_haveLocationsOfTheirOwn() throws Exception {
    byte[] large = new byte[2000];
    large[0] = 42;
    Dataset icon =
        Dataset.builder()
            .put(Tag.SpecificCharacterSet, "ISO_IR 100")
            .putBinary(Tag.PixelData, VR.OW, large)
            .build();
    Dataset dataset =
        StoreAnswers.dataset("1.2.1").toBuilder()
            .putSequence(Tag.IconImageSequence, Dataset.empty(), icon)
            .build();
    List<Sent> parts = parts(send(store -> store.add(dataset).asJson()));
    assertThat(parts.get(1).location()).isEqualTo("bulk/0/00880200/1/7FE00010");
    assertThat(parts.get(1).bytes()).isEqualTo(large);
    Dataset item = metadata(parts.get(0)).sequence(Tag.IconImageSequence).get(1);
    assertThat(item.bulkData(Tag.PixelData).orElseThrow().uri())
        .isEqualTo("bulk/0/00880200/1/7FE00010");
    assertThat(item.string(Tag.SpecificCharacterSet)).contains("ISO_IR 192");
  }

  private static InstanceSource compressed(TransferSyntax syntax, int frames, byte[]... fragments) {
    Element pixels = FragmentsElement.of(Tag.PixelData, VR.OB, List.of(fragments));
    Dataset dataset =
        StoreAnswers.dataset("1.2.1").toBuilder()
            .putInts(Tag.NumberOfFrames, frames)
            .put(BinaryElement.of(Tag.ExtendedOffsetTable, VR.OV, new byte[8]))
            .put(pixels)
            .build();
    return InstanceSource.of(dataset).transferSyntax(syntax);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(US_ASCII);
  }

  private static byte[] table(int... offsets) {
    ByteBuffer table = ByteBuffer.allocate(4 * offsets.length).order(ByteOrder.LITTLE_ENDIAN);
    for (int offset : offsets) {
      table.putInt(offset);
    }
    return table.array();
  }

  private List<String> frames(InstanceSource source, String type) throws Exception {
    List<Sent> parts = parts(send(store -> store.add(source).asJson()));
    Dataset sent = metadata(parts.get(0));
    assertThat(sent.contains(Tag.ExtendedOffsetTable)).isFalse();
    assertThat(sent.bulkData(Tag.PixelData).orElseThrow().uri()).isEqualTo("bulk/0/7FE00010");
    List<Sent> bulk = parts.subList(1, parts.size());
    assertThat(bulk).extracting(Sent::type).containsOnly(type);
    assertThat(bulk).extracting(Sent::location).containsOnly("bulk/0/7FE00010");
    return bulk.stream().map(part -> new String(part.bytes(), US_ASCII)).toList();
  }

  @Test
  void compressedPixels_areOnePartAFrame_inTheirMediaType() throws Exception {
    String rle = "image/dicom-rle; transfer-syntax=1.2.840.10008.1.2.5";
    InstanceSource onePerFrame =
        compressed(TransferSyntax.RLE_LOSSLESS, 2, table(), bytes("AAAA"), bytes("BB"));
    assertThat(frames(onePerFrame, rle)).containsExactly("AAAA", "BB");
    InstanceSource one =
        compressed(TransferSyntax.JPEG_BASELINE, 1, table(), bytes("AAAA"), bytes("BB"));
    assertThat(frames(one, "image/jpeg; transfer-syntax=1.2.840.10008.1.2.4.50"))
        .containsExactly("AAAABB");
    InstanceSource byTable =
        compressed(
            TransferSyntax.JPEG_2000, 2, table(0, 22), bytes("AAAA"), bytes("BB"), bytes("CC"));
    assertThat(frames(byTable, "image/jp2; transfer-syntax=1.2.840.10008.1.2.4.91"))
        .containsExactly("AAAABB", "CC");
    InstanceSource video =
        compressed(TransferSyntax.MPEG4_HIGH_PROFILE_4_1, 50, table(), bytes("AAAA"), bytes("BB"));
    assertThat(frames(video, "video/mp4; transfer-syntax=1.2.840.10008.1.2.4.102"))
        .containsExactly("AAAABB");
  }

  @Test
  void compressedFile_isSentFromWhereItIs() throws Exception {
    byte[] large = new byte[5000];
    java.util.Arrays.fill(large, (byte) 'L');
    InstanceSource made = compressed(TransferSyntax.RLE_LOSSLESS, 2, table(), large, bytes("BB"));
    byte[] file;
    try (var in = made.open()) {
      file = in.readAllBytes();
    }
    assertThat(
            frames(
                InstanceSource.of("file", file),
                "image/dicom-rle; transfer-syntax=1.2.840.10008.1.2.5"))
        .containsExactly(new String(large, US_ASCII), "BB");
    Path path = java.nio.file.Files.write(directory.resolve("a.dcm"), file);
    Dataset referring = Part10Reader.create().referToValuesAbove(1000).read(path).dataset();
    InstanceSource resolved =
        InstanceSource.of(referring, BulkDataResolver.filesBelow(directory))
            .transferSyntax(TransferSyntax.RLE_LOSSLESS);
    assertThat(frames(resolved, "image/dicom-rle; transfer-syntax=1.2.840.10008.1.2.5"))
        .containsExactly(new String(large, US_ASCII), "BB");
  }

  @Test
  void framesOfAStream_areReadInOnePass() throws Exception {
    byte[][] fragments = new byte[201][];
    fragments[0] = table();
    for (int i = 1; i < fragments.length; i++) {
      fragments[i] = bytes("frame " + (1000 + i));
    }
    byte[] file;
    try (var in = compressed(TransferSyntax.RLE_LOSSLESS, 200, fragments).open()) {
      file = in.readAllBytes();
    }
    AtomicInteger open = new AtomicInteger();
    AtomicInteger openings = new AtomicInteger();
    InstanceSource source =
        InstanceSource.of(
            "stream",
            () -> {
              open.incrementAndGet();
              openings.incrementAndGet();
              return new ByteArrayInputStream(file) {
                @Override
                public void close() {
                  open.decrementAndGet();
                }
              };
            });
    assertThat(frames(source, "image/dicom-rle; transfer-syntax=1.2.840.10008.1.2.5"))
        .hasSize(200)
        .startsWith("frame 1001")
        .endsWith("frame 1200");
    assertThat(openings).as("a few for each pass, and not one for each frame").hasValueLessThan(20);
    assertThat(open).as("all are closed").hasValue(0);
  }

  @Test
  void whatHasNoSuchForm_isSkippedWithTheReason_andTheOthersAreSent() {
    wire.enqueueJson(StoreAnswers.stored("1.2.9"));
    byte[] damaged =
        java.util.Arrays.copyOf(
            TestStudies.ctSlices().get(0).bytes(),
            TestStudies.ctSlices().get(0).bytes().length - 10);
    Dataset formFeed =
        StoreAnswers.dataset("1.2.5").toBuilder().put(Tag.ImageComments, "a\fb").build();
    StoreReport report =
        wire.client()
            .storeInstances()
            .add(InstanceSource.of("deflated", TestStudies.deflated().bytes()))
            .add(
                compressed(
                    TransferSyntax.RLE_LOSSLESS, 2, table(), bytes("A "), bytes("B "), bytes("C ")))
            .add(compressed(TransferSyntax.of("1.2.3.4"), 1, table(), bytes("A ")))
            .add(compressed(TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN, 1, table(), bytes("A ")))
            .add(InstanceSource.of(picture()).transferSyntax(TransferSyntax.RLE_LOSSLESS))
            .add(InstanceSource.of("damaged", damaged))
            .add(formFeed)
            .add(StoreAnswers.dataset("1.2.9"))
            .asXml()
            .execute();
    assertThat(report.stored()).hasSize(1);
    assertThat(report.skipped())
        .extracting(o -> o.message().replace("cannot be sent as application/dicom+xml: ", ""))
        .satisfiesExactly(
            m -> assertThat(m).startsWith("a deflated file"),
            m -> assertThat(m).contains("not clear which fragments make a frame"),
            m -> assertThat(m).contains("no media type carries"),
            m -> assertThat(m).contains("a transfer syntax that has none (at 7FE00010)"),
            m -> assertThat(m).contains("not in fragments"),
            m -> assertThat(m).contains("(at 7FE00010)"),
            m -> assertThat(m).contains("(at 00204000)"));
  }

  @Test
  void framesOfWhichTheServerWouldKeepOne_areNotSent() {
    wire.enqueueJson(StoreAnswers.stored("1.2.9"));
    StoreReport report =
        wire.client(wire.builder().profile(ServerProfile.dcm4chee()))
            .storeInstances()
            .add(compressed(TransferSyntax.RLE_LOSSLESS, 2, table(), bytes("A "), bytes("B ")))
            .add(StoreAnswers.dataset("1.2.9"))
            .asJson()
            .execute();
    assertThat(report.stored()).hasSize(1);
    assertThat(report.skipped().get(0).message())
        .contains("several frames, of which this server would keep one");
  }

  @Test
  void pixelDataWithoutAFragment_isSkipped_andNeverLeftOut() {
    for (int frames : List.of(0, 1, 2)) {
      StoreReport report =
          wire.client()
              .storeInstances()
              .add(compressed(TransferSyntax.RLE_LOSSLESS, frames, table()))
              .asJson()
              .execute();
      assertThat(report.skipped()).as("%s frames", frames).hasSize(1);
    }
    assertThat(wire.requests()).isZero();
  }

  @Test
  void thousandInstances_areToldAsTheyAreSent() throws Exception {
    List<InstanceSource> sources = new ArrayList<>();
    for (int i = 0; i < 1000; i++) {
      sources.add(InstanceSource.of(StoreAnswers.dataset("1.2.3." + i)));
    }
    List<Progress> progress = new ArrayList<>();
    List<Sent> parts =
        parts(send(store -> store.addAll(sources).asJson().onProgress(progress::add)));
    assertThat(parts).hasSize(1);
    int count = 0;
    try (DicomJsonReader reader =
        DicomJsonReader.from(new ByteArrayInputStream(parts.get(0).bytes()))) {
      while (reader.next() != null) {
        count++;
      }
    }
    assertThat(count).isEqualTo(1000);
    assertThat(progress.get(progress.size() - 1).instances()).isEqualTo(1000);
  }

  @Test
  void serverThatTakesFilesOnly_isNotAsked() {
    DicomWebClient client = wire.client(wire.builder().profile(ServerProfile.orthanc()));
    StoreRequest request = client.storeInstances().add(StoreAnswers.dataset("1.2.1")).asJson();
    assertThatThrownBy(request::execute)
        .isInstanceOf(UnsupportedOperationException.class)
        .hasMessageContaining(Feature.STORE_METADATA.name());
    assertThat(wire.requests()).isZero();
  }
}
