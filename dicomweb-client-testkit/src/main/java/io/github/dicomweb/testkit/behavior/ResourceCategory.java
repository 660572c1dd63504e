// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.testkit.behavior;

/** The categories of resources that have media types of their own (PS3.18 §10.4.4). */
public enum ResourceCategory {
  /** Results of searches. */
  SEARCH,
  /** Studies, series and instances as files. */
  INSTANCES,
  /** Metadata of studies, series and instances. */
  METADATA,
  /** Bulk data and pixel data. */
  BULK_DATA,
  /** Frames. */
  FRAMES,
  /** Rendered images, at every level, and of volumes. */
  RENDERED,
  /** Thumbnails, at every level. */
  THUMBNAIL,
  /** Answers to store. */
  STORE,
  /** The service of the URI, WADO-URI (§9). */
  URI,
  /** All else. */
  OTHER
}
