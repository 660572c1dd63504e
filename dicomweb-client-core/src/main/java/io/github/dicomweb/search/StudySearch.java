// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.search;

/** A search for studies: {@code /studies} (PS3.18 §10.6.1.1). */
public interface StudySearch extends SearchRequest<StudySearch>, StudyKeys<StudySearch> {
  @Override
  default StudySearch request() {
    return this;
  }
}
