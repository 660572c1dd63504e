// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.benchmarks.server;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;
import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;

/**
 * Serves until its standard input ends. Prints one line: the port of plain HTTP, that of TLS, that
 * of frames over HTTP/2, and the certificate of both.
 */
public final class ServerMain {
  private static final int BACKLOG = 50;
  private static final int READ = 256 * 1024;

  private final Archive archive = new Archive();

  private interface Acceptor {
    Peer accept() throws IOException;
  }

  private ServerMain() {}

  /**
   * Runs it.
   *
   * @param arguments none
   * @throws IOException if it cannot listen
   */
  public static void main(String[] arguments) throws IOException {
    InetAddress loopback = InetAddress.getByAddress("localhost", new byte[] {127, 0, 0, 1});
    HeldCertificate certificate =
        new HeldCertificate.Builder().addSubjectAlternativeName("127.0.0.1").build();
    HandshakeCertificates handshake =
        new HandshakeCertificates.Builder().heldCertificate(certificate).build();
    ServerMain server = new ServerMain();
    try (ServerSocketChannel plain = ServerSocketChannel.open();
        SSLServerSocket tls =
            (SSLServerSocket)
                handshake
                    .sslContext()
                    .getServerSocketFactory()
                    .createServerSocket(0, BACKLOG, loopback);
        Http2Frames http2 = new Http2Frames(handshake, loopback)) {
      plain.bind(new InetSocketAddress(loopback, 0), BACKLOG);
      server.start(() -> Peer.of(plain.accept()));
      server.start(() -> Peer.of((SSLSocket) tls.accept()));
      System.out.println(
          plain.socket().getLocalPort()
              + " "
              + tls.getLocalPort()
              + " "
              + http2.port()
              + " "
              + Base64.getEncoder()
                  .encodeToString(
                      certificate.certificatePem().getBytes(StandardCharsets.US_ASCII)));
      while (System.in.read() >= 0) {
        // only its end means something
      }
    }
    System.exit(0);
  }

  private void start(Acceptor acceptor) {
    thread(
        () -> {
          while (true) {
            try {
              Peer peer = acceptor.accept();
              thread(() -> serve(peer));
            } catch (IOException e) {
              return;
            }
          }
        });
  }

  private void serve(Peer peer) {
    ByteBuffer buffer = ByteBuffer.allocateDirect(READ);
    try (peer) {
      for (Request r = Request.read(peer, buffer); r != null; r = Request.read(peer, buffer)) {
        archive.answer(r).answer(peer);
      }
    } catch (IOException e) {
      System.err.println("a client went away: " + e.getClass().getSimpleName());
    }
  }

  private static void thread(Runnable task) {
    Thread thread = new Thread(task);
    thread.setDaemon(true);
    thread.start();
  }
}
