// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.benchmarks.turns;

import io.github.dicomweb.benchmarks.server.ServerMain;
import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;

/** The server's process. */
public final class Server implements Closeable {
  private final Child child;
  private final String[] said;

  private Server(Child child) throws IOException {
    this.child = child;
    this.said = child.line().split(" ");
  }

  /**
   * Starts it.
   *
   * @return the server; the caller closes it
   * @throws IOException if it does not start
   */
  public static Server start() throws IOException {
    return new Server(
        new Child(List.of("-Xmx256m", "-XX:+UseSerialGC"), ServerMain.class.getName(), List.of()));
  }

  /** The base URL of what it has under a path. */
  public String http(String path) {
    return "http://127.0.0.1:" + said[0] + "/" + path;
  }

  /** The same with TLS. */
  public String https(String path) {
    return "https://127.0.0.1:" + said[1] + "/" + path;
  }

  /** The same of frames, over HTTP/2. */
  public String http2(String path) {
    return "https://127.0.0.1:" + said[2] + "/" + path;
  }

  /** Its certificate, in PEM. */
  public String certificate() {
    return new String(Base64.getDecoder().decode(said[3]), StandardCharsets.US_ASCII);
  }

  @Override
  public void close() throws IOException {
    child.close();
  }
}
