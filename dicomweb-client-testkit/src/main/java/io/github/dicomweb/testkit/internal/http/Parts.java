// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.testkit.internal.http;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import okio.BufferedSink;

/** Writes parts from where they are stored, never a whole body in memory. */
public final class Parts {
  // small enough that the sink passes it on at once and does not gather a whole part
  private static final int PIECE = 16 * 1024;

  private Parts() {}

  /** A single part. */
  public static Answer single(Answer answer, Part part) {
    Answer typed = answer.body(part.contentType(), new Contents(List.of(part.content())));
    return part.location().isEmpty() ? typed : typed.header("Content-Location", part.location());
  }

  /** A {@code multipart/related} (PS3.18 §8.6.1.2). */
  public static Answer multipart(Answer answer, String type, List<Part> parts) {
    String boundary = UUID.randomUUID().toString();
    List<ByteBuffer> contents = new ArrayList<>();
    String before = "";
    for (Part part : parts) {
      contents.add(ascii(before + "--" + boundary + "\r\n" + part.headers() + "\r\n"));
      contents.add(part.content());
      before = "\r\n";
    }
    contents.add(ascii("\r\n--" + boundary + "--\r\n"));
    String contentType = "multipart/related; type=\"" + type + "\"; boundary=" + boundary;
    return answer.body(contentType, new Contents(List.copyOf(contents)));
  }

  private static ByteBuffer ascii(String text) {
    return ByteBuffer.wrap(text.getBytes(StandardCharsets.US_ASCII));
  }

  private record Contents(List<ByteBuffer> pieces) implements AnswerBody {
    @Override
    public long length() {
      return pieces.stream().mapToLong(ByteBuffer::remaining).sum();
    }

    @Override
    public void writeTo(BufferedSink sink) throws IOException {
      for (ByteBuffer piece : pieces) {
        int end = piece.limit();
        for (int at = piece.position(); at < end; at += PIECE) {
          sink.write(piece.duplicate().position(at).limit(Math.min(end, at + PIECE)));
        }
      }
    }
  }
}
