// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.profile;

/**
 * Something that a server offers or does not. What a profile does not have is refused before
 * anything is sent, with an {@link UnsupportedOperationException}, or done another way.
 */
public enum Feature {
  /** Retrieving the instances of a whole study. Otherwise they are retrieved one by one. */
  STUDY_RETRIEVAL,
  /** Retrieving the instances of a whole series. Otherwise they are retrieved one by one. */
  SERIES_RETRIEVAL,
  /**
   * Retrieving single instances. Otherwise there are no files to be had, unless as whole studies or
   * series.
   */
  INSTANCE_RETRIEVAL,
  /** Retrieving the metadata of a whole study. Otherwise it is retrieved series by series. */
  STUDY_METADATA,
  /**
   * Searching for series or instances of all studies, and for the instances of a study. Otherwise
   * the instances of a study are searched series by series; searches of all studies are refused,
   * since they would have to walk through the whole archive.
   */
  RELATIONAL_SEARCH,
  /** The wildcards {@code *} and {@code ?} in values that are matched. */
  WILDCARDS,
  /** Fuzzy matching of person names. */
  FUZZY_MATCHING,
  /** {@code includefield}. */
  INCLUDE_FIELD,
  /** Retrieving frames. */
  FRAMES,
  /** Rendered studies and series. */
  RENDERED_COLLECTIONS,
  /** Rendered instances and frames. */
  RENDERED,
  /** Thumbnails. */
  THUMBNAIL,
  /** Retrieving by BulkDataURI. */
  BULK_DATA,
  /** The resources {@code /bulkdata} and {@code /pixeldata}. */
  BULK_DATA_RESOURCES,
  /** {@code application/zip}. */
  ZIP,
  /** {@code /renderedmpr} and {@code /rendered3d}. */
  VOLUMES,
  /** Storing. */
  STORE,
  /** Storing metadata and bulk data instead of files. */
  STORE_METADATA,
  /** WADO-URI. */
  WADO_URI,
  /** Deleting studies, series and instances: no part of the standard. */
  DELETE,
  /** Rejecting studies, series and instances, as dcm4chee does: no part of the standard. */
  REJECT,
  /** Searching for patients: no part of the standard. */
  PATIENTS,
  /** Counting results: no part of the standard. */
  COUNT
}
