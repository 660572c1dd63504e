// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.internal.probe;

import io.github.dicomweb.dicom.Dataset;
import io.github.dicomweb.dicom.Tag;
import io.github.dicomweb.internal.http.Exchange;
import io.github.dicomweb.internal.http.Identifiers;
import io.github.dicomweb.internal.http.Service;
import java.util.Optional;
import okhttp3.HttpUrl;

/**
 * One instance that the server has.
 *
 * @param study the study
 * @param series the series
 * @param instance the instance
 * @param found what the search gave
 * @param metadata its metadata; empty if there was none
 * @param metadataUrl where these came from
 */
record Sample(
    String study,
    String series,
    String instance,
    Dataset found,
    Dataset metadata,
    HttpUrl metadataUrl) {

  // A UID has 64 characters at most; what servers make up themselves is not much longer.
  private static final int LONGEST = 128;

  /** An identifier that a server gave, if it can stand in a path. */
  static Optional<String> identifier(Dataset result, int tag) {
    Optional<String> identifier = result.string(tag).filter(text -> text.length() <= LONGEST);
    try {
      identifier.ifPresent(value -> Identifiers.check("result", value));
      return identifier;
    } catch (IllegalArgumentException e) {
      // Not ours to send on: to the steps that follow it is as if there were none.
      return Optional.empty();
    }
  }

  Exchange.Builder get() {
    return getInstance(study, series, instance);
  }

  static Exchange.Builder getStudy(Service service, String study) {
    return Exchange.get(service).path("studies", "study", study);
  }

  static Exchange.Builder getSeries(Service service, String study, String series) {
    return getStudy(service, study).path("series", "series", series);
  }

  static Exchange.Builder getInstance(String study, String series, String instance) {
    return getSeries(Service.RETRIEVE, study, series).path("instances", "instance", instance);
  }

  /** Whether it has a picture. */
  boolean hasPixels() {
    return metadata.contains(Tag.Rows);
  }

  @Override
  public String toString() {
    return "Sample";
  }
}
