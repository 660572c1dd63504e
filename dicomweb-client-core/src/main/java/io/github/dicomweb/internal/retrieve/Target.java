// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.internal.retrieve;

import io.github.dicomweb.internal.http.Exchange;
import io.github.dicomweb.internal.http.Identifiers;
import io.github.dicomweb.internal.http.Service;
import org.jspecify.annotations.Nullable;

/**
 * The study, series or instance that is retrieved.
 *
 * @param study the study
 * @param series the series, or null for the whole study
 * @param instance the instance, or null for the whole series
 */
public record Target(String study, @Nullable String series, @Nullable String instance) {
  /** Checks the identifiers. */
  public Target {
    Identifiers.check("study", study);
    if (series != null) {
      Identifiers.check("series", series);
    }
    if (instance != null) {
      Identifiers.check("instance", instance);
    }
  }

  /** Starts to describe a GET of it. */
  public Exchange.Builder get() {
    Exchange.Builder exchange = Exchange.get(Service.RETRIEVE).path("studies", "study", study);
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
