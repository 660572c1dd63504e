// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.github.dicomweb.retrieve.Part;
import io.github.dicomweb.retrieve.Parts;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import mockwebserver3.MockResponse;
import okio.Buffer;

/** Answers of frames and bulk data, put together part by part. */
final class BulkAnswer {
  static final String OCTETS = "application/octet-stream";

  private final Buffer body = new Buffer();

  BulkAnswer part(String text, String... headers) {
    body.writeUtf8("--" + Wire.BOUNDARY + "\r\n");
    if (Stream.of(headers).noneMatch(header -> header.startsWith("Content-Type:"))) {
      body.writeUtf8("Content-Type: " + OCTETS + "\r\n");
    }
    for (String header : headers) {
      body.writeUtf8(header + "\r\n");
    }
    body.writeUtf8("\r\n" + text + "\r\n");
    return this;
  }

  Buffer body() {
    return body.clone().writeUtf8("--" + Wire.BOUNDARY + "--\r\n");
  }

  MockResponse.Builder response() {
    return new MockResponse.Builder()
        .addHeader(
            "Content-Type", "multipart/related; type=\"" + OCTETS + "\"; boundary=" + Wire.BOUNDARY)
        .body(body());
  }

  MockResponse build() {
    return response().build();
  }

  static MockResponse.Builder single(String text) {
    return new MockResponse.Builder().addHeader("Content-Type", OCTETS).body(text);
  }

  static List<String> read(Parts<? extends Part> parts) {
    List<String> texts = new ArrayList<>();
    try (parts) {
      parts.forEach(part -> texts.add(new String(part.readAllBytes(), US_ASCII)));
    }
    return texts;
  }
}
