// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.testkit.internal.render;

import io.github.dicomweb.dicom.Dataset;
import io.github.dicomweb.dicom.Tag;
import io.github.dicomweb.testkit.internal.archive.StoredInstance;
import io.github.dicomweb.testkit.internal.http.HttpProblem;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** Grey frames of one size on top of each other, from the feet to the head where they tell. */
final class Volume {
  private record Slice(double position, GreyFrame frame) {}

  private final List<GreyFrame> slices;
  private final double columnSpacing;
  private final double rowSpacing;
  private final double sliceSpacing;

  private Volume(List<Slice> slices, Dataset first) {
    this.slices = slices.stream().map(Slice::frame).toList();
    double[] spacing =
        FrameGroups.of(first, 1, Tag.PixelMeasuresSequence).doubleValues(Tag.PixelSpacing);
    rowSpacing = spacing.length == 2 && spacing[0] > 0 ? spacing[0] : 1;
    columnSpacing = spacing.length == 2 && spacing[1] > 0 ? spacing[1] : 1;
    double extent = slices.get(slices.size() - 1).position() - slices.get(0).position();
    sliceSpacing = extent > 0 ? extent / (slices.size() - 1) : 1;
  }

  /** The frames of instances, or 406 when they are no volume. */
  static Volume of(List<StoredInstance> instances) {
    List<Slice> slices = new ArrayList<>();
    for (StoredInstance instance : instances) {
      if (!ImageSource.isReadable(instance)) {
        continue;
      }
      ImageSource source = ImageSource.of(instance);
      if (source.isGrey()) {
        for (int frame = 1; frame <= source.count(); frame++) {
          slices.add(new Slice(position(instance.attributes(), frame), source.grey(frame)));
        }
      }
    }
    if (slices.isEmpty()
        || slices.stream().map(s -> List.of(s.frame.width(), s.frame.height())).distinct().count()
            != 1) {
      throw HttpProblem.notAcceptable("The instances are not a volume of grey frames.");
    }
    slices.sort(Comparator.comparingDouble(Slice::position));
    return new Volume(slices, instances.get(0).attributes());
  }

  /** The way along the normal of the plane (PS3.3 §C.7.6.2.1.1), or just the order. */
  private static double position(Dataset dataset, int frame) {
    double[] at =
        FrameGroups.of(dataset, frame, Tag.PlanePositionSequence)
            .doubleValues(Tag.ImagePositionPatient);
    double[] axes =
        FrameGroups.of(dataset, frame, Tag.PlaneOrientationSequence)
            .doubleValues(Tag.ImageOrientationPatient);
    if (at.length != 3 || axes.length != 6) {
      return dataset.doubleValue(Tag.InstanceNumber).orElse(0) * 1000 + frame;
    }
    return at[0] * (axes[1] * axes[5] - axes[2] * axes[4])
        + at[1] * (axes[2] * axes[3] - axes[0] * axes[5])
        + at[2] * (axes[0] * axes[4] - axes[1] * axes[3]);
  }

  int size(Axis axis) {
    return switch (axis) {
      case COLUMN -> slices.get(0).width();
      case ROW -> slices.get(0).height();
      case SLICE -> slices.size();
    };
  }

  double spacing(Axis axis) {
    return switch (axis) {
      case COLUMN -> columnSpacing;
      case ROW -> rowSpacing;
      case SLICE -> sliceSpacing;
    };
  }

  float at(int column, int row, int slice) {
    return slices.get(slice).at(column, row);
  }

  /** All the values along one axis, in a frame of the two others. */
  GreyFrame project(Orientation orientation, RenderingMethod method, double slab) {
    Axis along = orientation.along();
    int depth = size(along);
    int thick = Math.max(1, (int) Math.min(depth, Math.round(slab / spacing(along))));
    int first = (depth - thick) / 2;
    int width = size(orientation.horizontal());
    int height = size(orientation.vertical());
    float[] values = new float[width * height];
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        int u = orientation.mirrored() ? width - 1 - x : x;
        int v = orientation.vertical() == Axis.SLICE ? height - 1 - y : y;
        values[y * width + x] =
            method.of(
                IntStream.range(first, first + thick)
                    .mapToDouble(
                        d ->
                            switch (along) {
                              case COLUMN -> at(d, u, v);
                              case ROW -> at(u, d, v);
                              case SLICE -> at(u, v, d);
                            }));
      }
    }
    return new GreyFrame(width, height, values);
  }

  /** The directions of a volume. */
  enum Axis {
    COLUMN,
    ROW,
    SLICE
  }
}
