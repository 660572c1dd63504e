// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.internal.delete;

import java.util.List;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/** Where an operation is: beside the projects, below the version of the API. */
final class OperationUrl {
  private OperationUrl() {}

  /**
   * Makes the URL, which is of the origin of the base.
   *
   * @return the URL, or null if the base has neither a version nor what the name begins with
   */
  static @Nullable HttpUrl of(HttpUrl base, String name) {
    List<String> path = base.pathSegments();
    int prefix = prefix(path, name);
    if (prefix < 0) {
      return null;
    }
    HttpUrl.Builder url = base.newBuilder().encodedPath("/").query(null);
    for (String segment : path.subList(0, prefix)) {
      url.addPathSegment(segment);
    }
    for (String segment : name.split("/")) {
      url.addPathSegment(segment);
    }
    return url.build();
  }

  private static int prefix(List<String> path, String name) {
    for (int i = 0; i < path.size(); i++) {
      if (path.get(i).matches("v[0-9]+[a-z0-9]*")) {
        return i + 1;
      }
    }
    return path.indexOf(name.substring(0, (name + "/").indexOf('/')));
  }
}
