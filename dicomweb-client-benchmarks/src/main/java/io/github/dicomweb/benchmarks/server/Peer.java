// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.benchmarks.server;

import java.io.Closeable;
import java.io.IOException;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import javax.net.ssl.SSLSocket;

/** One connection, plain or TLS. */
interface Peer extends Closeable {
  /** Reads what there is; −1 at the end. */
  int read(ByteBuffer target) throws IOException;

  /** Writes all of it. */
  void write(ByteBuffer... sources) throws IOException;

  /** A plain one, which writes from the buffers' own memory. */
  static Peer of(SocketChannel channel) throws IOException {
    channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
    return new Peer() {
      @Override
      public int read(ByteBuffer target) throws IOException {
        return channel.read(target);
      }

      @Override
      public void write(ByteBuffer... sources) throws IOException {
        while (sources[sources.length - 1].hasRemaining()) {
          long unused = channel.write(sources);
        }
      }

      @Override
      public void close() throws IOException {
        channel.close();
      }
    };
  }

  /** One with TLS. */
  static Peer of(SSLSocket socket) throws IOException {
    socket.setTcpNoDelay(true);
    byte[] block = new byte[1 << 16];
    return new Peer() {
      @Override
      public int read(ByteBuffer target) throws IOException {
        int count =
            socket.getInputStream().read(block, 0, Math.min(block.length, target.remaining()));
        if (count > 0) {
          target.put(block, 0, count);
        }
        return count;
      }

      @Override
      public void write(ByteBuffer... sources) throws IOException {
        for (ByteBuffer source : sources) {
          while (source.hasRemaining()) {
            int count = Math.min(block.length, source.remaining());
            source.get(block, 0, count);
            socket.getOutputStream().write(block, 0, count);
          }
        }
      }

      @Override
      public void close() throws IOException {
        socket.close();
      }
    };
  }
}
