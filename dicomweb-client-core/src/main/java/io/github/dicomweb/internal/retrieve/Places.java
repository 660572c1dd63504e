// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.internal.retrieve;

import io.github.dicomweb.retrieve.FileLayout;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where the instances of one retrieval go.
 *
 * @param directory what all is below
 * @param layout how it is laid out there
 * @param target what is retrieved
 */
record Places(Path directory, FileLayout layout, Target target) {
  private static final Pattern PLACE = Pattern.compile("\\{(study|series|instance)}");

  /** The file of an instance. */
  Path file(String study, String series, String instance) {
    return resolve(study, series, SafeNames.of(instance));
  }

  /** Another file of the same instance. */
  Path copy(String study, String series, String instance, int number) {
    return resolve(study, series, SafeNames.of(instance) + "~" + number);
  }

  private Path resolve(String study, String series, String instanceName) {
    return directory.resolve(
        PLACE
            .matcher(layout.template())
            .replaceAll(
                place ->
                    Matcher.quoteReplacement(
                        switch (place.group(1)) {
                          case "study" -> SafeNames.of(study);
                          case "series" -> SafeNames.of(series);
                          default -> instanceName;
                        })));
  }

  /** The directory that is the same for all of them, as far as the study alone tells. */
  Path common() {
    Path common = directory;
    String template = layout.template();
    for (int end = template.indexOf('/'); end >= 0; end = template.indexOf('/', end + 1)) {
      String segments = template.substring(0, end);
      if (segments.contains("{series}") || segments.contains("{instance}")) {
        break;
      }
      common = directory.resolve(segments.replace("{study}", SafeNames.of(target.study())));
    }
    return common;
  }

  /** What the layout says, and no identifier. */
  @Override
  public String toString() {
    return "Places[" + layout + "]";
  }
}
