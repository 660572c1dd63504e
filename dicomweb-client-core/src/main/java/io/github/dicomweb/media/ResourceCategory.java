// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.media;

import io.github.dicomweb.dicom.TransferSyntax;
import java.util.Optional;
import java.util.Set;

/**
 * A kind of resource, by what may be asked of it (PS3.18 §10.4.4, Table 10.4.4-1). Asking for
 * anything else is refused before it is sent.
 */
public enum ResourceCategory {
  /** Studies, series and instances. */
  INSTANCES,
  /** The metadata of instances. */
  METADATA,
  /** Frames. */
  FRAMES,
  /** Bulk data, and the resources {@code /bulkdata} and {@code /pixeldata}. */
  BULK_DATA,
  /** Rendered images, videos and documents. */
  RENDERED,
  /** Thumbnails. */
  THUMBNAIL,
  /** The results of a search. */
  SEARCH;

  private static final Set<MediaType> RENDERED_TYPES =
      Set.of(
          MediaType.JPEG,
          MediaType.GIF,
          MediaType.PNG,
          MediaType.JPEG_2000,
          MediaType.JPH,
          MediaType.JPEG_XL,
          MediaType.MPEG,
          MediaType.MP4,
          MediaType.H265,
          MediaType.HTML,
          MediaType.PLAIN_TEXT,
          MediaType.XML_TEXT,
          MediaType.RTF,
          MediaType.PDF);

  /**
   * Whether a range may be asked for.
   *
   * @param range the range
   * @return nothing if it may, otherwise the reason why not
   */
  public Optional<String> objectionTo(MediaRange range) {
    return switch (this) {
      case INSTANCES -> instances(range);
      case FRAMES, BULK_DATA -> bulk(range);
      case METADATA, SEARCH -> model(range);
      case RENDERED, THUMBNAIL -> rendered(range);
    };
  }

  /**
   * Insists that a range may be asked for.
   *
   * @param range the range
   * @return the range
   * @throws IllegalArgumentException if it may not
   */
  public MediaRange require(MediaRange range) {
    Optional<String> objection = objectionTo(range);
    if (objection.isPresent()) {
      throw new IllegalArgumentException(objection.get());
    }
    return range;
  }

  private static Optional<String> instances(MediaRange range) {
    Optional<MediaType> type = range.mediaType();
    if (type.isPresent() && type.get().equals(MediaType.DICOM)) {
      return Optional.empty();
    }
    return bulk(range);
  }

  private Optional<String> model(MediaRange range) {
    if (range.transferSyntaxParameter().isPresent()) {
      return Optional.of("JSON and XML have no transfer syntax");
    }
    boolean known =
        range
            .mediaType()
            .map(t -> t.equals(MediaType.DICOM_JSON) || t.equals(MediaType.DICOM_XML))
            .orElse(range.equals(MediaRange.ANY));
    return known
        ? Optional.empty()
        : Optional.of("datasets come as application/dicom+json or application/dicom+xml");
  }

  private static Optional<String> bulk(MediaRange range) {
    Optional<MediaType> type = range.mediaType();
    if (type.isEmpty()) {
      return Optional.empty();
    }
    if (type.get().equals(MediaType.DICOM)) {
      return Optional.of("frames and bulk data never come as application/dicom");
    }
    Optional<String> syntax = range.transferSyntaxParameter().filter(s -> !s.equals("*"));
    boolean tabled = !BulkMediaTypes.transferSyntaxesOf(type.get()).isEmpty();
    if (syntax.isEmpty() || !tabled) {
      // Documents come under media types of their own, such as application/pdf.
      return Optional.empty();
    }
    return BulkMediaTypes.carries(type.get(), TransferSyntax.of(syntax.get()))
        ? Optional.empty()
        : Optional.of(type.get() + " cannot carry this transfer syntax");
  }

  private Optional<String> rendered(MediaRange range) {
    if (range.transferSyntaxParameter().isPresent()) {
      return Optional.of("rendered media types have no transfer syntax");
    }
    Optional<MediaType> type = range.mediaType();
    if (type.isPresent() && isDicom(type.get())) {
      return Optional.of(type.get() + " is not a rendered media type");
    }
    if (this == THUMBNAIL && type.isPresent() && !type.get().type().equals("image")) {
      return Optional.of("a thumbnail is an image");
    }
    return Optional.empty();
  }

  private static boolean isDicom(MediaType type) {
    // 3D models have media types of their own, so only what is known to be none is refused.
    return !RENDERED_TYPES.contains(type)
        && (type.name().startsWith("application/dicom")
            || type.equals(MediaType.OCTET_STREAM)
            || type.equals(MediaType.ZIP)
            || !BulkMediaTypes.transferSyntaxesOf(type).isEmpty());
  }
}
