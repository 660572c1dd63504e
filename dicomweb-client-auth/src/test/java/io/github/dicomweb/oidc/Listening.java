// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.oidc;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.logging.ConsoleHandler;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Hears every log line of this library at TRACE, every one of the HTTP library, and every exception
 * and {@code toString} that it is told of.
 */
final class Listening implements BeforeEachCallback, AfterEachCallback {
  private final StringWriter said = new StringWriter();
  private final ByteArrayOutputStream log = new ByteArrayOutputStream();
  private final PrintStream realErr = System.err;
  private final Logger http = Logger.getLogger("okhttp3");
  private final Handler handler = new Recorder();

  private final class Recorder extends ConsoleHandler {
    @Override
    public synchronized void publish(LogRecord record) {
      log.writeBytes(new SimpleFormatter().format(record).getBytes(UTF_8));
    }
  }

  @Override
  public void beforeEach(ExtensionContext context) {
    System.setErr(new PrintStream(log, true, UTF_8));
    http.setLevel(Level.ALL);
    http.addHandler(handler);
  }

  @Override
  public void afterEach(ExtensionContext context) {
    System.setErr(realErr);
    http.setLevel(null);
    http.removeHandler(handler);
  }

  /** Runs something and keeps what it gives or throws, down to the last cause. */
  void run(Callable<?> action) {
    try {
      say(action.call());
    } catch (Throwable failure) {
      failure.printStackTrace(new PrintWriter(said, true));
    }
  }

  void say(Object object) {
    said.append(String.valueOf(object)).append('\n');
  }

  String said() {
    return said.toString();
  }

  void assertNothingOf(List<String> secrets) {
    String logged = log.toString(UTF_8);
    assertThat(logged).as("the log was really heard").contains("io.github.dicomweb");
    assertThat(said.toString()).isNotEmpty();
    for (String secret : secrets) {
      assertThat(logged).as("log").doesNotContain(secret);
      assertThat(said.toString()).as("exceptions and texts").doesNotContain(secret);
    }
  }
}
