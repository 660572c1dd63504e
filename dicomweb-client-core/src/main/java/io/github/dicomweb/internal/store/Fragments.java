// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.internal.store;

import io.github.dicomweb.dicom.FragmentsElement;
import io.github.dicomweb.error.DicomFormatException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;

/** Encapsulated pixel data (PS3.5 §A.4): the fragments, and which of them make a frame. */
final class Fragments {
  private static final int ITEM = 0xE000FFFE;
  private static final int DELIMITER = 0xE0DDFFFE;
  private static final int HEADER = 8;
  private static final int LARGEST_TABLE = 64 * 1024 * 1024;

  private final byte[] offsetTable;
  private final List<Blob> fragments;

  private Fragments(byte[] offsetTable, List<Blob> fragments) {
    this.offsetTable = offsetTable;
    this.fragments = fragments;
  }

  static Fragments of(FragmentsElement element) {
    List<Blob> fragments = new ArrayList<>();
    for (int i = 1; i < element.count(); i++) {
      int index = i;
      Origin origin = new Origin(() -> new ByteArrayInputStream(element.fragment(index)));
      fragments.add(new Blob(origin, 0, element.fragment(i).length, 1));
    }
    return new Fragments(element.fragment(0), fragments);
  }

  /** Whether a value begins with the header of an item. */
  static boolean startIn(Blob value) throws IOException {
    return value.length() >= HEADER && int32(value.read(0, HEADER), 0) == ITEM;
  }

  /** Finds the fragments in a value that holds them with their headers. */
  static Fragments in(Blob value, String path) throws IOException {
    byte[] table = new byte[0];
    List<Blob> fragments = new ArrayList<>();
    boolean first = true;
    for (long at = 0; at + HEADER <= value.length(); ) {
      byte[] header = value.read(at, HEADER);
      if (int32(header, 0) == DELIMITER) {
        break;
      }
      long length = Integer.toUnsignedLong(int32(header, 4));
      at += HEADER;
      if (int32(header, 0) != ITEM || length > value.length() - at) {
        throw DicomFormatException.ofValue(
            "something that is no whole fragment in encapsulated pixel data", path);
      }
      if (!first) {
        fragments.add(value.range(at, length));
      } else if (length > LARGEST_TABLE) {
        throw DicomFormatException.ofValue("an offset table larger than the limit", path);
      } else {
        table = value.read(at, (int) length);
      }
      first = false;
      at += length;
    }
    return new Fragments(table, fragments);
  }

  private static int int32(byte[] bytes, int at) {
    return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).getInt(at);
  }

  /** All fragments, of which there must be one at least. */
  List<Blob> all(String path) {
    if (fragments.isEmpty()) {
      throw DicomFormatException.ofValue("encapsulated pixel data without a fragment", path);
    }
    return fragments;
  }

  /** The fragments of each frame, of which there is a given number. */
  List<List<Blob>> frames(int count, String path) {
    if (count == 1) {
      return List.of(all(path));
    }
    if (count < 1 || fragments.isEmpty()) {
      throw unclear(path);
    }
    if (count == fragments.size()) {
      return fragments.stream().map(List::of).toList();
    }
    if (offsetTable.length != 4L * count) {
      throw unclear(path);
    }
    List<List<Blob>> frames = new ArrayList<>();
    long at = 0;
    for (Blob fragment : fragments) {
      if (frames.size() < count
          && Integer.toUnsignedLong(int32(offsetTable, 4 * frames.size())) == at) {
        frames.add(new ArrayList<>());
      } else if (frames.isEmpty()) {
        throw unclear(path);
      }
      frames.get(frames.size() - 1).add(fragment);
      at += HEADER + fragment.length();
    }
    if (frames.size() != count) {
      throw unclear(path);
    }
    return frames;
  }

  private static DicomFormatException unclear(String path) {
    return DicomFormatException.ofValue(
        "encapsulated pixel data of which it is not clear which fragments make a frame", path);
  }
}
