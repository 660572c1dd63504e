// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.io.StringWriter;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Hears everything that is said where a secret could be overheard: each log line of this library at
 * TRACE and of OkHttp at ALL, exceptions down to their last causes, and what {@code toString}
 * gives.
 */
final class Overheard implements BeforeEachCallback, AfterEachCallback {
  private final ByteArrayOutputStream log = new ByteArrayOutputStream();
  private final StringWriter said = new StringWriter();
  private final StringWriter loggedByOkHttp = new StringWriter();
  private final Logger okHttp = Logger.getLogger("okhttp3");
  private final PrintStream realErr = System.err;
  private final Handler handler =
      new Handler() {
        private final SimpleFormatter formatter = new SimpleFormatter();

        @Override
        public void publish(LogRecord entry) {
          loggedByOkHttp
              .append(entry.getLoggerName() + ": " + formatter.formatMessage(entry))
              .append(" " + entry.getThrown() + "\n");
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
      };

  @Override
  public void beforeEach(ExtensionContext context) {
    System.setErr(new PrintStream(log, true, UTF_8));
    handler.setLevel(Level.ALL);
    okHttp.setLevel(Level.ALL);
    okHttp.setUseParentHandlers(false);
    okHttp.addHandler(handler);
  }

  @Override
  public void afterEach(ExtensionContext context) {
    System.setErr(realErr);
    okHttp.removeHandler(handler);
    okHttp.setUseParentHandlers(true);
    okHttp.setLevel(null);
  }

  /** Says what an action gives, or all of what it throws. */
  void run(Callable<?> action) {
    try {
      say(action.call());
    } catch (Throwable failure) {
      say(failure, 0);
    }
  }

  /** What a stack trace shows, without the frames. */
  private void say(Throwable failure, int depth) {
    say(failure);
    assertThat(depth).as("an end of causes").isLessThan(20);
    if (failure.getCause() != null) {
      say(failure.getCause(), depth + 1);
    }
    for (Throwable suppressed : failure.getSuppressed()) {
      say(suppressed, depth + 1);
    }
  }

  void say(Object object) {
    said.append(String.valueOf(object)).append('\n');
  }

  String said() {
    return said.toString();
  }

  /** Asserts that everything was heard and that none of these was among it. */
  void assertNoneOf(List<String> secrets) {
    String logged = log.toString(UTF_8);
    assertThat(logged).as("our log was really heard").contains("io.github.dicomweb");
    assertThat(loggedByOkHttp.toString()).as("OkHttp's log was really heard").contains("okhttp3");
    assertThat(said.toString()).isNotEmpty();
    String all = logged + loggedByOkHttp + said;
    assertThat(all.lines().filter(line -> holdsOne(line, secrets)).distinct()).isEmpty();
  }

  private static boolean holdsOne(String line, List<String> secrets) {
    String lower = line.toLowerCase(Locale.ROOT);
    return secrets.stream().anyMatch(secret -> lower.contains(secret.toLowerCase(Locale.ROOT)));
  }
}
