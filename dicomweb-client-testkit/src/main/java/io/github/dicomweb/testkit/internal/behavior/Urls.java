// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.testkit.internal.behavior;

import io.github.dicomweb.testkit.behavior.MetadataBehavior.UriForm;
import io.github.dicomweb.testkit.behavior.PartBehavior.Location;
import io.github.dicomweb.testkit.internal.http.Request;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** URLs of this server in other forms. */
final class Urls {
  private Urls() {}

  /** The path below the base, or from the root of the server when it begins with a slash. */
  static String path(Request request) {
    return String.join("/", request.segments().stream().map(Urls::escaped).toList());
  }

  private static String escaped(String segment) {
    return URLEncoder.encode(segment, StandardCharsets.UTF_8).replace("+", "%20");
  }

  /** A Content-Location in another form; nothing when there is none. */
  static Optional<String> location(String url, Location form, String request) {
    if (url.isEmpty() || form == Location.ABSENT) {
      return Optional.empty();
    }
    return Optional.of(
        switch (form) {
          case ABSOLUTE, ABSENT -> url;
          case ABSOLUTE_PATH -> path(url);
          case RELATIVE -> relative(request, url);
        });
  }

  /** A BulkDataURI in another form. */
  static String bulkData(String url, UriForm form, String request) {
    return switch (form) {
      case ABSOLUTE -> url;
      case ABSOLUTE_PATH -> path(url);
      case TO_REQUEST -> relative(request, url);
      case TO_STUDY -> below(url, "/studies/");
      case TO_SERIES -> below(url, "/series/");
      case TO_INSTANCE -> below(url, "/instances/");
    };
  }

  private static String path(String url) {
    return URI.create(url).getRawPath();
  }

  /** What follows the segment after a step, such as the UID after {@code /studies/}. */
  private static String below(String url, String step) {
    int from = url.indexOf(step) + step.length();
    int slash = url.indexOf('/', from);
    return slash < 0 ? "" : url.substring(slash + 1);
  }

  /** A reference that leads from a base to a URL of the same origin (RFC 3986 §5.2). */
  static String relative(String base, String url) {
    String[] from = path(base).split("/", -1);
    String[] to = path(url).split("/", -1);
    int common = 0;
    while (common < from.length - 1 && common < to.length - 1 && from[common].equals(to[common])) {
      common++;
    }
    StringBuilder result = new StringBuilder("../".repeat(from.length - 1 - common));
    for (int i = common; i < to.length; i++) {
      result.append(i > common ? "/" : "").append(to[i]);
    }
    return result.toString();
  }
}
