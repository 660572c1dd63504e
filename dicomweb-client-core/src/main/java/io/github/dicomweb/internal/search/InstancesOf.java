// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.internal.search;

import io.github.dicomweb.search.InstanceSearch;

/** A search for instances that the server does in one go. */
class InstancesOf extends RealSearch<InstanceSearch> implements InstanceSearch {
  InstancesOf(SearchResource resource, SearchQuery query) {
    super(resource, query);
  }

  @Override
  InstancesOf with(SearchQuery changed) {
    return new InstancesOf(resource, changed);
  }
}
