// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.internal.render;

import io.github.dicomweb.internal.http.Query;
import io.github.dicomweb.retrieve.Orientation;
import io.github.dicomweb.retrieve.VolumePoint;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * From where a volume is looked at: a side of the patient, or a point (PS3.18 §8.3.5.3.4 to
 * §8.3.5.3.7), or as the server likes.
 */
record VolumeView(@Nullable Orientation orientation, @Nullable Viewpoint viewpoint) {
  static final VolumeView DEFAULT = new VolumeView(null, null);

  VolumeView {
    if (orientation != null && viewpoint != null) {
      throw new IllegalArgumentException("an orientation and a viewpoint exclude each other");
    }
  }

  record Viewpoint(VolumePoint position, VolumePoint lookAt, VolumePoint up) {
    Viewpoint {
      if (position.equals(lookAt)) {
        throw new IllegalArgumentException("an eye looks at another point than its own");
      }
      if (up.x() == 0 && up.y() == 0 && up.z() == 0) {
        throw new IllegalArgumentException("a direction has a length");
      }
    }
  }

  VolumeView with(Orientation value) {
    return new VolumeView(value, viewpoint);
  }

  VolumeView with(Viewpoint value) {
    return new VolumeView(orientation, value);
  }

  void writeTo(Query query) {
    if (orientation != null) {
      query.add("orientation", orientation.name().substring(0, 1).toLowerCase(Locale.ROOT));
    }
    if (viewpoint != null) {
      query
          .add("viewpointposition", write(viewpoint.position()))
          .add("viewpointlookat", write(viewpoint.lookAt()))
          .add("viewpointup", write(viewpoint.up()));
    }
  }

  static List<String> write(VolumePoint point) {
    return Decimals.list(point.x(), point.y(), point.z());
  }
}
