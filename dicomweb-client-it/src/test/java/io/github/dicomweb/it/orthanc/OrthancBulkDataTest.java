// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.it.orthanc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.dicomweb.DicomWebClient;
import io.github.dicomweb.dicom.BinaryElement;
import io.github.dicomweb.dicom.BulkDataReference;
import io.github.dicomweb.dicom.Dataset;
import io.github.dicomweb.dicom.Element;
import io.github.dicomweb.dicom.FragmentsElement;
import io.github.dicomweb.dicom.Tag;
import io.github.dicomweb.dicom.TransferSyntax;
import io.github.dicomweb.dicom.part10.Part10HeaderReader;
import io.github.dicomweb.dicom.part10.Part10Reader;
import io.github.dicomweb.error.HttpStatusException;
import io.github.dicomweb.media.BulkMediaTypes;
import io.github.dicomweb.media.MediaType;
import io.github.dicomweb.retrieve.FramePart;
import io.github.dicomweb.retrieve.FrameParts;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Frames and bulk data of real instances, byte by byte. */
@OrthancTest
class OrthancBulkDataTest {
  // 16-bit CT, 1-bit segmentation, 32-bit dose; then RLE, JPEG, JPEG-LS, JPEG 2000.
  private static final List<String> NATIVE =
      List.of("CT_small.dcm", "liver_1frame.dcm", "rtdose.dcm", "SC_rgb_small_odd.dcm");
  private static final List<String> COMPRESSED =
      List.of(
          "MR_small_RLE.dcm",
          "SC_rgb_rle_2frame.dcm",
          "SC_rgb_jpeg_dcmtk.dcm",
          "SC_rgb_jpeg_gdcm.dcm",
          "MR_small_jpeg_ls_lossless.dcm",
          "MR_small_jp2klossless.dcm");

  @TempDir private Path directory;

  /** Stores one file alone: several of them are the same instance in other encodings. */
  private static Sample store(OrthancServer server, DicomWebClient client, String name)
      throws Exception {
    server.rest().clear();
    Path file =
        SampleFiles.files().stream()
            .filter(path -> path.endsWith(name))
            .findFirst()
            .orElseThrow(() -> new NoSuchElementException(name));
    client.storeInstances().add(file).execute().orThrow();
    return Sample.of(file, Part10HeaderReader.read(file));
  }

  private static FrameParts open(DicomWebClient client, Sample sample, int... frames) {
    return client.retrieveFrames(sample.study(), sample.series(), sample.instance(), frames).open();
  }

  /** The frames as the file has them: one fragment for each, or pieces of one value. */
  private static List<byte[]> frames(Sample sample) throws Exception {
    Dataset dataset = Part10Reader.create().read(sample.file()).dataset();
    Element pixels = dataset.element(Tag.PixelData).orElseThrow();
    List<byte[]> frames = new ArrayList<>();
    if (pixels instanceof FragmentsElement fragments) {
      for (int i = 1; i < fragments.count(); i++) {
        frames.add(fragments.fragment(i));
      }
      return frames;
    }
    byte[] all = ((BinaryElement) pixels).toByteArray();
    int count = dataset.intValue(Tag.NumberOfFrames).orElse(1);
    int bits =
        dataset.intValue(Tag.Rows).orElseThrow()
            * dataset.intValue(Tag.Columns).orElseThrow()
            * dataset.intValue(Tag.SamplesPerPixel).orElseThrow()
            * dataset.intValue(Tag.BitsAllocated).orElseThrow();
    for (int i = 0; i < count; i++) {
      frames.add(Arrays.copyOfRange(all, i * bits / 8, (i + 1) * bits / 8));
    }
    return frames;
  }

  @Test
  void frames_asStored_areThoseOfTheFile(OrthancServer server) throws Exception {
    List<String> names = new ArrayList<>(NATIVE);
    names.addAll(COMPRESSED);
    try (DicomWebClient client = server.client()) {
      for (String name : names) {
        Sample sample = store(server, client, name);
        List<byte[]> expected = frames(sample);
        // In the wrong order, to see that it is kept.
        int[] numbers =
            IntStream.rangeClosed(1, expected.size()).map(i -> expected.size() + 1 - i).toArray();
        TransferSyntax syntax = sample.transferSyntax();
        try (FrameParts parts = open(client, sample, numbers)) {
          for (FramePart part : parts) {
            assertThat(part.number()).as(name).isEqualTo(numbers[part.index()]);
            assertThat(part.transferSyntax()).as(name).contains(syntax);
            assertThat(part.mediaType()).as(name).isEqualTo(BulkMediaTypes.mediaTypeOf(syntax));
            assertThat(part.readAllBytes()).as(name).isEqualTo(expected.get(part.number() - 1));
          }
          assertThat(parts.missing()).isEmpty();
          assertThat(parts.warnings()).as(name).isEmpty();
        }
      }
    }
  }

  @Test
  void frames_uncompressed_areWhatTheSameImageWithoutCompressionHas(OrthancServer server)
      throws Exception {
    try (DicomWebClient client = server.client()) {
      byte[] expected = frames(store(server, client, "MR_small.dcm")).get(0);
      for (String name : List.of("MR_small_RLE.dcm", "MR_small_jpeg_ls_lossless.dcm")) {
        Sample sample = store(server, client, name);
        try (FrameParts parts =
            client
                .retrieveFrames(sample.study(), sample.series(), sample.instance(), 1)
                .accept(MediaType.OCTET_STREAM)
                .open()) {
          FramePart part = parts.next().orElseThrow();
          assertThat(part.transferSyntax()).contains(TransferSyntax.of("1.2.840.10008.1.2.1"));
          assertThat(part.readAllBytes()).as(name).isEqualTo(expected);
        }
      }
    }
  }

  @Test
  void frames_thatThereAreNot_areRefusedByOrthanc(OrthancServer server) throws Exception {
    try (DicomWebClient client = server.client()) {
      Sample sample = store(server, client, "CT_small.dcm");
      assertThatExceptionOfType(HttpStatusException.class)
          .isThrownBy(() -> open(client, sample, 1, 2))
          .satisfies(e -> assertThat(e.status()).isEqualTo(400));
    }
  }

  @Test
  void bulkData_ofTheMetadata_isTheValueOfTheFileAndItsRanges(OrthancServer server)
      throws Exception {
    try (DicomWebClient client = server.client()) {
      for (String name : NATIVE) {
        Sample sample = store(server, client, name);
        Dataset file = Part10Reader.create().read(sample.file()).dataset();
        byte[] value = ((BinaryElement) file.element(Tag.PixelData).orElseThrow()).toByteArray();
        BulkDataReference reference =
            client
                .retrieveMetadata(sample.study(), sample.series(), sample.instance())
                .execute()
                .get(0)
                .bulkData(Tag.PixelData)
                .orElseThrow();
        var request = client.retrieveBulkData(reference);
        Path saved = directory.resolve(name);
        assertThat(request.saveTo(saved)).isEqualTo(value.length);
        assertThat(saved).hasBinaryContent(value);
        assertThat(request.range(3, 12).readAllBytes()).isEqualTo(Arrays.copyOfRange(value, 3, 13));
        assertThat(request.rangeFrom(5).readAllBytes())
            .isEqualTo(Arrays.copyOfRange(value, 5, value.length));
        assertThat(request.lastBytes(7).readAllBytes())
            .isEqualTo(Arrays.copyOfRange(value, value.length - 7, value.length));
      }
    }
  }
}
