// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.cli.command;

import io.github.dicomweb.cli.run.UsageException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where instances go: a template of {@code {study}}, {@code {series}} and {@code {instance}}, in
 * whose places the names stand that the library gives them, which lead nowhere else. What the
 * template itself says stays in the directory too.
 */
final class Layout {
  static final String DEFAULT = "{study}/{series}/{instance}.dcm";
  private static final Pattern PLACE = Pattern.compile("\\{([^{}]*)}");
  // identifiers that the library uses as they are
  private static final Pattern UID = Pattern.compile("[0-9]+(\\.[0-9]+)+");
  private static final int LONGEST = 64;

  private final String template;

  Layout(String template) {
    this.template = template;
    Matcher matcher = PLACE.matcher(template);
    while (matcher.find()) {
      switch (matcher.group(1)) {
        case "study", "series", "instance" -> {
          // known
        }
        default -> throw new UsageException("--layout knows {study}, {series} and {instance} only");
      }
    }
    if (!template.contains("{instance}")) {
      throw new UsageException("--layout needs {instance}: all would get the same name");
    }
    String rest = PLACE.matcher(template).replaceAll("x");
    boolean odd = rest.chars().anyMatch(c -> c < ' ' || c == '\\' || c == ':' || c == '{');
    Path path = Path.of(rest);
    if (odd || path.isAbsolute() || !path.normalize().equals(path) || path.startsWith("..")) {
      throw new UsageException("--layout must stay below the directory: no .., no absolute path");
    }
  }

  boolean isDefault() {
    return template.equals(DEFAULT);
  }

  /** Where the library's names lead. */
  Path place(Path directory, Path study, Path series, Path instance) {
    String name = instance.toString();
    return place(
        directory,
        study.toString(),
        series.toString(),
        name.endsWith(".dcm") ? name.substring(0, name.length() - 4) : name);
  }

  /** Where an instance will be, if its name can be told from its identifiers. */
  Optional<Path> foresee(Path directory, String study, String series, String instance) {
    boolean plain =
        UID.matcher(study).matches()
            && UID.matcher(series).matches()
            && UID.matcher(instance).matches()
            && study.length() <= LONGEST
            && series.length() <= LONGEST
            && instance.length() <= LONGEST;
    return plain ? Optional.of(place(directory, study, series, instance)) : Optional.empty();
  }

  private Path place(Path directory, String study, String series, String instance) {
    String name =
        PLACE
            .matcher(template)
            .replaceAll(
                place ->
                    Matcher.quoteReplacement(
                        switch (place.group(1)) {
                          case "study" -> study;
                          case "series" -> series;
                          default -> instance;
                        }));
    Path file = directory.resolve(name).normalize();
    if (!file.startsWith(directory.normalize())) {
      throw new UsageException("--layout must stay below the directory");
    }
    return file;
  }
}
