// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.testkit.internal.store;

import io.github.dicomweb.testkit.internal.http.HttpProblem;
import io.github.dicomweb.testkit.internal.http.Request;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import okhttp3.MediaType;
import okhttp3.MultipartReader;
import okio.BufferedSource;
import okio.Okio;
import org.jspecify.annotations.Nullable;

/**
 * Finds the parts of a body where they are: nothing is copied.
 *
 * @param type what the parts are: DICOM files, or metadata in JSON or XML with their bulk data
 */
record StoreParts(String type, List<StorePart> parts) {
  private static final Set<String> TYPES = Set.of(StorePart.DICOM, StorePart.JSON, StorePart.XML);

  /** The parts, or 415 for what is not stored; a DICOM file that comes alone is one part. */
  static StoreParts of(Request request) {
    @Nullable MediaType type = MediaType.parse(request.header("Content-Type").orElse(""));
    ByteBuffer body = request.body().asByteBuffer();
    if (type == null) {
      throw unsupported();
    }
    String name = type.type() + "/" + type.subtype();
    if (name.equals(StorePart.DICOM)) {
      return new StoreParts(
          StorePart.DICOM,
          body.hasRemaining() ? List.of(new StorePart(StorePart.DICOM, "", body)) : List.of());
    }
    String root = Objects.requireNonNullElse(type.parameter("type"), "").toLowerCase(Locale.ROOT);
    if (!name.equals("multipart/related") || !TYPES.contains(root)) {
      throw unsupported();
    }
    String boundary = type.parameter("boundary");
    if (boundary == null || boundary.isEmpty()) {
      throw HttpProblem.badRequest("The Content-Type has no boundary.");
    }
    try {
      return new StoreParts(root, read(body, boundary));
    } catch (IOException | IllegalArgumentException e) {
      throw HttpProblem.badRequest("The multipart body is malformed or cut.");
    }
  }

  private static HttpProblem unsupported() {
    return HttpProblem.of(
        415,
        "Only application/dicom is stored, and multipart/related of application/dicom,"
            + " application/dicom+json and application/dicom+xml.");
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
        parts.add(
            new StorePart(
                Objects.requireNonNullElse(part.headers().get("Content-Type"), ""),
                Objects.requireNonNullElse(part.headers().get("Content-Location"), ""),
                body.duplicate().position(start).limit(start + length)));
        part = reader.nextPart();
      }
    }
    return parts;
  }

  @Override
  public String toString() {
    return "StoreParts[" + parts.size() + " of " + type + "]";
  }
}
