// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.benchmarks.server;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** A body that is there before it is asked for. */
interface Content {
  /** The media type. */
  String type();

  /** The bytes it has. */
  long length();

  /** Writes it. */
  void writeTo(Peer peer) throws IOException;

  /** One of bytes. */
  static Content of(String type, ByteBuffer bytes) {
    return new Content() {
      @Override
      public String type() {
        return type;
      }

      @Override
      public long length() {
        return bytes.remaining();
      }

      @Override
      public void writeTo(Peer peer) throws IOException {
        peer.write(bytes.duplicate());
      }
    };
  }

  /** Bytes outside of the heap, from where a socket takes them without a copy. */
  static ByteBuffer direct(byte[] bytes) {
    return ByteBuffer.allocateDirect(bytes.length).put(bytes).flip();
  }

  /** The same of text. */
  static ByteBuffer direct(String text) {
    return direct(text.getBytes(StandardCharsets.ISO_8859_1));
  }

  /** Sends it as an answer. */
  default void answer(Peer peer) throws IOException {
    String head =
        "HTTP/1.1 200 OK\r\nContent-Type: "
            + type()
            + "\r\nContent-Length: "
            + length()
            + "\r\n\r\n";
    peer.write(ByteBuffer.wrap(head.getBytes(StandardCharsets.ISO_8859_1)));
    writeTo(peer);
  }
}
