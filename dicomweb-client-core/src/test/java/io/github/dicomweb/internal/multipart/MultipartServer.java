// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.internal.multipart;

import java.io.BufferedOutputStream;
import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Random;
import java.util.concurrent.TimeUnit;

/**
 * A loopback server, in a process of its own, that answers every request with the same multipart
 * body: for measuring readers without sharing their JIT and heap.
 */
final class MultipartServer implements Closeable {
  static final String BOUNDARY = "f3c1a7de-5b0e-4c1b-9c5b-2d1f4b6a7e90-7f6b3c1a-2b4d-4e5f-8a9b-0c1";

  private static final int HEADER_BYTES = 2048;
  private static final int LARGEST_BLOCK = 4 * 1024 * 1024;

  private final Process process;
  private final int port;

  private MultipartServer(Process process, int port) {
    this.process = process;
    this.port = port;
  }

  /** Starts a process that serves {@code parts} parts of {@code pixelBytes} and some more bytes. */
  static MultipartServer start(int parts, long pixelBytes) throws IOException {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-cp",
                System.getProperty("java.class.path"),
                MultipartServer.class.getName(),
                Integer.toString(parts),
                Long.toString(pixelBytes))
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    BufferedReader out =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.US_ASCII));
    String line = out.readLine();
    if (line == null) {
      throw new IOException("the server did not start");
    }
    return new MultipartServer(process, Integer.parseInt(line));
  }

  String url() {
    return "http://127.0.0.1:" + port + "/";
  }

  @Override
  public void close() throws IOException {
    process.destroy();
    try {
      process.waitFor(10, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /**
   * Serves until it is killed; prints the port it listens on.
   *
   * @param args the number of parts and the bytes of pixels in each
   * @throws IOException if the socket fails
   */
  public static void main(String[] args) throws IOException {
    int parts = Integer.parseInt(args[0]);
    long bytes = HEADER_BYTES + Long.parseLong(args[1]);
    byte[] block = new byte[(int) Math.min(bytes, LARGEST_BLOCK)];
    fill(block);
    try (ServerSocket server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
      System.out.println(server.getLocalPort());
      while (true) {
        try (Socket socket = server.accept()) {
          answer(socket, parts, bytes, block);
        } catch (IOException e) {
          System.err.println("a client went away: " + e.getClass().getSimpleName());
        }
      }
    }
  }

  /** Twelve bits a pixel, smooth and noisy like a CT image. */
  private static void fill(byte[] block) {
    Random random = new Random(1);
    for (int i = 0; i + 1 < block.length; i += 2) {
      int value = (int) (1000 + 500 * Math.sin(i / 300.0) + 40 * random.nextGaussian());
      block[i] = (byte) value;
      block[i + 1] = (byte) (value >> 8);
    }
  }

  private static void answer(Socket socket, int parts, long bytes, byte[] block)
      throws IOException {
    byte[] head =
        ("--" + BOUNDARY + "\r\nContent-Type: application/dicom\r\n\r\n")
            .getBytes(StandardCharsets.US_ASCII);
    byte[] end = ("--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.US_ASCII);
    long length = (long) parts * (head.length + bytes + 2) + end.length;
    socket.setTcpNoDelay(true);
    readRequest(socket.getInputStream());
    OutputStream out = new BufferedOutputStream(socket.getOutputStream(), 64 * 1024);
    out.write(
        ("HTTP/1.1 200 OK\r\nContent-Type: multipart/related; type=\"application/dicom\"; boundary="
                + BOUNDARY
                + "\r\nContent-Length: "
                + length
                + "\r\nConnection: close\r\n\r\n")
            .getBytes(StandardCharsets.US_ASCII));
    for (int i = 0; i < parts; i++) {
      out.write(head);
      for (long left = bytes; left > 0; left -= block.length) {
        out.write(block, 0, (int) Math.min(left, block.length));
      }
      out.write('\r');
      out.write('\n');
    }
    out.write(end);
    out.flush();
  }

  private static void readRequest(InputStream in) throws IOException {
    int state = 0;
    while (state < 4) {
      int b = in.read();
      if (b < 0) {
        throw new IOException("the request ended");
      }
      state = b == (state % 2 == 0 ? '\r' : '\n') ? state + 1 : 0;
    }
  }
}
