// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.testkit.internal.http;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The query of a request, split before it is decoded, so that escaped delimiters stay values. */
public final class Query {
  /** A parameter with its name decoded and its value as it was sent. */
  public record Parameter(String name, String rawValue) {
    public String value() {
      return Percent.decode(rawValue);
    }

    /** The values between literal commas. */
    public List<String> values() {
      return Arrays.stream(rawValue.split(",", -1)).map(Percent::decode).toList();
    }

    @Override
    public String toString() {
      return "Parameter";
    }
  }

  private final List<Parameter> parameters;

  private Query(List<Parameter> parameters) {
    this.parameters = parameters;
  }

  /** The query of these parameters. */
  public static Query of(List<Parameter> parameters) {
    return new Query(List.copyOf(parameters));
  }

  static Query parse(String raw) {
    List<Parameter> parameters = new ArrayList<>();
    for (String pair : raw.split("&", -1)) {
      if (!pair.isEmpty()) {
        int equals = pair.indexOf('=');
        String name = equals < 0 ? pair : pair.substring(0, equals);
        String value = equals < 0 ? "" : pair.substring(equals + 1);
        parameters.add(new Parameter(Percent.decode(name), value));
      }
    }
    return new Query(List.copyOf(parameters));
  }

  public List<Parameter> parameters() {
    return parameters;
  }

  /** What is asked when escapes are not decoded but taken as they stand. */
  static Query parseLiterally(String raw) {
    return parse(raw.replace("%", "%25"));
  }

  public List<Parameter> all(String name) {
    return parameters.stream().filter(p -> p.name().equals(name)).toList();
  }

  /** A parameter that must not be repeated. */
  public Optional<String> single(String name) {
    List<Parameter> found = all(name);
    if (found.size() > 1) {
      throw HttpProblem.badRequest("The parameter " + name + " is repeated.");
    }
    return found.stream().findFirst().map(Parameter::value);
  }
}
