// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.testkit.behavior;

/**
 * What a server may not have. What is absent is answered with 404, as if it had never been there;
 * only Store and Delete are answered with 405, media types that are absent are not acceptable, and
 * a body that cannot be stored is answered with 415.
 */
public enum Feature {
  /** Search for all series, all instances, and the instances of a study. */
  RELATIONAL_SEARCH,
  /** Search for patients, which is no part of the standard. */
  PATIENTS,
  /** Counts of results, {@code /count}, which are no part of the standard. */
  COUNTS,
  /** Results of searches in XML. */
  SEARCH_XML,
  /** Retrieve of whole studies. */
  STUDY,
  /** Retrieve of whole series. */
  SERIES,
  /** Retrieve of single instances. */
  INSTANCE,
  /** Metadata of whole studies. */
  STUDY_METADATA,
  /** Metadata in XML. */
  METADATA_XML,
  /** What a BulkDataURI leads to. */
  BULK_DATA,
  /** The resources {@code /bulkdata} of studies, series and instances (PS3.18 §10.4.1.5). */
  ALL_BULK_DATA,
  /** The resources {@code /pixeldata} of studies, series and instances (PS3.18 §10.4.1.6). */
  PIXEL_DATA,
  /** Frames. */
  FRAMES,
  /** Rendered studies and series. */
  RENDERED_STUDIES,
  /** Rendered instances and frames. */
  RENDERED,
  /** Thumbnails. */
  THUMBNAIL,
  /** Rendered volumes: {@code /renderedmpr} and {@code /rendered3d}. */
  VOLUMES,
  /** Instances as {@code application/zip}. */
  ZIP,
  /** Store. */
  STORE,
  /** Store of metadata and bulk data, in JSON or XML. */
  STORE_METADATA,
  /** Delete of studies, series and instances, which is no part of the standard. */
  DELETE,
  /** Reject, with a reason, of studies, series and instances, which is no part of it either. */
  REJECT,
  /** The service of the URI, WADO-URI (PS3.18 §9). */
  URI_SERVICE,
  /** The capabilities that OPTIONS gives (PS3.18 §8.9). */
  CAPABILITIES
}
