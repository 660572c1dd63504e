// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.testkit.internal.store;

import io.github.dicomweb.testkit.internal.http.HttpProblem;
import io.github.dicomweb.testkit.internal.http.Request;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import okhttp3.MediaType;
import okhttp3.MultipartReader;
import okio.BufferedSource;
import okio.Okio;

/** Finds the parts of a body where they are: nothing is copied. */
final class StoreParts {
  private StoreParts() {}

  /** The parts, or 415 for what is no {@code multipart/related; type="application/dicom"}. */
  static List<StorePart> of(Request request) {
    MediaType type = MediaType.parse(request.header("Content-Type").orElse(""));
    if (type == null
        || !type.type().equals("multipart")
        || !type.subtype().equals("related")
        || !"application/dicom".equalsIgnoreCase(type.parameter("type"))) {
      throw HttpProblem.of(415, "Only multipart/related; type=\"application/dicom\" is stored.");
    }
    String boundary = type.parameter("boundary");
    if (boundary == null || boundary.isEmpty()) {
      throw HttpProblem.badRequest("The Content-Type has no boundary.");
    }
    ByteBuffer body = request.body().asByteBuffer();
    try {
      return read(body, boundary);
    } catch (IOException | IllegalArgumentException e) {
      throw HttpProblem.badRequest("The multipart body is malformed or cut.");
    }
  }

  private static List<StorePart> read(ByteBuffer body, String boundary) throws IOException {
    List<StorePart> parts = new ArrayList<>();
    BufferInput input = new BufferInput(body);
    // not an okio Buffer: looking for a delimiter, the reader goes through all that is buffered
    BufferedSource source = Okio.buffer(Okio.source(input));
    try (MultipartReader reader = new MultipartReader(source, boundary)) {
      MultipartReader.Part part = reader.nextPart();
      while (part != null) {
        int start = input.position() - (int) source.getBuffer().size();
        int length = (int) part.body().readAll(Okio.blackhole());
        ByteBuffer content = body.duplicate().position(start).limit(start + length);
        String type = Objects.requireNonNullElse(part.headers().get("Content-Type"), "");
        parts.add(new StorePart(type, content));
        part = reader.nextPart();
      }
    }
    return parts;
  }
}
