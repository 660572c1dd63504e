// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.it.orthanc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.dicomweb.DicomWebClient;
import io.github.dicomweb.dicom.TransferSyntax;
import io.github.dicomweb.error.HttpStatusException;
import io.github.dicomweb.error.Warning;
import io.github.dicomweb.media.BulkMediaTypes;
import io.github.dicomweb.media.BulkMediaTypes.Loss;
import io.github.dicomweb.media.MediaRange;
import io.github.dicomweb.media.MediaType;
import io.github.dicomweb.retrieve.FramePart;
import io.github.dicomweb.retrieve.FrameParts;
import io.github.dicomweb.retrieve.FramesRequest;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Frames of real images, byte by byte, compared with what DCMTK and GDCM find in the files. */
@OrthancTest
class OrthancPixelFramesTest {
  private static final TransferSyntax UNCOMPRESSED = TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN;

  private static final byte MARKER = (byte) 0xFF;
  private static final byte END = (byte) 0xD9;

  @TempDir private Path directory;
  private PixelOracle oracle;

  @BeforeEach
  void findOracle() {
    oracle = new PixelOracle(directory);
  }

  /** All frames, the last one first, to see that the order is kept. */
  private static FramesRequest frames(DicomWebClient client, Sample stored, PixelSample sample) {
    int[] numbers = IntStream.range(0, sample.frames()).map(i -> sample.frames() - i).toArray();
    return client.retrieveFrames(stored.study(), stored.series(), stored.instance(), numbers);
  }

  private static void assertFrames(
      FramesRequest request,
      PixelSample sample,
      MediaType mediaType,
      TransferSyntax syntax,
      List<byte[]> expected) {
    int count = 0;
    try (FrameParts parts = request.open()) {
      for (FramePart part : parts) {
        String name = sample + ", frame " + part.number();
        assertThat(part.number()).as(name).isEqualTo(sample.frames() - count);
        assertThat(part.mediaType()).as(name).contains(mediaType);
        assertThat(part.transferSyntax()).as(name).contains(syntax);
        assertThat(part.readAllBytes()).as(name).isEqualTo(expected.get(part.number() - 1));
        count++;
      }
      assertThat(parts.ended()).isTrue();
      assertThat(parts.missing()).isEmpty();
      assertThat(parts.warnings()).as("%s", sample).isEmpty();
    }
    assertThat(count).as("%s", sample).isEqualTo(sample.frames());
  }

  private static void assertRefused(FramesRequest request, int status) {
    assertThatExceptionOfType(HttpStatusException.class)
        .isThrownBy(request::open)
        .satisfies(e -> assertThat(e.status()).isEqualTo(status));
  }

  @Test
  void frames_asStored_areWhatDcmtkAndGdcmExtract(OrthancServer server) throws Exception {
    Set<PixelSample> samples = EnumSet.copyOf(PixelSample.NATIVE);
    samples.addAll(PixelSample.COMPRESSED);
    samples.addAll(PixelSample.JPEG_2000);
    try (DicomWebClient client = server.client()) {
      for (PixelSample sample : samples) {
        Sample stored = sample.storeAlone(server, client);
        List<byte[]> items = oracle.items(sample.file());
        boolean encapsulated = sample.transferSyntax().isEncapsulated();
        assertThat(PixelOracle.concatenated(encapsulated ? items.subList(1, items.size()) : items))
            .as("DCMTK and GDCM on %s", sample)
            .isEqualTo(oracle.allOfGdcm(sample.file()));
        assertFrames(
            frames(client, stored, sample),
            sample,
            sample.mediaType(),
            sample.transferSyntax(),
            oracle.storedFrames(sample));
      }
    }
  }

  @Test
  void frames_uncompressed_areWhatDcmtkAndGdcmDecompress(OrthancServer server) throws Exception {
    Set<PixelSample> samples = EnumSet.copyOf(PixelSample.NATIVE);
    samples.addAll(PixelSample.NATIVE_OTHERWISE);
    samples.addAll(PixelSample.COMPRESSED);
    try (DicomWebClient client = server.client()) {
      for (PixelSample sample : samples) {
        Sample stored = sample.storeAlone(server, client);
        List<byte[]> expected = oracle.uncompressedFrames(sample);
        if (sample.transferSyntax().isEncapsulated()
            && BulkMediaTypes.lossOf(sample.transferSyntax()) == Loss.LOSSLESS) {
          assertThat(PixelOracle.concatenated(expected))
              .as("DCMTK and GDCM on %s", sample)
              .isEqualTo(PixelOracle.concatenated(oracle.uncompressedFramesOfGdcm(sample)));
        }
        assertFrames(
            frames(client, stored, sample).accept(MediaType.OCTET_STREAM),
            sample,
            MediaType.OCTET_STREAM,
            UNCOMPRESSED,
            expected);
      }
    }
  }

  /** Orthanc cannot tell the fragments of the frames apart, but it can decompress them. */
  @Test
  void frames_inFragmentsWithoutOffsets_comeDecompressedAndSaySo(OrthancServer server)
      throws Exception {
    PixelSample sample = PixelSample.JPEG_WITHOUT_OFFSETS;
    try (DicomWebClient client = server.client()) {
      Sample stored = sample.storeAlone(server, client);
      List<byte[]> expected = oracle.uncompressedFrames(sample);
      int count = 0;
      try (FrameParts parts = frames(client, stored, sample).open()) {
        assertThat(parts.warnings()).map(Warning::text).anyMatch(t -> t.contains("refused"));
        for (FramePart part : parts) {
          assertThat(part.transferSyntax()).contains(UNCOMPRESSED);
          assertThat(part.readAllBytes()).isEqualTo(expected.get(part.number() - 1));
          count++;
        }
      }
      assertThat(count).isEqualTo(sample.frames());
      // That one image cannot be had as it is stored says nothing of the next one.
      PixelSample next = PixelSample.JPEG_2000_MR;
      assertFrames(
          frames(client, next.storeAlone(server, client), next),
          next,
          next.mediaType(),
          next.transferSyntax(),
          oracle.storedFrames(next));
    }
  }

  @Test
  void frames_thatOrthancCannotMake_areRefusedWithItsStatus(OrthancServer server) throws Exception {
    try (DicomWebClient client = server.client()) {
      for (PixelSample sample : PixelSample.JPEG_2000) {
        Sample stored = sample.storeAlone(server, client);
        assertRefused(frames(client, stored, sample).accept(MediaType.OCTET_STREAM), 500);
      }
      for (PixelSample sample : PixelSample.NATIVE_OTHERWISE) {
        assertRefused(frames(client, sample.storeAlone(server, client), sample), 500);
      }
      assertRefused(
          frames(client, PixelSample.YBR_422.storeAlone(server, client), PixelSample.YBR_422), 400);
    }
  }

  @Test
  void frames_inAnotherMediaType_areWhatDcmtkEncodes(OrthancServer server) throws Exception {
    try (DicomWebClient client = server.client()) {
      for (PixelSample sample :
          List.of(PixelSample.CT, PixelSample.CT_LARGE, PixelSample.MR_MULTI_FRAME)) {
        Sample stored = sample.storeAlone(server, client);
        assertFrames(
            frames(client, stored, sample).accept(MediaType.JPEG),
            sample,
            MediaType.JPEG,
            TransferSyntax.JPEG_LOSSLESS_SV1,
            fragments(sample, "dcmcjpeg", "+e1"));
        List<byte[]> expected = fragments(sample, "dcmcjpls");
        try (FrameParts parts = frames(client, stored, sample).accept(MediaType.JPEG_LS).open()) {
          for (FramePart part : parts) {
            assertThat(part.mediaType()).contains(MediaType.JPEG_LS);
            assertThat(part.transferSyntax()).contains(TransferSyntax.JPEG_LS_LOSSLESS);
            assertThat(unpadded(part.readAllBytes()))
                .as("%s, frame %d", sample, part.number())
                .isEqualTo(unpadded(expected.get(part.number() - 1)));
          }
          assertThat(parts.missing()).isEmpty();
        }
      }
    }
  }

  private List<byte[]> fragments(PixelSample sample, String... command) throws Exception {
    List<byte[]> items = oracle.items(oracle.converted(sample.file(), List.of(command)));
    return items.subList(1, items.size());
  }

  /** Of odd codestreams Orthanc has any byte after the end, and dcmcjpls a fill byte before it. */
  private static byte[] unpadded(byte[] codestream) {
    int end = codestream.length - 1;
    if (codestream[end] != END || codestream[end - 1] != MARKER) {
      end--;
    }
    assertThat(codestream[end]).isEqualTo(END);
    while (codestream[end - 1] == MARKER) {
      end--;
    }
    return Arrays.copyOf(codestream, end);
  }

  /**
   * The loss is that of JPEG at the quality that Orthanc chooses; the decoder is that of the JDK.
   */
  @Test
  void frames_inJpegBaseline_areNearTheOriginal(OrthancServer server) throws Exception {
    PixelSample sample = PixelSample.MR_MULTI_FRAME;
    MediaRange baseline =
        MediaRange.of(MediaType.JPEG).transferSyntax(TransferSyntax.JPEG_BASELINE);
    try (DicomWebClient client = server.client()) {
      Sample stored = sample.storeAlone(server, client);
      List<byte[]> expected = oracle.storedFrames(sample);
      int count = 0;
      try (FrameParts parts = frames(client, stored, sample).accept(baseline).open()) {
        for (FramePart part : parts) {
          assertThat(part.mediaType()).contains(MediaType.JPEG);
          assertThat(part.transferSyntax()).contains(TransferSyntax.JPEG_BASELINE);
          Picture picture = Picture.of(part.readAllBytes());
          Picture original = Picture.ofGrey(256, 256, expected.get(part.number() - 1));
          assertThat(picture.meanDifference(original)).as("frame %d", part.number()).isLessThan(2);
          count++;
        }
      }
      assertThat(count).isEqualTo(sample.frames());
      assertRefused(
          frames(client, PixelSample.CT.storeAlone(server, client), PixelSample.CT)
              .accept(baseline),
          500);
    }
  }

  @Test
  void frames_inTheirOwnMediaType_areAsStored(OrthancServer server) throws Exception {
    try (DicomWebClient client = server.client()) {
      for (PixelSample sample :
          List.of(
              PixelSample.PALETTE_ULTRASOUND,
              PixelSample.JPEG_LOSSLESS_CT,
              PixelSample.JPEG_LS,
              PixelSample.RLE_CT)) {
        assertFrames(
            frames(client, sample.storeAlone(server, client), sample).accept(sample.mediaType()),
            sample,
            sample.mediaType(),
            sample.transferSyntax(),
            oracle.storedFrames(sample));
      }
    }
  }

  @Test
  void frames_inMediaTypesThatOrthancCannotEncode_areRefused(OrthancServer server)
      throws Exception {
    try (DicomWebClient client = server.client()) {
      Sample ct = PixelSample.CT.storeAlone(server, client);
      assertRefused(frames(client, ct, PixelSample.CT).accept(MediaType.RLE), 500);
      assertRefused(frames(client, ct, PixelSample.CT).accept(MediaType.JPEG_2000), 500);
      PixelSample bits = PixelSample.SEGMENTATION_1_BIT;
      Sample segmentation = bits.storeAlone(server, client);
      assertRefused(frames(client, segmentation, bits).accept(MediaType.JPEG), 500);
      FramesRequest request = frames(client, segmentation, bits);
      assertRefused(request.accept(MediaType.PNG), 400);
      // No server can make that of it, so it is not sent.
      MediaRange impossible =
          MediaRange.of(MediaType.JPEG).transferSyntax(TransferSyntax.RLE_LOSSLESS);
      assertThatIllegalArgumentException().isThrownBy(() -> request.accept(impossible));
    }
  }
}
