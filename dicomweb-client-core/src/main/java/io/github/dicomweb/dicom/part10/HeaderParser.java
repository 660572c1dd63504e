// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.dicom.part10;

import io.github.dicomweb.dicom.Tags;
import io.github.dicomweb.dicom.VR;
import java.io.IOException;

/** Reads the heads of attributes: tag, VR and length (PS3.5 §7.1). */
final class HeaderParser {
  private final ByteSource source;
  private final ReadState state;

  HeaderParser(ByteSource source, ReadState state) {
    this.source = source;
    this.state = state;
  }

  /** The head of an attribute. */
  record Header(int tag, VR vr, long length) {
    static final long UNDEFINED = 0xFFFFFFFFL;

    /** Tag and length, which every attribute begins with, in bytes. */
    static final int SHORTEST = 8;

    boolean isUndefined() {
      return length == UNDEFINED;
    }
  }

  int peekTag(Encoding encoding) throws IOException {
    source.need(8);
    return source.peekShort(0, encoding.bigEndian()) << 16
        | source.peekShort(2, encoding.bigEndian());
  }

  /** The length of an item or a delimiter, of which the tag was peeked at. */
  long readItemLength(Encoding encoding) {
    long length = Integer.toUnsignedLong(source.peekInt(4, encoding.bigEndian()));
    source.advance(8);
    return length;
  }

  Header read(Context context) throws IOException {
    Encoding encoding = context.encoding();
    int tag = peekTag(encoding);
    if (encoding.explicitVr()) {
      int first = source.peek(4);
      int second = source.peek(5);
      if (isLetter(first) && isLetter(second)) {
        VR standard = VR.ofStandard(first, second);
        if (standard == null) {
          state.warn("a VR that the standard does not have: " + Tags.toHex(tag));
        }
        VR vr = standard != null ? standard : VR.of("" + (char) first + (char) second);
        if (!vr.hasLongLength()) {
          int length = source.peekShort(6, encoding.bigEndian());
          source.advance(8);
          return new Header(tag, vr, length);
        }
        source.need(12);
        long length = Integer.toUnsignedLong(source.peekInt(8, encoding.bigEndian()));
        source.advance(12);
        return new Header(tag, vr, length);
      }
      // an attribute without a VR among others that have theirs: seen from several writers
      state.warn("an attribute without a VR: " + Tags.toHex(tag));
    }
    long length = Integer.toUnsignedLong(source.peekInt(4, encoding.bigEndian()));
    source.advance(8);
    return new Header(tag, context.implicitVr(tag), length);
  }

  private static boolean isLetter(int c) {
    return c >= 'A' && c <= 'Z';
  }
}
