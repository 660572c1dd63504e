// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.internal.delete;

import io.github.dicomweb.internal.http.Exchange;
import io.github.dicomweb.internal.http.Identifiers;
import org.jspecify.annotations.Nullable;

/**
 * The study, series or instance that is deleted or rejected.
 *
 * @param study the study
 * @param series the series, or null for the whole study
 * @param instance the instance, or null for the whole series
 */
record Level(String study, @Nullable String series, @Nullable String instance) {
  /** Checks the identifiers. */
  Level {
    Identifiers.check("study", study);
    if (series != null) {
      Identifiers.check("series", series);
    }
    if (instance != null) {
      Identifiers.check("instance", instance);
    }
  }

  Exchange.Builder appendTo(Exchange.Builder exchange) {
    exchange.path("studies", "study", study);
    if (series != null) {
      exchange.path("series", "series", series);
    }
    if (instance != null) {
      exchange.path("instances", "instance", instance);
    }
    return exchange;
  }

  /** The level, without identifiers. */
  @Override
  public String toString() {
    return instance != null ? "instance" : series != null ? "series" : "study";
  }
}
