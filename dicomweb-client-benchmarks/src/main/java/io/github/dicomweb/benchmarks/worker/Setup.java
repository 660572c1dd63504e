// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.benchmarks.worker;

import java.nio.file.Path;
import okhttp3.HttpUrl;
import okhttp3.Request;

/**
 * What a way works with.
 *
 * @param base where the server has what is wanted; its second segment says how much that is, or how
 *     long it takes, and a third one how many are wanted
 * @param directory where files are, or are to be
 */
record Setup(HttpUrl base, Path directory) {
  // Whatever they are, the server has these.
  static final String STUDY = "1.2.3";
  static final String SERIES = "1.2.3.4";
  static final String INSTANCE = "1.2.3.4.5";

  static Setup of(String base, String directory) {
    return new Setup(HttpUrl.get(base), Path.of(directory));
  }

  /** How much the server has. */
  int size() {
    return Integer.parseInt(base.pathSegments().get(1));
  }

  /** How many of them are wanted, where the server has as many as one wants. */
  int count() {
    return Integer.parseInt(base.pathSegments().get(2));
  }

  /** How often the same is done, which is once if nothing says otherwise. */
  int repetitions() {
    return base.pathSize() > 2 ? count() : 1;
  }

  /** The request for the series, as anybody would send it. */
  Request series() {
    HttpUrl url =
        base.newBuilder().addPathSegments("studies/" + STUDY + "/series/" + SERIES).build();
    return new Request.Builder()
        .url(url)
        .header("Accept", "multipart/related; type=\"application/dicom\"")
        .build();
  }
}
