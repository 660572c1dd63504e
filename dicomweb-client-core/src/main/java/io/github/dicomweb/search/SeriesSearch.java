// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.search;

/**
 * A search for series: {@code /series} or {@code /studies/{study}/series} (PS3.18 §10.6.1.1). Keys
 * of the study level are for the search over all studies.
 */
public interface SeriesSearch
    extends SearchRequest<SeriesSearch>, StudyKeys<SeriesSearch>, SeriesKeys<SeriesSearch> {
  @Override
  default SeriesSearch request() {
    return this;
  }
}
