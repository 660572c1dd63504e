// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.internal.render;

import io.github.dicomweb.internal.http.Query;
import io.github.dicomweb.profile.ServerProfile;
import io.github.dicomweb.profile.ServerProfile.WindowStyle;
import io.github.dicomweb.retrieve.WindowFunction;
import java.util.List;

/** A window that can be one (PS3.3 §C.11.2.1.2, §C.11.2.1.3). */
record Window(double center, double width, WindowFunction function) {
  Window {
    double unused = Decimals.finite(center, "the centre of a window");
    unused = Decimals.positive(width, "the width of a window");
    if (function == WindowFunction.LINEAR && width < 1) {
      throw new IllegalArgumentException("the width of a linear window is at least 1");
    }
  }

  void writeTo(Query query, ServerProfile profile) {
    if (profile.windowStyle() != WindowStyle.FUNCTION && function != WindowFunction.LINEAR) {
      throw new UnsupportedOperationException(
          "by its profile this server knows no window functions other than linear");
    }
    switch (profile.windowStyle()) {
      case FUNCTION ->
          query.add("window", List.of(Decimals.write(center), Decimals.write(width), name()));
      case TWO_VALUES -> query.add("window", Decimals.list(center, width));
      case SEPARATE ->
          query
              .add("windowcenter", Decimals.write(center))
              .add("windowwidth", Decimals.write(width));
    }
  }

  private String name() {
    return switch (function) {
      case LINEAR -> "linear";
      case LINEAR_EXACT -> "linear-exact";
      case SIGMOID -> "sigmoid";
    };
  }
}
