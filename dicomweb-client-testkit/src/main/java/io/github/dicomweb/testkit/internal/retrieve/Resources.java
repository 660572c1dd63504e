// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.testkit.internal.retrieve;

import io.github.dicomweb.testkit.internal.archive.Archive;
import io.github.dicomweb.testkit.internal.archive.StoredInstance;
import io.github.dicomweb.testkit.internal.http.HttpProblem;
import io.github.dicomweb.testkit.internal.http.PathVariables;
import java.util.List;

/** Finds what a path names. */
final class Resources {
  private Resources() {}

  /** The instances of a study, series or instance, or 404. */
  static List<StoredInstance> require(Archive archive, PathVariables path) {
    List<StoredInstance> found = archive.find(path.study(), path.series(), path.instance());
    if (found.isEmpty()) {
      throw HttpProblem.notFound();
    }
    return found;
  }
}
