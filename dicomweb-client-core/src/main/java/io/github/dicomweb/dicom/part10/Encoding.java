// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.dicom.part10;

import io.github.dicomweb.dicom.Dictionary;
import io.github.dicomweb.dicom.Tags;
import io.github.dicomweb.dicom.TransferSyntax;
import io.github.dicomweb.dicom.VR;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** How attributes are laid out (PS3.5 §7.1). */
enum Encoding {
  IMPLICIT_LITTLE(false, false),
  EXPLICIT_LITTLE(true, false),
  EXPLICIT_BIG(true, true);

  // what the first attribute of a file without meta information may claim as its length
  private static final int PLAUSIBLE_LENGTH = 64 * 1024;
  // how far a source lets itself be looked at
  private static final int FAR_AHEAD = 1000;
  private static final int LAST_FIRST_GROUP = 0x0010;

  private final boolean explicitVr;
  private final boolean bigEndian;

  Encoding(boolean explicitVr, boolean bigEndian) {
    this.explicitVr = explicitVr;
    this.bigEndian = bigEndian;
  }

  boolean explicitVr() {
    return explicitVr;
  }

  boolean bigEndian() {
    return bigEndian;
  }

  TransferSyntax transferSyntax() {
    return switch (this) {
      case IMPLICIT_LITTLE -> TransferSyntax.IMPLICIT_VR_LITTLE_ENDIAN;
      case EXPLICIT_LITTLE -> TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN;
      case EXPLICIT_BIG -> TransferSyntax.EXPLICIT_VR_BIG_ENDIAN;
    };
  }

  static Encoding of(TransferSyntax syntax) {
    if (syntax.isImplicitVr()) {
      return IMPLICIT_LITTLE;
    }
    return syntax.isBigEndian() ? EXPLICIT_BIG : EXPLICIT_LITTLE;
  }

  /** How the attribute at the position of a source seems to be laid out; null when it is none. */
  static @Nullable Encoding guess(ByteSource source) throws IOException {
    return guess(source, 0);
  }

  /** The same for what stands a few bytes ahead. */
  static @Nullable Encoding guess(ByteSource source, int ahead) throws IOException {
    if (!source.has(ahead + 8)) {
      return null;
    }
    boolean vr = VR.ofStandard(source.peek(ahead + 4), source.peek(ahead + 5)) != null;
    if (mayBeFirst(source, ahead, false)) {
      if (vr) {
        return EXPLICIT_LITTLE;
      }
      int length = source.peekInt(ahead + 4, false);
      return length >= 0 && length <= PLAUSIBLE_LENGTH ? IMPLICIT_LITTLE : null;
    }
    return vr && mayBeFirst(source, ahead, true) ? EXPLICIT_BIG : null;
  }

  private static boolean mayBeFirst(ByteSource source, int ahead, boolean bigEndian) {
    int group = source.peekShort(ahead, bigEndian);
    int tag = group << 16 | source.peekShort(ahead + 2, bigEndian);
    return group >= 2
        && group <= LAST_FIRST_GROUP
        && group % 2 == 0
        && (Tags.isGroupLength(tag) || Dictionary.find(tag).isPresent());
  }

  /** Whether neither the first attribute nor the one behind it, if that is in sight, has a VR. */
  static boolean isImplicitThroughout(ByteSource source) throws IOException {
    if (guess(source) != IMPLICIT_LITTLE) {
      return false;
    }
    int next = 8 + source.peekInt(4, false);
    return next > FAR_AHEAD
        || !source.has(next + 8)
        || VR.ofStandard(source.peek(next + 4), source.peek(next + 5)) == null;
  }

  /** The encoding in an item that was written as UN: implicit as it should be, or as it is seen. */
  static Encoding ofUnknown(ByteSource source) throws IOException {
    return hasVr(source) ? EXPLICIT_LITTLE : IMPLICIT_LITTLE;
  }

  /** Whether a VR of the standard stands behind the tag at the position. */
  static boolean hasVr(ByteSource source) throws IOException {
    return source.has(6) && VR.ofStandard(source.peek(4), source.peek(5)) != null;
  }
}
