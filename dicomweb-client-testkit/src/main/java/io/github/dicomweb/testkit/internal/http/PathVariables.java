// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.testkit.internal.http;

import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** The identifiers in the path of a request. */
public record PathVariables(Map<String, String> values) {
  public static final String STUDY = "study";
  public static final String SERIES = "series";
  public static final String INSTANCE = "instance";

  public Optional<String> study() {
    return Optional.ofNullable(values.get(STUDY));
  }

  public Optional<String> series() {
    return Optional.ofNullable(values.get(SERIES));
  }

  public Optional<String> instance() {
    return Optional.ofNullable(values.get(INSTANCE));
  }

  public String required(String name) {
    return Objects.requireNonNull(values.get(name));
  }

  @Override
  public String toString() {
    return "PathVariables" + values.keySet();
  }
}
