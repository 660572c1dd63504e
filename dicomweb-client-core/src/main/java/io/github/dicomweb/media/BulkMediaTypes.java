// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.media;

import static java.util.Map.entry;

import io.github.dicomweb.dicom.TransferSyntax;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Which media type carries which transfer syntax, as frames, pixel data and other bulk data (PS3.18
 * §8.7.3.3, Table 8.7.3-2 and those after it), and what that does to the pixels.
 */
public final class BulkMediaTypes {

  /** What a transfer syntax does to pixels. */
  public enum Loss {
    /** The pixels come back as they were. */
    LOSSLESS,
    /** The pixels come back changed. */
    LOSSY,
    /** The transfer syntax allows both; only the codestream tells. */
    EITHER,
    /** Not known here. */
    UNKNOWN
  }

  private static final String ROOT = "1.2.840.10008.1.2";

  // The first of each list is the default of the media type.
  private static final Map<MediaType, List<TransferSyntax>> SYNTAXES =
      table(
          entry(MediaType.OCTET_STREAM, ".1 .1.98"),
          entry(MediaType.JPEG, ".4.70 .4.50 .4.51 .4.57"),
          entry(MediaType.JPEG_LS, ".4.80 .4.81"),
          entry(MediaType.JPEG_2000, ".4.90 .4.91"),
          entry(MediaType.JPEG_2000_PART_2, ".4.92 .4.93"),
          entry(MediaType.HTJ2K, ".4.201 .4.202 .4.203"),
          entry(MediaType.JPEG_XL, ".4.110 .4.111 .4.112"),
          entry(MediaType.RLE, ".5"),
          entry(MediaType.DEFLATE, ".8.1"),
          entry(MediaType.MPEG, ".4.101 .4.100 .4.100.1 .4.101.1"),
          entry(
              MediaType.MP4,
              ".4.102 .4.102.1 .4.103 .4.103.1 .4.104 .4.104.1 .4.105 .4.105.1 .4.106 .4.106.1"),
          entry(MediaType.H265, ".4.107 .4.108"));

  private static final Map<TransferSyntax, MediaType> TYPES = inverse();

  private static final Map<String, Loss> LOSSES = losses();

  // Names from drafts and from the editions of 2013 to 2015, and slips that servers make.
  private static final Map<String, MediaType> LEGACY =
      Map.ofEntries(
          entry("image/x-dicom-rle", MediaType.RLE),
          entry("image/dicom+rle", MediaType.RLE),
          entry("image/rle", MediaType.RLE),
          entry("image/x-jls", MediaType.JPEG_LS),
          entry("image/dicom+jls", MediaType.JPEG_LS),
          entry("image/jpll", MediaType.JPEG),
          entry("image/jpg", MediaType.JPEG),
          entry("image/dicom+jpeg", MediaType.JPEG),
          entry("image/dicom+jp2", MediaType.JPEG_2000),
          entry("image/j2k", MediaType.JPEG_2000),
          entry("image/dicom+jpx", MediaType.JPEG_2000_PART_2),
          entry("video/mpeg2", MediaType.MPEG));

  private BulkMediaTypes() {}

  @SafeVarargs
  private static Map<MediaType, List<TransferSyntax>> table(Map.Entry<MediaType, String>... rows) {
    Map<MediaType, List<TransferSyntax>> table = new LinkedHashMap<>();
    for (Map.Entry<MediaType, String> row : rows) {
      table.put(
          row.getKey(),
          List.of(row.getValue().split(" ")).stream()
              .map(suffix -> TransferSyntax.of(ROOT + suffix))
              .toList());
    }
    return table;
  }

  private static Map<TransferSyntax, MediaType> inverse() {
    Map<TransferSyntax, MediaType> types = new HashMap<>();
    SYNTAXES.forEach((type, syntaxes) -> syntaxes.forEach(s -> types.put(s, type)));
    // Their frames are uncompressed, and sent in little endian byte order whatever the file has.
    for (String suffix : new String[] {"", ".2", ".1.99"}) {
      types.put(TransferSyntax.of(ROOT + suffix), MediaType.OCTET_STREAM);
    }
    return types;
  }

  private static Map<String, Loss> losses() {
    Map<String, Loss> losses = new HashMap<>();
    String lossless =
        " .1 .1.98 .1.99 .2 .4.57 .4.58 .4.65 .4.66 .4.70 .4.80 .4.90 .4.92 .4.110 .4.201 .4.202"
            + " .5 .8.1";
    String lossy =
        ".4.50 .4.51 .4.52 .4.53 .4.54 .4.55 .4.56 .4.59 .4.60 .4.61 .4.62 .4.63 .4.64 .4.100"
            + " .4.100.1 .4.101 .4.101.1 .4.102 .4.102.1 .4.103 .4.103.1 .4.104 .4.104.1 .4.105"
            + " .4.105.1 .4.106 .4.106.1 .4.107 .4.108 .4.111";
    put(losses, lossless, Loss.LOSSLESS);
    put(losses, lossy, Loss.LOSSY);
    put(losses, ".4.81 .4.91 .4.93 .4.112 .4.203", Loss.EITHER);
    return Map.copyOf(losses);
  }

  private static void put(Map<String, Loss> losses, String suffixes, Loss loss) {
    for (String suffix : suffixes.split(" ")) {
      losses.put(ROOT + suffix, loss);
    }
  }

  /**
   * All rows of the table.
   *
   * @return media types in the order of the standard, each with its transfer syntaxes, the default
   *     first
   */
  public static Map<MediaType, List<TransferSyntax>> all() {
    return java.util.Collections.unmodifiableMap(SYNTAXES);
  }

  /**
   * The media type in which a frame of a transfer syntax is sent as it is.
   *
   * @param transferSyntax the transfer syntax of the instance
   * @return the media type; {@code application/octet-stream} for all uncompressed ones; nothing for
   *     one that the standard has no media type for
   */
  public static Optional<MediaType> mediaTypeOf(TransferSyntax transferSyntax) {
    return Optional.ofNullable(TYPES.get(transferSyntax));
  }

  /**
   * The transfer syntaxes that a media type may carry.
   *
   * @param type a media type, a legacy name included
   * @return transfer syntaxes, the default first; none for a type that is no bulk media type
   */
  public static List<TransferSyntax> transferSyntaxesOf(MediaType type) {
    return SYNTAXES.getOrDefault(canonical(type), List.of());
  }

  /**
   * The transfer syntax of a media type that names none (PS3.18 §8.7.3.4).
   *
   * @param type a media type, a legacy name included
   * @return the default, if it is a bulk media type
   */
  public static Optional<TransferSyntax> defaultTransferSyntaxOf(MediaType type) {
    return transferSyntaxesOf(type).stream().findFirst();
  }

  /**
   * Whether a media type may carry a transfer syntax.
   *
   * @param type the media type, a legacy name included
   * @param transferSyntax the transfer syntax
   * @return true if the table has it
   */
  public static boolean carries(MediaType type, TransferSyntax transferSyntax) {
    return transferSyntaxesOf(type).contains(transferSyntax);
  }

  /**
   * What a transfer syntax does to the pixels.
   *
   * @param transferSyntax the transfer syntax
   * @return what is known of it
   */
  public static Loss lossOf(TransferSyntax transferSyntax) {
    return LOSSES.getOrDefault(transferSyntax.uid(), Loss.UNKNOWN);
  }

  /**
   * What a legacy name means today, such as {@code image/x-dicom-rle}.
   *
   * @param type any media type
   * @return the name of the present standard, or the type itself
   */
  public static MediaType canonical(MediaType type) {
    return LEGACY.getOrDefault(type.name(), type);
  }

  /**
   * Whether a name is one that the present standard does not know any more.
   *
   * @param type any media type
   * @return true for a legacy name
   */
  public static boolean isLegacy(MediaType type) {
    return LEGACY.containsKey(type.name());
  }
}
