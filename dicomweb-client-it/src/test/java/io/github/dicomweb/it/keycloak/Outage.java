// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.it.keycloak;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/**
 * A relay in front of a server that looks inside nothing and can be down: its connections are then
 * reset and new ones refused, until it is up again at the same port.
 */
final class Outage implements AutoCloseable {
  private final ExecutorService threads =
      Executors.newCachedThreadPool(
          task -> {
            Thread thread = new Thread(task, "outage-relay");
            thread.setDaemon(true);
            return thread;
          });
  private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
  private final InetSocketAddress target;
  private final int port;
  private ServerSocket listening;

  private Outage(InetSocketAddress target, ServerSocket listening) {
    this.target = target;
    this.listening = listening;
    this.port = listening.getLocalPort();
  }

  /** Opens a relay at any port to a port of this machine. */
  static Outage before(int targetPort) throws IOException {
    InetSocketAddress target = new InetSocketAddress(InetAddress.getLoopbackAddress(), targetPort);
    Outage relay = new Outage(target, listen(0));
    relay.acceptFrom(relay.listening);
    return relay;
  }

  private static ServerSocket listen(int port) throws IOException {
    ServerSocket socket = new ServerSocket();
    // What was reset a moment ago must not keep us from the port.
    socket.setReuseAddress(true);
    socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
    return socket;
  }

  int port() {
    return port;
  }

  /** Down until {@link #end}. */
  synchronized void begin() {
    close(listening);
    // One that is accepted meanwhile sees by the listening socket that it came too late.
    sockets.forEach(Outage::reset);
  }

  /** Up again. */
  synchronized void end() {
    if (listening.isClosed()) {
      try {
        listening = listen(port);
      } catch (IOException e) {
        throw new UncheckedIOException("the port was taken meanwhile", e);
      }
      acceptFrom(listening);
    }
  }

  /**
   * Down now, and up after a time.
   *
   * @return completes when it is up again
   */
  CompletableFuture<Void> lasting(Duration time) {
    begin();
    return CompletableFuture.runAsync(
        this::end,
        CompletableFuture.delayedExecutor(time.toMillis(), TimeUnit.MILLISECONDS, threads));
  }

  private void acceptFrom(ServerSocket server) {
    threads.execute(
        () -> {
          try {
            while (true) {
              join(server, server.accept());
            }
          } catch (IOException e) {
            if (!server.isClosed()) {
              throw new UncheckedIOException("the relay is down without having been told to", e);
            }
          }
        });
  }

  private void join(ServerSocket server, Socket client) {
    sockets.add(client);
    Socket backend = new Socket();
    try {
      client.setTcpNoDelay(true);
      backend.setTcpNoDelay(true);
      backend.connect(target);
    } catch (IOException e) {
      // What a client sees of a server that is not there.
      reset(client);
      return;
    }
    sockets.add(backend);
    if (server.isClosed()) {
      reset(client);
      reset(backend);
      return;
    }
    threads.execute(() -> pump(client, backend));
    threads.execute(() -> pump(backend, client));
  }

  private void pump(Socket from, Socket to) {
    try {
      InputStream in = from.getInputStream();
      OutputStream out = to.getOutputStream();
      in.transferTo(out);
      to.shutdownOutput();
    } catch (IOException e) {
      reset(from);
      reset(to);
    } finally {
      if (from.isOutputShutdown() || from.isClosed()) {
        sockets.remove(from);
        sockets.remove(to);
        close(from);
        close(to);
      }
    }
  }

  private static void reset(Socket socket) {
    try {
      socket.setSoLinger(true, 0);
    } catch (IOException e) {
      // Closed already, which is what was wanted.
      return;
    }
    close(socket);
  }

  private static void close(AutoCloseable socket) {
    try {
      socket.close();
    } catch (Exception e) {
      throw new IllegalStateException("a socket that cannot be closed", e);
    }
  }

  @Override
  public void close() {
    begin();
    threads.shutdownNow();
  }
}
