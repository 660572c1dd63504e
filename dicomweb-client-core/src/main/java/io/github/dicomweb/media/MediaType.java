// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.media;

import java.util.Locale;

/**
 * A media type without parameters. An open type: those that the standard uses are constants, and
 * any other passes through. Equal by name; immutable.
 */
public final class MediaType {
  private static final String TOKEN = "[a-z0-9!#$&^_.+-]+";

  /** DICOM files (PS3.10). */
  public static final MediaType DICOM = new MediaType("application/dicom");

  /** The DICOM JSON model (PS3.18 Annex F). */
  public static final MediaType DICOM_JSON = new MediaType("application/dicom+json");

  /** The native DICOM model in XML (PS3.19 §A.1). */
  public static final MediaType DICOM_XML = new MediaType("application/dicom+xml");

  /** Bytes: uncompressed bulk data in little endian byte order. */
  public static final MediaType OCTET_STREAM = new MediaType("application/octet-stream");

  /** JPEG: baseline, extended and lossless. */
  public static final MediaType JPEG = new MediaType("image/jpeg");

  /** JPEG-LS. */
  public static final MediaType JPEG_LS = new MediaType("image/jls");

  /** JPEG 2000; as bulk data a bare codestream. */
  public static final MediaType JPEG_2000 = new MediaType("image/jp2");

  /** JPEG 2000 part 2; as bulk data a bare codestream. */
  public static final MediaType JPEG_2000_PART_2 = new MediaType("image/jpx");

  /** High-throughput JPEG 2000, as a codestream. */
  public static final MediaType HTJ2K = new MediaType("image/jphc");

  /** High-throughput JPEG 2000 in its file format: rendered images only. */
  public static final MediaType JPH = new MediaType("image/jph");

  /** JPEG XL. */
  public static final MediaType JPEG_XL = new MediaType("image/jxl");

  /** DICOM's run length encoding. */
  public static final MediaType RLE = new MediaType("image/dicom-rle");

  /** A deflated image frame. */
  public static final MediaType DEFLATE = new MediaType("application/x-deflate");

  /** PNG: rendered images only. */
  public static final MediaType PNG = new MediaType("image/png");

  /** GIF: rendered images only. */
  public static final MediaType GIF = new MediaType("image/gif");

  /** MPEG-2. */
  public static final MediaType MPEG = new MediaType("video/mpeg");

  /** MPEG-4. */
  public static final MediaType MP4 = new MediaType("video/mp4");

  /** HEVC. */
  public static final MediaType H265 = new MediaType("video/h265");

  /** HTML. */
  public static final MediaType HTML = new MediaType("text/html");

  /** Plain text. */
  public static final MediaType PLAIN_TEXT = new MediaType("text/plain");

  /** XML for people. */
  public static final MediaType XML_TEXT = new MediaType("text/xml");

  /** Rich text. */
  public static final MediaType RTF = new MediaType("text/rtf");

  /** PDF. */
  public static final MediaType PDF = new MediaType("application/pdf");

  /** A zip archive. */
  public static final MediaType ZIP = new MediaType("application/zip");

  private final String name;

  private MediaType(String name) {
    this.name = name;
  }

  /**
   * The media type of a name.
   *
   * @param name such as {@code image/jpeg}, in any case, without parameters
   * @return the media type
   * @throws IllegalArgumentException if it is not a type and a subtype
   */
  public static MediaType of(String name) {
    String lower = name.strip().toLowerCase(Locale.ROOT);
    if (!lower.matches(TOKEN + "/" + TOKEN)) {
      throw new IllegalArgumentException(
          "a media type is a type and a subtype without wildcards and parameters");
    }
    return new MediaType(lower);
  }

  /**
   * Type and subtype.
   *
   * @return such as {@code image/jpeg}, in lower case
   */
  public String name() {
    return name;
  }

  /**
   * The type without the subtype.
   *
   * @return such as {@code image}
   */
  public String type() {
    return name.substring(0, name.indexOf('/'));
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof MediaType type && type.name.equals(name);
  }

  @Override
  public int hashCode() {
    return name.hashCode();
  }

  @Override
  public String toString() {
    return name;
  }
}
