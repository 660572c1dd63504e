// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.internal.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class BulkSocketTest {
  private static final int PIECE = 8 * 1024;

  @Test
  void readAhead_anySizes_givesTheSameBytes() throws IOException {
    byte[] bytes = random(1_000_003);
    Random random = new Random(3);
    ByteArrayOutputStream read = new ByteArrayOutputStream();
    try (InputStream in = new ReadAhead(new ByteArrayInputStream(bytes))) {
      byte[] piece = new byte[300_000];
      for (int count = 0; count >= 0; ) {
        read.write(piece, 0, count);
        int b = random.nextInt(4) == 0 ? in.read() : -1;
        if (b >= 0) {
          read.write(b);
        }
        int size = random.nextInt(10) == 0 ? piece.length : 1 + random.nextInt(2 * PIECE);
        count = in.read(piece, 0, size);
      }
      assertThat(in.read()).isEqualTo(-1);
    }
    assertThat(read.toByteArray()).isEqualTo(bytes);
  }

  @Test
  void readAhead_muchIsThere_asksForMuch() throws IOException {
    List<Integer> asked = new ArrayList<>();
    byte[] bytes = random(1_000_000);
    try (InputStream in = new ReadAhead(asking(asked, bytes))) {
      byte[] piece = new byte[PIECE];
      long count = 0;
      for (int n = in.read(piece); n >= 0; n = in.read(piece)) {
        count += n;
      }
      assertThat(count).isEqualTo(bytes.length);
    }
    assertThat(asked).startsWith(PIECE, ReadAhead.BYTES, ReadAhead.BYTES).hasSizeLessThan(12);
  }

  @Test
  void readAhead_smallAnswers_asksForWhatItsUserAsksFor() throws IOException {
    List<Integer> asked = new ArrayList<>();
    try (InputStream in = new ReadAhead(asking(asked, random(PIECE - 1)))) {
      assertThat(in.read(new byte[PIECE])).isEqualTo(PIECE - 1);
      assertThat(in.read(new byte[PIECE])).isEqualTo(-1);
    }
    assertThat(asked).containsExactly(PIECE, PIECE);
  }

  @Test
  void readAhead_readByItself_isAvailable() throws IOException {
    try (InputStream in = new ReadAhead(new ByteArrayInputStream(random(3 * PIECE)))) {
      assertThat(in.readNBytes(PIECE + 1)).hasSize(PIECE + 1);
      assertThat(in.available()).isEqualTo(2 * PIECE - 1);
    }
  }

  @Test
  void gathered_requestWithBody_isWrittenInLargePiecesAndInOrder() throws IOException {
    Pieces pieces = new Pieces();
    byte[] body = random(100 * PIECE);
    ByteArrayOutputStream expected = new ByteArrayOutputStream();
    try (OutputStream out = new Gathered(pieces)) {
      byte[] head = "POST / HTTP/1.1\r\n\r\n".getBytes(StandardCharsets.US_ASCII);
      out.write(head);
      expected.writeBytes(head);
      for (int at = 0; at < body.length; at += PIECE) {
        out.write(body, at, PIECE);
        out.write('x');
        expected.write(body, at, PIECE);
        expected.write('x');
      }
      out.flush();
    }
    assertThat(pieces.all.toByteArray()).isEqualTo(expected.toByteArray());
    assertThat(pieces.sizes).hasSizeLessThan(20);
  }

  @Test
  void gathered_notFlushed_holdsNoMoreThanItsBuffer() throws IOException {
    Pieces pieces = new Pieces();
    try (OutputStream out = new Gathered(pieces)) {
      out.write("POST /".getBytes(StandardCharsets.US_ASCII));
      for (int i = 0; i < 20; i++) {
        out.write(new byte[PIECE]);
      }
      assertThat(pieces.all.size()).isGreaterThanOrEqualTo(6 + 20 * PIECE - Gathered.BYTES);
      out.write(new byte[Gathered.BYTES * 2]);
      assertThat(pieces.all.size()).isEqualTo(6 + 20 * PIECE + Gathered.BYTES * 2);
    }
  }

  @Test
  void gathered_http2OrTlsOrWebSocket_isNeverHeldBack() throws IOException {
    for (String start :
        List.of(
            "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", "\u0016\u0003\u0001..", "GET / HTTP/1.1\r\n\r\n")) {
      Pieces pieces = new Pieces();
      try (OutputStream out = new Gathered(pieces)) {
        out.write(start.getBytes(StandardCharsets.US_ASCII));
        out.write(new byte[PIECE]);
        out.write(new byte[PIECE]);
        assertThat(pieces.sizes).containsExactly(start.length(), PIECE, PIECE);
      }
    }
  }

  @Test
  void gathered_webSocketOnAConnectionThatSentABody_isNotHeldBack() throws IOException {
    Pieces pieces = new Pieces();
    try (OutputStream out = new Gathered(pieces)) {
      byte[] request = new byte[2 * PIECE];
      System.arraycopy("POST / ".getBytes(StandardCharsets.US_ASCII), 0, request, 0, 7);
      out.write(request);
      out.flush();
      out.write("GET / HTTP/1.1\r\nUpgrade: websocket\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
      out.flush();
      int before = pieces.all.size();
      out.write(new byte[PIECE]);
      assertThat(pieces.all.size()).isEqualTo(before + PIECE);
    }
  }

  @Test
  void socket_everyWayToMakeOne_sendsAtOnce() throws IOException {
    InetAddress loopback = InetAddress.getLoopbackAddress();
    try (ServerSocket server = new ServerSocket(0, 5, loopback)) {
      int port = server.getLocalPort();
      BulkSocketFactory factory = (BulkSocketFactory) BulkSocketFactory.INSTANCE;
      try (Socket bare = factory.createSocket();
          Socket byName = factory.createSocket("127.0.0.1", port);
          Socket fromName = factory.createSocket("127.0.0.1", port, loopback, 0);
          Socket byAddress = factory.createSocket(loopback, port);
          Socket fromAddress = factory.createSocket(loopback, port, loopback, 0)) {
        for (Socket socket : List.of(bare, byName, fromName, byAddress, fromAddress)) {
          assertThat(socket.getTcpNoDelay()).isTrue();
        }
        assertThat(byName.isConnected()).isTrue();
        assertThat(byName.getInputStream()).isSameAs(byName.getInputStream());
      }
    }
  }

  private static byte[] random(int length) {
    byte[] bytes = new byte[length];
    new Random(1).nextBytes(bytes);
    return bytes;
  }

  private static InputStream asking(List<Integer> asked, byte[] bytes) {
    return new ByteArrayInputStream(bytes) {
      @Override
      public synchronized int read(byte[] target, int offset, int length) {
        asked.add(length);
        return super.read(target, offset, length);
      }
    };
  }

  /** What arrived, and in which pieces. */
  private static final class Pieces extends OutputStream {
    private final ByteArrayOutputStream all = new ByteArrayOutputStream();
    private final List<Integer> sizes = new ArrayList<>();

    @Override
    public void write(int b) {
      all.write(b);
      sizes.add(1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) {
      all.writeBytes(Arrays.copyOfRange(bytes, offset, offset + length));
      sizes.add(length);
    }
  }
}
