// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.it.orthanc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.dicomweb.DicomWebClient;
import io.github.dicomweb.dicom.BulkDataReference;
import io.github.dicomweb.dicom.Dataset;
import io.github.dicomweb.dicom.Tag;
import io.github.dicomweb.dicom.build.EncapsulatedPdf;
import io.github.dicomweb.dicom.part10.Part10HeaderReader;
import io.github.dicomweb.dicom.part10.Part10Writer;
import io.github.dicomweb.error.HttpStatusException;
import io.github.dicomweb.error.MalformedResponseException;
import io.github.dicomweb.error.Warning;
import io.github.dicomweb.it.samples.Commands;
import io.github.dicomweb.media.MediaType;
import io.github.dicomweb.retrieve.BulkDataPart;
import io.github.dicomweb.retrieve.BulkDataRequest;
import io.github.dicomweb.retrieve.Parts;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Pixel data and documents as bulk data, compared with what DCMTK finds in the files. */
@OrthancTest
class OrthancPixelBulkDataTest {
  // Of odd length, so that it is padded in a file.
  private static final byte[] PDF =
      """
      %PDF-1.4
      1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
      2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj
      trailer<</Root 1 0 R>>
      %%EOF
      """
          .getBytes(StandardCharsets.US_ASCII);

  @TempDir private Path directory;
  private PixelOracle oracle;

  @BeforeEach
  void findOracle() {
    oracle = new PixelOracle(directory);
  }

  private static Dataset metadata(DicomWebClient client, Sample stored) {
    return client
        .retrieveMetadata(stored.study(), stored.series(), stored.instance())
        .execute()
        .get(0);
  }

  /** Where Orthanc has the pixel data that its metadata leaves out. */
  private static BulkDataReference pixelData(OrthancServer server, Sample stored) {
    return BulkDataReference.of(
        String.join(
            "/",
            server.dicomWebUrl(),
            "studies",
            stored.study(),
            "series",
            stored.series(),
            "instances",
            stored.instance(),
            "bulk",
            "7fe00010"));
  }

  @Test
  void pixelData_native_isWhatDcmtkExtracts(OrthancServer server) throws Exception {
    Set<PixelSample> samples = EnumSet.copyOf(PixelSample.NATIVE);
    samples.add(PixelSample.DEFLATED);
    try (DicomWebClient client = server.client()) {
      for (PixelSample sample : samples) {
        Sample stored = sample.storeAlone(server, client);
        byte[] value = oracle.items(sample.file()).get(0);
        BulkDataRequest request =
            client.retrieveBulkData(metadata(client, stored).bulkData(Tag.PixelData).orElseThrow());
        try (Parts<BulkDataPart> parts = request.open()) {
          BulkDataPart part = parts.next().orElseThrow();
          assertThat(part.mediaType()).contains(MediaType.OCTET_STREAM);
          assertThat(part.readAllBytes()).as("%s", sample).isEqualTo(value);
          assertThat(parts.next()).isEmpty();
          assertThat(parts.warnings()).isEmpty();
        }
        assertRanges(request, value);
      }
    }
  }

  /** Orthanc sends the whole value, which is said. */
  private static void assertRanges(BulkDataRequest request, byte[] value) {
    int length = value.length;
    assertThat(request.range(3, 12).readAllBytes()).isEqualTo(Arrays.copyOfRange(value, 3, 13));
    assertThat(request.range(length - 2, length + 9).readAllBytes())
        .isEqualTo(Arrays.copyOfRange(value, length - 2, length));
    assertThat(request.rangeFrom(5).readAllBytes()).isEqualTo(Arrays.copyOfRange(value, 5, length));
    assertThat(request.lastBytes(7).readAllBytes())
        .isEqualTo(Arrays.copyOfRange(value, length - 7, length));
    try (Parts<BulkDataPart> parts = request.range(0, 0).open()) {
      assertThat(parts.next().orElseThrow().readAllBytes()).containsExactly(value[0]);
      assertThat(parts.warnings()).map(Warning::text).anyMatch(t -> t.contains("whole value"));
    }
    assertThatExceptionOfType(MalformedResponseException.class)
        .isThrownBy(() -> request.rangeFrom(length).readAllBytes());
  }

  @Test
  void pixelData_encapsulated_isTheFragmentsThatDcmtkExtracts(OrthancServer server)
      throws Exception {
    Set<PixelSample> samples = EnumSet.copyOf(PixelSample.COMPRESSED);
    samples.addAll(PixelSample.JPEG_2000);
    samples.add(PixelSample.JPEG_WITHOUT_OFFSETS);
    try (DicomWebClient client = server.client()) {
      for (PixelSample sample : samples) {
        Sample stored = sample.storeAlone(server, client);
        assertThat(metadata(client, stored).contains(Tag.PixelData)).as("%s", sample).isFalse();
        BulkDataRequest request = client.retrieveBulkData(pixelData(server, stored));
        List<byte[]> items = new ArrayList<>();
        try (Parts<BulkDataPart> parts = request.open()) {
          for (BulkDataPart part : parts) {
            assertThat(part.mediaType()).contains(MediaType.OCTET_STREAM);
            items.add(part.readAllBytes());
          }
          assertThat(parts.ended()).isTrue();
        }
        // The offset table is the first, if only of no bytes.
        assertThat(items).as("%s", sample).containsExactlyElementsOf(oracle.items(sample.file()));
        assertThatExceptionOfType(MalformedResponseException.class)
            .isThrownBy(request::readAllBytes)
            .withMessageContaining("several parts");
      }
    }
  }

  @Test
  void document_ofEitherMaker_isThePdf(OrthancServer server) throws Exception {
    Path pdf = Files.write(directory.resolve("in.pdf").toAbsolutePath(), PDF);
    Path ours = directory.resolve("ours.dcm").toAbsolutePath();
    Files.write(
        ours, Part10Writer.create().toBytes(EncapsulatedPdf.of(pdf).title("Report").toDataset()));
    Path theirs = oracle.converted(pdf, List.of("pdf2dcm", "+t", "Report", "+pn", "Doe^Pdf"));
    assertThat(PDF.length % 2).as("padded").isEqualTo(1);
    try (DicomWebClient client = server.client()) {
      for (Path file : List.of(ours, theirs)) {
        Path extracted = directory.resolve("out.pdf").toAbsolutePath();
        Commands.run(directory, List.of("dcm2pdf", file.toString(), extracted.toString()));
        assertThat(extracted).as("DCMTK on %s", file.getFileName()).hasBinaryContent(PDF);

        client.storeInstances().add(file).execute().orThrow();
        Sample stored = Sample.of(file, Part10HeaderReader.read(file));
        Dataset metadata = metadata(client, stored);
        assertThat(metadata.string(Tag.MIMETypeOfEncapsulatedDocument)).contains("application/pdf");
        int length = metadata.intValue(Tag.EncapsulatedDocumentLength).orElseThrow();
        assertThat(length).isEqualTo(PDF.length);
        BulkDataRequest request =
            client.retrieveBulkData(metadata.bulkData(Tag.EncapsulatedDocument).orElseThrow());
        assertThat(request.readAllBytes()).isEqualTo(Arrays.copyOf(PDF, PDF.length + 1));
        Path saved = directory.resolve("saved.pdf");
        assertThat(request.range(0, length - 1).saveTo(saved)).isEqualTo(length);
        assertThat(saved).hasSameBinaryContentAs(extracted);
        assertRefused(request.accept(MediaType.PDF), 400);
      }
    }
  }

  private static void assertRefused(BulkDataRequest request, int status) {
    assertThatExceptionOfType(HttpStatusException.class)
        .isThrownBy(request::readAllBytes)
        .satisfies(e -> assertThat(e.status()).isEqualTo(status));
  }
}
