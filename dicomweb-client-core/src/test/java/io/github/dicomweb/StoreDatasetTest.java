// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.dicomweb.dicom.BulkDataElement;
import io.github.dicomweb.dicom.BulkDataReference;
import io.github.dicomweb.dicom.Dataset;
import io.github.dicomweb.dicom.FragmentsElement;
import io.github.dicomweb.dicom.NumberElement;
import io.github.dicomweb.dicom.Tag;
import io.github.dicomweb.dicom.TransferSyntax;
import io.github.dicomweb.dicom.VR;
import io.github.dicomweb.dicom.part10.BulkDataContent;
import io.github.dicomweb.dicom.part10.BulkDataResolver;
import io.github.dicomweb.dicom.part10.Part10File;
import io.github.dicomweb.dicom.part10.Part10Reader;
import io.github.dicomweb.dicom.part10.Part10Writer;
import io.github.dicomweb.error.HttpStatusException;
import io.github.dicomweb.error.TransportException;
import io.github.dicomweb.profile.Feature;
import io.github.dicomweb.profile.ServerProfile;
import io.github.dicomweb.profile.ServerProfile.UploadFraming;
import io.github.dicomweb.store.DatasetSource;
import io.github.dicomweb.store.InstanceSource;
import io.github.dicomweb.store.StoreReport;
import io.github.dicomweb.store.StoreStatus;
import io.github.dicomweb.testdata.TestObject;
import io.github.dicomweb.testdata.TestStudies;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Datasets that are written as DICOM files while they are sent (§10.5). */
class StoreDatasetTest {
  @RegisterExtension final Wire wire = new Wire();
  @TempDir Path directory = Path.of("");

  private static String parts(byte[]... files) {
    StringBuilder body = new StringBuilder();
    for (byte[] file : files) {
      body.append("--BOUNDARY\r\nContent-Type: application/dicom\r\n\r\n")
          .append(new String(file, ISO_8859_1))
          .append("\r\n");
    }
    return body.append("--BOUNDARY--\r\n").toString();
  }

  private static Dataset referring(String uid, VR vr) {
    return StoreAnswers.dataset(uid).toBuilder()
        .putBulkData(Tag.PixelData, vr, BulkDataReference.of("somewhere"))
        .build();
  }

  @Test
  void dataset_isSentAsTheFileItMakes_withALength() throws Exception {
    Dataset one =
        StoreAnswers.dataset("1.2.1").toBuilder().put(Tag.PatientName, "Yamada^山田").build();
    Dataset two = StoreAnswers.dataset("1.2.2");
    wire.enqueueJson(StoreAnswers.stored("1.2.1", "1.2.2"));
    StoreReport report =
        wire.client().storeInstances().add(one).add(InstanceSource.of(two)).execute();
    assertThat(report.isComplete()).isTrue();
    assertThat(report.outcomes())
        .extracting(o -> o.source().name())
        .containsExactly("1.2.1", "1.2.2");
    RecordedRequest request = wire.take();
    assertThat(request.getHeaders().get("Content-Length"))
        .isEqualTo(Long.toString(request.getBodySize()));
    Part10Writer writer = Part10Writer.create();
    assertThat(StoreAnswers.golden(request))
        .isEqualTo(parts(writer.toBytes(one), writer.toBytes(two)));
    assertThat(
            Part10Reader.create()
                .read(writer.toBytes(one))
                .dataset()
                .string(Tag.SpecificCharacterSet))
        .contains("ISO_IR 192");
  }

  @Test
  void valuesElsewhere_areCopiedThroughInPieces_neverWhole() throws Exception {
    long size = 3_000_000;
    AtomicLong mostAtOnce = new AtomicLong();
    AtomicInteger openings = new AtomicInteger();
    BulkDataResolver resolver =
        (element, path) -> {
          openings.incrementAndGet();
          return BulkDataContent.of(
              new InputStream() {
                @Override
                public int read() {
                  return 7;
                }

                @Override
                public int read(byte[] bytes, int offset, int length) {
                  mostAtOnce.accumulateAndGet(length, Math::max);
                  java.util.Arrays.fill(bytes, offset, offset + length, (byte) 7);
                  return length;
                }
              },
              size);
        };
    wire.enqueueJson(StoreAnswers.stored("1.2.1"));
    StoreReport report =
        wire.client().storeInstances().add(referring("1.2.1", VR.OB), resolver).execute();
    assertThat(report.isComplete()).isTrue();
    RecordedRequest request = wire.take();
    assertThat(request.getHeaders().get("Content-Length"))
        .isEqualTo(Long.toString(request.getBodySize()));
    assertThat(request.getBodySize()).isGreaterThan(size);
    assertThat(openings).hasValue(2);
    assertThat(mostAtOnce.get()).isLessThanOrEqualTo(64 * 1024);
  }

  @Test
  void file_readWithReferences_isSentAsItWas() throws Exception {
    TestObject ct = TestStudies.ctSlices().get(0);
    Path path = ct.copyTo(directory);
    Part10File file = Part10Reader.create().referToValuesAbove(1000).read(path);
    assertThat(file.dataset().element(Tag.PixelData).orElseThrow())
        .isInstanceOf(BulkDataElement.class);
    wire.enqueueJson(StoreAnswers.stored(ct.sopInstanceUid()));
    StoreReport report =
        wire.client()
            .storeInstances()
            .add(file.dataset(), BulkDataResolver.filesBelow(directory))
            .execute();
    assertThat(report.isComplete()).isTrue();
    Dataset whole = Part10Reader.create().read(path).dataset();
    assertThat(StoreAnswers.golden(wire.take()))
        .isEqualTo(parts(Part10Writer.create().toBytes(whole)));
  }

  @Test
  void fragments_goInTheTransferSyntaxThatIsTold() throws Exception {
    Dataset dataset =
        StoreAnswers.dataset("1.2.1").toBuilder()
            .put(
                FragmentsElement.of(
                    Tag.PixelData, VR.OB, List.of(new byte[0], new byte[] {1, 2, 3, 4})))
            .build();
    wire.enqueueJson(StoreAnswers.stored("1.2.1"));
    DatasetSource source = InstanceSource.of(dataset).transferSyntax(TransferSyntax.RLE_LOSSLESS);
    assertThat(wire.client().storeInstances().add(source).execute().isComplete()).isTrue();
    byte[] file = source.open().readAllBytes();
    assertThat(source.size()).hasValue(file.length);
    assertThat(StoreAnswers.golden(wire.take())).isEqualTo(parts(file));
    assertThat(Part10Reader.create().read(file).transferSyntax())
        .isEqualTo(TransferSyntax.RLE_LOSSLESS);
    assertThatThrownBy(() -> source.transferSyntax(TransferSyntax.IMPLICIT_VR_LITTLE_ENDIAN))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void datasetThatNoFileCanHold_isSkippedWithItsReason_andTheOthersAreSent() throws Exception {
    Dataset outOfRange =
        StoreAnswers.dataset("1.2.1").toBuilder()
            .put(NumberElement.of(Tag.Rows, VR.US, 70_000L))
            .build();
    BulkDataResolver failing =
        (element, path) -> {
          throw new IOException("some path");
        };
    wire.enqueueJson(StoreAnswers.stored("1.2.9"));
    StoreReport report =
        wire.client()
            .storeInstances()
            .add(outOfRange)
            .add(referring("1.2.2", VR.OB))
            .add(referring("1.2.3", VR.OB), failing)
            .add(Dataset.empty())
            .add(StoreAnswers.dataset("1.2.9"))
            .add(StoreAnswers.dataset("1.2.9"))
            .execute();
    assertThat(report.outcomes())
        .extracting(o -> o.status() + " " + o.message())
        .containsExactly(
            "SKIPPED cannot be sent as application/dicom: a number outside the range of its VR"
                + " (at 00280010)",
            "SKIPPED cannot be sent as application/dicom: a reference to bulk data, and no"
                + " resolver (at 7FE00010)",
            "SKIPPED cannot be read",
            "SKIPPED has no SOP Class or SOP Instance UID",
            "STORED ",
            "SKIPPED the same instance as another source");
    assertThat(StoreAnswers.golden(wire.take()))
        .isEqualTo(parts(Part10Writer.create().toBytes(StoreAnswers.dataset("1.2.9"))));
  }

  @Test
  void valueThatEndsEarlyWhileItIsSent_confirmsNothing() {
    BulkDataResolver shorter =
        (element, path) -> BulkDataContent.of(new ByteArrayInputStream(new byte[100_000]), 200_000);
    wire.enqueueJson(StoreAnswers.stored("1.2.1"));
    StoreReport report =
        wire.client().storeInstances().add(referring("1.2.1", VR.OB), shorter).execute();
    assertThat(report.outcomes())
        .singleElement()
        .satisfies(o -> assertThat(o.status()).isEqualTo(StoreStatus.UNCONFIRMED));
    assertThat(report.failure())
        .get()
        .isInstanceOfSatisfying(
            TransportException.class,
            e -> assertThat(e.reason()).isEqualTo(TransportException.Reason.LOCAL));
  }

  private DicomWebClient framed(UploadFraming framing) {
    return wire.client(
        wire.builder()
            .profile(ServerProfile.standard().toBuilder().uploadFraming(framing).build()));
  }

  @Test
  void framing_sized_measuresWhatIsOfUnknownLength() throws Exception {
    byte[] file = TestStudies.ctSlices().get(0).bytes();
    AtomicInteger openings = new AtomicInteger();
    InstanceSource stream =
        InstanceSource.of(
            "stream",
            () -> {
              openings.incrementAndGet();
              return new ByteArrayInputStream(file);
            });
    wire.enqueueJson("{}");
    framed(UploadFraming.SIZED).storeInstances().add(stream).execute();
    RecordedRequest request = wire.take();
    assertThat(request.getHeaders().get("Content-Length"))
        .isEqualTo(Long.toString(request.getBodySize()));
    assertThat(StoreAnswers.golden(request)).isEqualTo(parts(file));
    assertThat(openings).as("header, length, sending").hasValue(3);
  }

  @Test
  void framing_chunked_tellsNoLength() throws Exception {
    wire.enqueueJson(StoreAnswers.stored("1.2.1"));
    framed(UploadFraming.CHUNKED).storeInstances().add(StoreAnswers.dataset("1.2.1")).execute();
    RecordedRequest request = wire.take();
    assertThat(request.getHeaders().get("Content-Length")).isNull();
    assertThat(request.getHeaders().get("Transfer-Encoding")).isEqualTo("chunked");
  }

  @Test
  void answer_206WithAttributesThatFailed_tellsThem() {
    String comment =
        ",\"00081196\":{\"vr\":\"US\",\"Value\":[45063]},"
            + "\"00741048\":{\"vr\":\"SQ\",\"Value\":[{\"00000902\":{\"vr\":\"LO\","
            + "\"Value\":[\"DICOM100: (0010,0020) - odd\"]}},{\"00000902\":{\"vr\":\"LO\","
            + "\"Value\":[\"DICOM200\"]}}]}";
    wire.enqueue(
        new MockResponse.Builder()
            .code(206)
            .addHeader("Warning", "299 srv: something")
            .body(StoreAnswers.stored("1.2.1").replace("}}]}", "}" + comment + "}]}"))
            .build());
    StoreReport report =
        wire.client().storeInstances().add(StoreAnswers.dataset("1.2.1")).execute();
    assertThat(report.httpStatus()).hasValue(206);
    assertThat(report.warnings()).hasSize(1);
    assertThat(report.stored())
        .singleElement()
        .satisfies(
            o -> {
              assertThat(o.message()).isEqualTo("DICOM100: (0010,0020) - odd; DICOM200");
              assertThat(o.reason().orElseThrow().toString())
                  .isEqualTo("B007H (stored although the data set does not match the SOP class)");
            });
  }

  @Test
  void refusal_of411And413_saysWhatToDo() {
    wire.enqueueStatus(411);
    assertThatThrownBy(
            () -> wire.client().storeInstances().add(StoreAnswers.dataset("1.2.1")).execute())
        .isInstanceOf(HttpStatusException.class)
        .hasMessageContaining("UploadFraming.SIZED");
    wire.enqueueStatus(413);
    assertThatThrownBy(
            () -> wire.client().storeInstances().add(StoreAnswers.dataset("1.2.1")).execute())
        .isInstanceOf(HttpStatusException.class)
        .hasMessageContaining("send fewer at a time");
  }

  @Test
  void serverWithoutStoring_isNotAsked() {
    DicomWebClient client = wire.client(wire.builder().profile(ServerProfile.staticDicomWeb()));
    assertThatThrownBy(() -> client.storeInstances().add(StoreAnswers.dataset("1.2.1")).execute())
        .isInstanceOf(UnsupportedOperationException.class)
        .hasMessageContaining(Feature.STORE.name());
    assertThat(wire.requests()).isZero();
    assertThat(Objects.requireNonNull(InstanceSource.of(StoreAnswers.dataset("1.2.1"))).toString())
        .isEqualTo("InstanceSource[dataset]");
  }
}
