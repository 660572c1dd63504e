// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.internal.decode;

import io.github.dicomweb.media.MediaType;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import okio.ByteString;

/** Media types that show themselves by their first bytes. */
final class Signatures {
  /** How many bytes it takes to tell. */
  static final int LENGTH = 132;

  private static final int DICOM_AT = 128;
  private static final ByteString DICOM = ByteString.encodeUtf8("DICM");

  private record Signature(int at, ByteString bytes, MediaType type) {
    static Signature of(String hex, MediaType type) {
      return new Signature(0, ByteString.decodeHex(hex), type);
    }

    boolean fits(ByteString head) {
      return head.rangeEquals(at, bytes, 0, bytes.size());
    }
  }

  // JPEG-LS begins as JPEG does and goes on with a marker of its own, so it stands first.
  private static final List<Signature> SIGNATURES =
      List.of(
          new Signature(DICOM_AT, DICOM, MediaType.DICOM),
          Signature.of("ffd8fff7", MediaType.JPEG_LS),
          Signature.of("ffd8ff", MediaType.JPEG),
          Signature.of("ff4fff51", MediaType.JPEG_2000),
          Signature.of("0000000c6a502020", MediaType.JPEG_2000),
          Signature.of("0000000c4a584c20", MediaType.JPEG_XL),
          Signature.of("ff0a", MediaType.JPEG_XL),
          Signature.of("89504e470d0a1a0a", MediaType.PNG),
          Signature.of("474946383761", MediaType.GIF),
          Signature.of("474946383961", MediaType.GIF),
          Signature.of("255044462d", MediaType.PDF),
          Signature.of("504b0304", MediaType.ZIP),
          Signature.of("000001ba", MediaType.MPEG),
          new Signature(4, ByteString.encodeUtf8("ftyp"), MediaType.MP4));

  private Signatures() {}

  static Optional<MediaType> mediaTypeOf(ByteString head) {
    for (Signature signature : SIGNATURES) {
      if (signature.fits(head)) {
        return Optional.of(signature.type());
      }
    }
    return isHtml(head) ? Optional.of(MediaType.HTML) : Optional.empty();
  }

  private static boolean isHtml(ByteString head) {
    String text = head.string(StandardCharsets.ISO_8859_1).strip().toLowerCase(Locale.ROOT);
    return text.startsWith("<!doctype html") || text.startsWith("<html");
  }

  /** Whether it is JSON, XML or HTML, as error messages are. */
  static boolean isMarkup(ByteString head) {
    return isHtml(head)
        || head.startsWith(ByteString.encodeUtf8("{"))
        || head.startsWith(ByteString.encodeUtf8("<?xml"));
  }

  /** Whether nothing but text begins like this. */
  static boolean isText(ByteString head) {
    for (int i = 0; i < head.size(); i++) {
      int b = head.getByte(i) & 0xFF;
      if (b == 0x7F || (b < ' ' && b != '\t' && b != '\n' && b != '\r')) {
        return false;
      }
    }
    return true;
  }
}
