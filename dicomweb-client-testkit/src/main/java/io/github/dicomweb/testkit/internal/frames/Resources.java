// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.testkit.internal.frames;

import io.github.dicomweb.testkit.internal.archive.Archive;
import io.github.dicomweb.testkit.internal.archive.StoredInstance;
import io.github.dicomweb.testkit.internal.http.HttpProblem;
import io.github.dicomweb.testkit.internal.http.PathVariables;
import java.util.List;

/** The resources of the studies service that hold instances, and what a path finds. */
public final class Resources {
  public static final String STUDY = "studies/{study}";
  public static final String SERIES = STUDY + "/series/{series}";
  public static final String INSTANCE = SERIES + "/instances/{instance}";

  /** The templates of all levels. */
  public static final List<String> LEVELS = List.of(STUDY, SERIES, INSTANCE);

  private Resources() {}

  /** The instances of a study, series or instance, or 404. */
  public static List<StoredInstance> require(Archive archive, PathVariables path) {
    List<StoredInstance> found = archive.find(path.study(), path.series(), path.instance());
    if (found.isEmpty()) {
      throw HttpProblem.notFound();
    }
    return found;
  }
}
