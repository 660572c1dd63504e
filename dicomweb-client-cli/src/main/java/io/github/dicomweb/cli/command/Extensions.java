// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.cli.command;

import io.github.dicomweb.media.MediaType;
import java.util.Map;
import java.util.Optional;

/** The ends of file names that media types have. */
final class Extensions {
  private static final Map<MediaType, String> KNOWN =
      Map.ofEntries(
          Map.entry(MediaType.JPEG, "jpg"),
          Map.entry(MediaType.JPEG_LS, "jls"),
          Map.entry(MediaType.JPEG_2000, "jp2"),
          Map.entry(MediaType.JPEG_2000_PART_2, "jpx"),
          Map.entry(MediaType.HTJ2K, "jphc"),
          Map.entry(MediaType.JPH, "jph"),
          Map.entry(MediaType.JPEG_XL, "jxl"),
          Map.entry(MediaType.RLE, "rle"),
          Map.entry(MediaType.PNG, "png"),
          Map.entry(MediaType.GIF, "gif"),
          Map.entry(MediaType.MPEG, "mpeg"),
          Map.entry(MediaType.MP4, "mp4"),
          Map.entry(MediaType.H265, "h265"),
          Map.entry(MediaType.PDF, "pdf"),
          Map.entry(MediaType.DICOM, "dcm"));

  private Extensions() {}

  static String of(Optional<MediaType> type) {
    return type.map(known -> KNOWN.getOrDefault(known, "bin")).orElse("bin");
  }
}
