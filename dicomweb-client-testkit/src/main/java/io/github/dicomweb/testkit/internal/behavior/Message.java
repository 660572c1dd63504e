// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.testkit.internal.behavior;

import io.github.dicomweb.testkit.internal.http.Answer;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import okhttp3.MediaType;
import okhttp3.MultipartReader;
import okio.Buffer;
import okio.ByteString;

/** The parts of a {@code multipart/related} body. */
final class Message {
  /** One part; the type and the location are empty where there is none. */
  record Part(String contentType, String location, ByteString content) {
    Part withContentType(String value) {
      return new Part(value, location, content);
    }

    Part withLocation(String value) {
      return new Part(contentType, value, content);
    }

    Part withContent(ByteString value) {
      return new Part(contentType, location, value);
    }

    @Override
    public String toString() {
      return "Part[" + content.size() + " bytes]";
    }
  }

  private Message() {}

  /** The boundary of a multipart type. */
  static Optional<String> boundary(String contentType) {
    MediaType type = MediaType.parse(contentType);
    return type == null || !type.type().equals("multipart")
        ? Optional.empty()
        : Optional.ofNullable(type.parameter("boundary"));
  }

  /** Whether an answer is multipart. */
  static boolean isMultipart(Answer answer) {
    return answer.header("Content-Type").flatMap(Message::boundary).isPresent();
  }

  /** The parts of a multipart answer. */
  static List<Part> parts(Answer answer) throws IOException {
    String type = answer.header("Content-Type").orElse("");
    return parts(boundary(type).orElseThrow(), answer.bytes());
  }

  /** The parts of a body. */
  static List<Part> parts(String boundary, ByteString body) throws IOException {
    List<Part> parts = new ArrayList<>();
    try (MultipartReader reader = new MultipartReader(new Buffer().write(body), boundary)) {
      MultipartReader.Part part = reader.nextPart();
      while (part != null) {
        parts.add(
            new Part(
                Objects.requireNonNullElse(part.headers().get("Content-Type"), ""),
                Objects.requireNonNullElse(part.headers().get("Content-Location"), ""),
                part.body().readByteString()));
        part = reader.nextPart();
      }
    }
    return parts;
  }
}
