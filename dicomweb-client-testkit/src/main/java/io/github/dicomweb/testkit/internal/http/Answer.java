// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.testkit.internal.http;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import okio.Buffer;
import okio.BufferedSink;
import okio.ByteString;
import org.jspecify.annotations.Nullable;

/** An answer in the terms of HTTP. Immutable. */
public final class Answer {
  private final int status;
  private final List<Map.Entry<String, String>> headers;
  private final @Nullable AnswerBody body;

  private Answer(int status, List<Map.Entry<String, String>> headers, @Nullable AnswerBody body) {
    this.status = status;
    this.headers = headers;
    this.body = body;
  }

  public static Answer of(int status) {
    return new Answer(status, List.of(), null);
  }

  public Answer header(String name, String value) {
    List<Map.Entry<String, String>> more = new ArrayList<>(headers);
    more.add(Map.entry(name, value));
    return new Answer(status, List.copyOf(more), body);
  }

  /** The same with this value in place of all that a header had. */
  public Answer withHeader(String name, String value) {
    return withoutHeader(name).header(name, value);
  }

  public Answer withoutHeader(String name) {
    return new Answer(
        status,
        headers.stream().filter(header -> !header.getKey().equalsIgnoreCase(name)).toList(),
        body);
  }

  public Answer withStatus(int changed) {
    return new Answer(changed, headers, body);
  }

  /** The same with another body, of the same type. */
  public Answer withBody(Buffer content) {
    return new Answer(status, headers, new Buffered(content));
  }

  /** The same without a body and its type. */
  public Answer withoutBody() {
    return new Answer(status, headers, null).withoutHeader("Content-Type");
  }

  /** The first value of a header. */
  public Optional<String> header(String name) {
    return headers.stream()
        .filter(header -> header.getKey().equalsIgnoreCase(name))
        .map(Map.Entry::getValue)
        .findFirst();
  }

  public Answer body(String contentType, AnswerBody content) {
    return new Answer(status, headers, content).header("Content-Type", contentType);
  }

  public Answer body(String contentType, Buffer content) {
    return body(contentType, new Buffered(content));
  }

  Answer text(String text) {
    return body(
        "text/plain; charset=utf-8",
        new Buffered(new Buffer().writeString(text, StandardCharsets.UTF_8)));
  }

  public int status() {
    return status;
  }

  public List<Map.Entry<String, String>> headers() {
    return headers;
  }

  public @Nullable AnswerBody body() {
    return body;
  }

  /** All of the body; nothing where there is none. */
  public ByteString bytes() throws IOException {
    Buffer buffer = new Buffer();
    if (body != null) {
      body.writeTo(buffer);
    }
    return buffer.readByteString();
  }

  private record Buffered(Buffer content) implements AnswerBody {
    @Override
    public long length() {
      return content.size();
    }

    @Override
    public void writeTo(BufferedSink sink) throws IOException {
      sink.writeAll(content.copy());
    }
  }
}
