// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.internal.zip;

import java.io.IOException;
import okio.Buffer;
import org.jspecify.annotations.Nullable;

/** What the headers of an archive hold beyond what they always do. */
final class ExtraFields {
  private static final int UNICODE_PATH = 0x7075;
  // its version and the checksum of the name that it stands for
  private static final int BEFORE_PATH = 5;

  private ExtraFields() {}

  /** Reads them all. */
  static Buffer read(ArchiveInput in, int length) throws IOException {
    in.source().require(length);
    Buffer extra = new Buffer();
    extra.write(in.source(), length);
    return extra;
  }

  /** One of them, or null. */
  static @Nullable Buffer find(Buffer all, int wanted) throws IOException {
    Buffer extra = all.copy();
    while (extra.size() >= 4) {
      int id = extra.readShortLe() & 0xFFFF;
      int length = (int) Math.min(extra.readShortLe() & 0xFFFF, extra.size());
      if (id == wanted) {
        Buffer found = new Buffer();
        found.write(extra, length);
        return found;
      }
      extra.skip(length);
    }
    return null;
  }

  /** Another name of an entry, which some programs prefer, or null. */
  static @Nullable String otherName(Buffer all) throws IOException {
    Buffer found = find(all, UNICODE_PATH);
    if (found == null || found.size() <= BEFORE_PATH) {
      return null;
    }
    found.skip(BEFORE_PATH);
    return found.readUtf8();
  }
}
