// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.internal.zip;

import java.io.IOException;
import okio.Buffer;

/**
 * What stands before a file in an archive.
 *
 * @param name the name, a text
 * @param deflated whether it is deflated; stored as it is otherwise
 * @param described whether checksum and lengths follow the file instead
 * @param zip64 whether lengths have eight bytes
 * @param crc the checksum, if not described
 * @param compressed the length in the archive, if known
 * @param size the length of the file, if known
 */
record LocalHeader(
    String name,
    boolean deflated,
    boolean described,
    boolean zip64,
    long crc,
    long compressed,
    long size) {
  private static final int ENCRYPTED = 1;
  private static final int DESCRIBED = 1 << 3;
  private static final int STORED_METHOD = 0;
  private static final int DEFLATED_METHOD = 8;
  private static final int ZIP64 = 1;
  private static final long IN_ZIP64 = 0xFFFFFFFFL;

  /**
   * Reads it, after its signature.
   *
   * @param told is told of its names
   */
  static LocalHeader read(ArchiveInput in, Entries told) throws IOException {
    in.source().skip(2);
    int flags = in.readShort();
    int method = in.readShort();
    in.source().skip(4);
    long crc = in.readInt();
    long compressed = in.readInt();
    long size = in.readInt();
    int nameLength = in.readShort();
    int extraLength = in.readShort();
    String name = in.source().readUtf8(nameLength);
    Buffer extra = ExtraFields.read(in, extraLength);
    if ((flags & ENCRYPTED) != 0) {
      throw in.damaged("an entry of the zip archive is encrypted");
    }
    if (method != STORED_METHOD && method != DEFLATED_METHOD) {
      throw in.damaged("an entry of the zip archive is compressed in a way that cannot be read");
    }
    told.named(in, name);
    String other = ExtraFields.otherName(extra);
    if (other != null) {
      told.named(in, other);
    }
    Buffer zip64 = ExtraFields.find(extra, ZIP64);
    boolean described = (flags & DESCRIBED) != 0;
    if (zip64 != null) {
      size = size == IN_ZIP64 && zip64.size() >= 8 ? zip64.readLongLe() : size;
      compressed = compressed == IN_ZIP64 && zip64.size() >= 8 ? zip64.readLongLe() : compressed;
    }
    if (size < 0 || compressed < 0) {
      throw in.damaged("an entry of the zip archive has a length that cannot be");
    }
    return new LocalHeader(
        name, method == DEFLATED_METHOD, described, zip64 != null, crc, compressed, size);
  }

  boolean isDirectory() {
    return name.endsWith("/");
  }

  /** No name. */
  @Override
  public String toString() {
    return "LocalHeader[" + (deflated ? "deflated" : "stored") + "]";
  }
}
