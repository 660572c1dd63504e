// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.benchmarks.server;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The head of a request, with its body passed over.
 *
 * @param method the method
 * @param target path and query
 */
record Request(String method, String target) {
  private static final String END = "\r\n\r\n";

  /** Reads one, or null when the connection has ended. */
  static @Nullable Request read(Peer peer, ByteBuffer buffer) throws IOException {
    StringBuilder head = new StringBuilder();
    int end = -1;
    buffer.clear();
    while (end < 0) {
      if (peer.read(buffer) < 0) {
        return null;
      }
      buffer.flip();
      int from = Math.max(0, head.length() - END.length());
      head.append(StandardCharsets.ISO_8859_1.decode(buffer));
      buffer.clear();
      end = head.indexOf(END, from);
    }
    String text = head.substring(0, end);
    pass(peer, buffer, head.length() - end - END.length(), text.toLowerCase(Locale.ROOT));
    String[] line = text.substring(0, text.indexOf('\r')).split(" ");
    return new Request(line[0], line[1]);
  }

  private static void pass(Peer peer, ByteBuffer buffer, long already, String head)
      throws IOException {
    int at = head.indexOf("\r\ncontent-length:");
    long length =
        at < 0
            ? 0
            : Long.parseLong(head.substring(at + 17).lines().findFirst().orElseThrow().strip());
    for (long left = length - already; left > 0; ) {
      buffer.clear().limit((int) Math.min(left, buffer.capacity()));
      int count = peer.read(buffer);
      if (count < 0) {
        throw new EOFException("the request ended within its body");
      }
      left -= count;
    }
  }

  /** A segment of the path, from 0. */
  String segment(int index) {
    return target.substring(1).split("[/?]")[index];
  }

  /** A parameter of the query that is a number, or a default. */
  int number(String name, int otherwise) {
    int at = Math.max(target.indexOf("?" + name + "="), target.indexOf("&" + name + "="));
    return at < 0
        ? otherwise
        : Integer.parseInt(target.substring(at + name.length() + 2).split("&")[0]);
  }
}
