// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.HexFormat;
import mockwebserver3.MockResponse;
import okio.Buffer;

/** Beginnings of pictures, which is all that a client looks at. */
final class Pictures {
  static final byte[] JPEG = bytes("ffd8ffe000104a46494600", "the rest of a JPEG");
  static final byte[] PNG = bytes("89504e470d0a1a0a", "the rest of a PNG");
  static final byte[] GIF = bytes("474946383961", "the rest of a GIF");
  static final byte[] JP2 = bytes("0000000c6a5020200d0a870a", "the rest of a JP2");
  static final byte[] MP4 = bytes("0000001866747970", "isom and the rest of an MP4");
  static final byte[] PDF = "%PDF-1.7\nthe rest of a PDF".getBytes(US_ASCII);

  private Pictures() {}

  private static byte[] bytes(String hex, String rest) {
    Buffer buffer = new Buffer().write(HexFormat.of().parseHex(hex));
    return buffer.writeUtf8(rest).readByteArray();
  }

  static MockResponse.Builder single(String type, byte[] bytes) {
    MockResponse.Builder response = new MockResponse.Builder().body(new Buffer().write(bytes));
    return type.isEmpty() ? response : response.addHeader("Content-Type", type);
  }

  /** Parts of one media type, which may be left out. */
  static Buffer parts(String type, byte[]... parts) {
    Buffer body = new Buffer();
    for (byte[] part : parts) {
      body.writeUtf8("--" + Wire.BOUNDARY + "\r\n");
      body.writeUtf8(type.isEmpty() ? "" : "Content-Type: " + type + "\r\n").writeUtf8("\r\n");
      body.write(part).writeUtf8("\r\n");
    }
    return body.writeUtf8("--" + Wire.BOUNDARY + "--\r\n");
  }

  static MockResponse.Builder multipart(Buffer body) {
    return new MockResponse.Builder()
        .addHeader(
            "Content-Type", "multipart/related; type=\"image/jpeg\"; boundary=" + Wire.BOUNDARY)
        .body(body);
  }
}
