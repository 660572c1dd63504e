// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.search;

/**
 * A search for instances: {@code /instances}, {@code /studies/{study}/instances} or {@code
 * /studies/{study}/series/{series}/instances} (PS3.18 §10.6.1.1). Keys of the levels above are for
 * the searches across them.
 */
public interface InstanceSearch
    extends SearchRequest<InstanceSearch>,
        StudyKeys<InstanceSearch>,
        SeriesKeys<InstanceSearch>,
        InstanceKeys<InstanceSearch> {
  @Override
  default InstanceSearch request() {
    return this;
  }
}
