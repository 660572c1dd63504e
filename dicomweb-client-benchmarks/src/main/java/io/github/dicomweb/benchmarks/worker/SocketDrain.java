// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.benchmarks.worker;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import javax.net.SocketFactory;
import javax.net.ssl.SSLSocketFactory;

/** The series through a socket, 64 KiB at a time, with no HTTP but for the length of the body. */
final class SocketDrain implements Way {
  private final Setup setup;
  private final byte[] array = new byte[64 * 1024];

  SocketDrain(Setup setup) {
    this.setup = setup;
  }

  @Override
  public long run() throws IOException {
    SocketFactory factory =
        setup.base().isHttps() ? SSLSocketFactory.getDefault() : SocketFactory.getDefault();
    try (Socket socket = factory.createSocket(setup.base().host(), setup.base().port())) {
      String get = "GET " + setup.series().url().encodedPath() + " HTTP/1.1\r\nHost: x\r\n\r\n";
      socket.getOutputStream().write(get.getBytes(StandardCharsets.US_ASCII));
      InputStream in = socket.getInputStream();
      int count = in.read(array);
      String start = new String(array, 0, Math.max(count, 0), StandardCharsets.ISO_8859_1);
      int length = start.indexOf("Content-Length: ");
      int end = start.indexOf("\r\n\r\n");
      if (length < 0 || end < 0) {
        throw new IOException("not the answer that this way can read");
      }
      long bytes = Long.parseLong(start.substring(length + 16).lines().findFirst().orElseThrow());
      long left = bytes - (count - end - 4);
      while (left > 0) {
        count = in.read(array);
        if (count < 0) {
          throw new EOFException();
        }
        left -= count;
      }
      return bytes;
    }
  }
}
