// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.cli.server;

import io.github.dicomweb.cli.run.UsageException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What is set for a server, by option or by configuration. Options come first. */
public final class Settings {
  private final Map<String, List<String>> options;
  private final Map<String, List<String>> configured;

  Settings(Map<String, List<String>> options, Map<String, List<String>> configured) {
    this.options = options;
    this.configured = configured;
  }

  /**
   * A setting.
   *
   * @param name its name, that of the option without hyphens before it
   * @return its value, if it is set
   */
  public Optional<String> text(String name) {
    List<String> values = list(name);
    return values.isEmpty() ? Optional.empty() : Optional.of(values.get(values.size() - 1));
  }

  List<String> list(String name) {
    List<String> values = options.get(name);
    return values != null ? values : configured.getOrDefault(name, List.of());
  }

  /**
   * A switch.
   *
   * @param name its name
   * @return whether it is on
   */
  public boolean on(String name) {
    return text(name).map(value -> value.toLowerCase(Locale.ROOT).equals("true")).orElse(false);
  }

  int number(String name, int otherwise) {
    Optional<String> text = text(name);
    if (text.isEmpty()) {
      return otherwise;
    }
    String digits = text.get();
    if (digits.isEmpty() || digits.length() > 6 || !digits.chars().allMatch(Character::isDigit)) {
      throw new UsageException("--" + name + " takes a number");
    }
    return Integer.parseInt(digits);
  }

  /** The value of the environment variable that a setting names. */
  Optional<String> secret(String name) {
    return text(name)
        .map(
            variable -> {
              String value = System.getenv(variable);
              if (value == null || value.isEmpty()) {
                throw new UsageException(
                    "the environment variable that --" + name + " names is not set");
              }
              return value;
            });
  }

  /** Whether credentials are named on the command line: then those configured do not count. */
  boolean given(String name) {
    return options.containsKey(name);
  }

  Map<String, List<String>> configured() {
    return configured;
  }
}
