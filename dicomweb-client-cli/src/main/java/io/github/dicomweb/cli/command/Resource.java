// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.cli.command;

import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Parameters;

/** A study, a series of it, or an instance of that. */
final class Resource {
  @Parameters(index = "0", paramLabel = "STUDY", description = "Study Instance UID.")
  String study = "";

  @Nullable
  @Parameters(
      index = "1",
      arity = "0..1",
      paramLabel = "SERIES",
      description = "Series Instance UID.")
  String series;

  @Nullable
  @Parameters(
      index = "2",
      arity = "0..1",
      paramLabel = "INSTANCE",
      description = "SOP Instance UID.")
  String instance;

  /** A request of three identifiers. */
  @FunctionalInterface
  interface OfInstance<R> {
    R of(String study, String series, String instance);
  }

  <R> R request(
      Function<String, R> ofStudy, BiFunction<String, String, R> ofSeries, OfInstance<R> of) {
    String theSeries = series;
    String theInstance = instance;
    if (theSeries == null) {
      return ofStudy.apply(study);
    }
    return theInstance == null
        ? ofSeries.apply(study, theSeries)
        : of.of(study, theSeries, theInstance);
  }

  boolean isInstance() {
    return instance != null;
  }
}
