// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.it.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** How long the command waits, and what it says then. */
@Tag("command")
class CommandTimeoutTest {
  private static final int MOST_WAITING = 20;

  private static void timesOut(ServerSocket server, String option) throws Exception {
    Command command =
        Command.at("http://127.0.0.1:" + server.getLocalPort() + "/").trustingNobody();
    assertThat(command.run(option, "500ms", "count", "studies").expect(6).err())
        .hasLineCount(1)
        .startsWith("dicomweb: timed out: ");
    assertThat(command.terminal(option, "500ms", "count", "studies").expect(6).out())
        .hasLineCount(1)
        .startsWith("dicomweb: timed out: ");
  }

  /** The head of an answer, the first byte of a body of a hundred, and no more. */
  @Test
  void stallTimeout_endsAnAnswerThatStandsStill() throws Exception {
    List<Socket> callers = new CopyOnWriteArrayList<>();
    Thread answering;
    try (ServerSocket server =
        new ServerSocket(0, MOST_WAITING, InetAddress.getLoopbackAddress())) {
      answering = new Thread(() -> beginAnswers(server, callers), "answers");
      answering.start();
      timesOut(server, "--stall-timeout");
    } finally {
      for (Socket caller : callers) {
        caller.close();
      }
    }
    answering.join();
  }

  private static void beginAnswers(ServerSocket server, List<Socket> callers) {
    String head =
        "HTTP/1.1 200 OK\r\nContent-Type: application/dicom+json\r\nContent-Length: 100\r\n\r\n[";
    try {
      while (true) {
        Socket caller = server.accept();
        callers.add(caller);
        caller.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
      }
    } catch (IOException e) {
      if (!server.isClosed()) {
        throw new UncheckedIOException(e);
      }
    }
  }

  @Test
  void timeout_endsACallThatTakesTooLong() throws Exception {
    try (ServerSocket silent =
        new ServerSocket(0, MOST_WAITING, InetAddress.getLoopbackAddress())) {
      timesOut(silent, "--timeout");
    }
  }

  /** Who has as many callers waiting as it wants to does not answer others. */
  @Test
  void connectTimeout_endsAConnectionThatDoesNotCome() throws Exception {
    List<Socket> callers = new ArrayList<>();
    try (ServerSocket busy = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      fill(busy, callers);
      timesOut(busy, "--connect-timeout");
    } finally {
      for (Socket caller : callers) {
        caller.close();
      }
    }
  }

  private static void fill(ServerSocket server, List<Socket> callers) throws IOException {
    while (callers.size() < MOST_WAITING) {
      Socket caller = new Socket();
      callers.add(caller);
      try {
        caller.connect(server.getLocalSocketAddress(), 200);
      } catch (SocketTimeoutException e) {
        return;
      }
    }
    throw new IOException("it answers all of " + MOST_WAITING + " callers");
  }
}
