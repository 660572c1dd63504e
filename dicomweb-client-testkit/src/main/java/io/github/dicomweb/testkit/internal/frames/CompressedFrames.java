// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.testkit.internal.frames;

import io.github.dicomweb.dicom.FragmentsElement;
import io.github.dicomweb.dicom.Tag;
import io.github.dicomweb.dicom.Tags;
import io.github.dicomweb.dicom.TransferSyntax;
import io.github.dicomweb.testkit.internal.archive.BulkValue;
import io.github.dicomweb.testkit.internal.archive.StoredInstance;
import io.github.dicomweb.testkit.internal.http.HttpProblem;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;

/**
 * Encapsulated pixel data (PS3.5 §A.4) as bare codestreams. Which fragments are one frame, the
 * extended or the basic offset table tells; without them there is a fragment for each frame, or one
 * frame alone.
 */
final class CompressedFrames implements Frames {
  private static final int ITEM_HEADER = 8;

  /**
   * Where a frame is.
   *
   * @param first its first fragment, from 1
   * @param end the fragment behind its last
   * @param length the bytes without padding
   */
  private record Place(int first, int end, long length) {}

  private final FragmentsElement fragments;
  private final TransferSyntax transferSyntax;
  private final List<Place> places;

  private CompressedFrames(
      FragmentsElement fragments, TransferSyntax transferSyntax, List<Place> places) {
    this.fragments = fragments;
    this.transferSyntax = transferSyntax;
    this.places = places;
  }

  static CompressedFrames of(StoredInstance instance, FragmentsElement fragments) {
    TransferSyntax syntax = instance.transferSyntax();
    Frames whole = new CompressedFrames(fragments, syntax, List.of());
    int count = whole.isVideo() ? 1 : instance.attributes().intValue(Tag.NumberOfFrames).orElse(1);
    long[] extended = longs(instance, Tag.ExtendedOffsetTable);
    List<Place> places;
    if (extended.length > 0) {
      places = placed(fragments, extended, longs(instance, Tag.ExtendedOffsetTableLengths));
    } else if (fragments.fragment(0).length > 0 && !whole.isVideo()) {
      places = placed(fragments, basicOffsets(fragments.fragment(0)), new long[0]);
    } else {
      places = counted(fragments.count(), count);
    }
    if (places.size() != count) {
      throw unclear();
    }
    return new CompressedFrames(fragments, syntax, places);
  }

  private static List<Place> counted(int end, int count) {
    List<Place> places = new ArrayList<>();
    if (count == 1) {
      places.add(new Place(1, end, Long.MAX_VALUE));
    } else if (count == end - 1) {
      for (int i = 1; i < end; i++) {
        places.add(new Place(i, i + 1, Long.MAX_VALUE));
      }
    }
    return places;
  }

  private static List<Place> placed(FragmentsElement fragments, long[] offsets, long[] lengths) {
    List<Place> places = new ArrayList<>();
    long at = 0;
    int first = 1;
    for (int i = 1; i < fragments.count(); i++) {
      if (places.size() + 1 < offsets.length && at == offsets[places.size() + 1]) {
        places.add(new Place(first, i, length(lengths, places.size())));
        first = i;
      }
      at += ITEM_HEADER + fragments.fragment(i).length;
    }
    places.add(new Place(first, fragments.count(), length(lengths, places.size())));
    if (places.size() != offsets.length || offsets[0] != 0) {
      throw unclear();
    }
    return places;
  }

  private static long length(long[] lengths, int index) {
    return index < lengths.length ? lengths[index] : Long.MAX_VALUE;
  }

  private static long[] basicOffsets(byte[] table) {
    ByteBuffer bytes = ByteBuffer.wrap(table).order(ByteOrder.LITTLE_ENDIAN);
    long[] offsets = new long[table.length / Integer.BYTES];
    for (int i = 0; i < offsets.length; i++) {
      offsets[i] = Integer.toUnsignedLong(bytes.getInt());
    }
    return offsets;
  }

  private static long[] longs(StoredInstance instance, int tag) {
    if (!instance.attributes().contains(tag)) {
      return new long[0];
    }
    return instance
        .bulkValue(Tags.toHex(tag))
        .map(BulkValue::bytes)
        .map(
            bytes -> {
              long[] values = new long[bytes.remaining() / Long.BYTES];
              bytes.duplicate().order(ByteOrder.LITTLE_ENDIAN).asLongBuffer().get(values);
              return values;
            })
        .orElseGet(() -> new long[0]);
  }

  private static HttpProblem unclear() {
    return HttpProblem.notAcceptable("It is not clear which fragments are which frame.");
  }

  @Override
  public int count() {
    return places.size();
  }

  @Override
  public TransferSyntax transferSyntax() {
    return transferSyntax;
  }

  @Override
  public ByteBuffer frame(int number) {
    if (number > places.size()) {
      throw HttpProblem.notFound();
    }
    Place place = places.get(number - 1);
    ByteArrayOutputStream joined = new ByteArrayOutputStream();
    for (int i = place.first(); i < place.end(); i++) {
      joined.writeBytes(fragments.fragment(i));
    }
    ByteBuffer bytes = ByteBuffer.wrap(joined.toByteArray());
    return bytes.limit((int) Math.min(bytes.limit(), place.length())).asReadOnlyBuffer();
  }
}
