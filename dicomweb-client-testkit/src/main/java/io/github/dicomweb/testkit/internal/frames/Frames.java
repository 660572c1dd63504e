// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.testkit.internal.frames;

import io.github.dicomweb.dicom.FragmentsElement;
import io.github.dicomweb.dicom.Tag;
import io.github.dicomweb.dicom.Tags;
import io.github.dicomweb.dicom.TransferSyntax;
import io.github.dicomweb.error.DicomFormatException;
import io.github.dicomweb.media.BulkMediaTypes;
import io.github.dicomweb.media.MediaType;
import io.github.dicomweb.testkit.internal.archive.StoredInstance;
import io.github.dicomweb.testkit.internal.http.HttpProblem;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;

/** The frames of an instance, each as it would be sent (PS3.18 §8.7.3.3). */
public interface Frames {
  /** The attributes that pixels can be in. */
  List<Integer> PIXEL_DATA = List.of(Tag.PixelData, Tag.FloatPixelData, Tag.DoubleFloatPixelData);

  /** How many there are. */
  int count();

  /** One frame, from 1; 404 when there is none of that number. */
  ByteBuffer frame(int number);

  /** What the frames are in, when they are sent; native ones are little endian. */
  TransferSyntax transferSyntax();

  /** The media type of {@link #transferSyntax()}. */
  default String mediaType() {
    return BulkMediaTypes.mediaTypeOf(transferSyntax())
        .map(MediaType::name)
        .orElseThrow(() -> HttpProblem.notAcceptable("The compression has no media type."));
  }

  /** Whether all frames are one stream, which is not taken apart. */
  default boolean isVideo() {
    return mediaType().startsWith("video/");
  }

  /** The frames of an instance, or 404 when it is no image. */
  static Frames of(StoredInstance instance) {
    int tag =
        PIXEL_DATA.stream()
            .filter(instance.attributes()::contains)
            .findFirst()
            .orElseThrow(HttpProblem::notFound);
    try {
      Optional<FragmentsElement> fragments = instance.fragments(Tags.toHex(tag));
      return fragments.isPresent()
          ? CompressedFrames.of(instance, fragments.get())
          : NativeFrames.of(instance, tag);
    } catch (DicomFormatException e) {
      throw HttpProblem.notAcceptable("What describes the pixels is not readable.");
    }
  }
}
