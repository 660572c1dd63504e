// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.testkit.behavior;

/**
 * What metadata holds (PS3.18 §10.4.1.1.2). Immutable; each {@code with} method gives a changed
 * copy.
 *
 * @param bulkData what becomes of values that are large or binary
 * @param pixelData what leads to pixel data
 * @param uris the form of BulkDataURI
 * @param entityTags whether there is an ETag, and 304 for If-None-Match
 */
public record MetadataBehavior(
    BulkData bulkData, PixelData pixelData, UriForm uris, EntityTags entityTags) {

  /** What becomes of bulk data in metadata. */
  public enum BulkData {
    /** A BulkDataURI leads to it. */
    REFERENCED,
    /** Elements of VR OB, OD, OF, OL, OV, OW and UN are left out. */
    STRIPPED
  }

  /** What leads to pixel data. */
  public enum PixelData {
    /** A BulkDataURI of its own. */
    LIKE_OTHERS,
    /** The URL of the instance, which gives bulk data when its media type is asked for. */
    INSTANCE_URL,
    /** Nothing: the element is left out. */
    ABSENT
  }

  /** The form of BulkDataURI. */
  public enum UriForm {
    /** A URL. */
    ABSOLUTE,
    /** A path from the root of the server. */
    ABSOLUTE_PATH,
    /** Relative to the URL of the request for metadata, as PS3.18 §F.2.6 says. */
    TO_REQUEST,
    /** Relative to the URL of the study with a slash behind it. */
    TO_STUDY,
    /** Relative to the URL of the series with a slash behind it. */
    TO_SERIES,
    /** Relative to the URL of the instance with a slash behind it. */
    TO_INSTANCE
  }

  /** Whether metadata has entity tags. */
  public enum EntityTags {
    /** It has, and If-None-Match is answered with 304. */
    PRESENT,
    /** It has not, and If-None-Match is not read. */
    ABSENT
  }

  static MetadataBehavior standard() {
    return new MetadataBehavior(
        BulkData.REFERENCED, PixelData.LIKE_OTHERS, UriForm.ABSOLUTE, EntityTags.PRESENT);
  }

  /**
   * Changes {@link #bulkData()}.
   *
   * @param value what becomes of values that are large or binary
   * @return a changed copy
   */
  public MetadataBehavior withBulkData(BulkData value) {
    return new MetadataBehavior(value, pixelData, uris, entityTags);
  }

  /**
   * Changes {@link #pixelData()}.
   *
   * @param value what leads to pixel data
   * @return a changed copy
   */
  public MetadataBehavior withPixelData(PixelData value) {
    return new MetadataBehavior(bulkData, value, uris, entityTags);
  }

  /**
   * Changes {@link #uris()}.
   *
   * @param value the form of BulkDataURI
   * @return a changed copy
   */
  public MetadataBehavior withUris(UriForm value) {
    return new MetadataBehavior(bulkData, pixelData, value, entityTags);
  }

  /**
   * Changes {@link #entityTags()}.
   *
   * @param value whether there is an ETag, and 304 for If-None-Match
   * @return a changed copy
   */
  public MetadataBehavior withEntityTags(EntityTags value) {
    return new MetadataBehavior(bulkData, pixelData, uris, value);
  }
}
