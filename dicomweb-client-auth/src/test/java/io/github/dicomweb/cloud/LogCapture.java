// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.cloud;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.concurrent.Callable;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;

/**
 * Everything that is said, logged and thrown while it is open, through SLF4J and the JDK's logging.
 */
public final class LogCapture implements AutoCloseable {
  private final ByteArrayOutputStream log = new ByteArrayOutputStream();
  private final StringWriter said = new StringWriter();
  private final PrintStream realErr = System.err;
  private final Logger root = Logger.getLogger("");
  private final Logger google = Logger.getLogger("com.google");
  private final Level before = root.getLevel();
  private final Handler handler =
      new Handler() {
        private final SimpleFormatter formatter = new SimpleFormatter();

        @Override
        public void publish(LogRecord logged) {
          synchronized (log) {
            log.writeBytes(formatter.format(logged).getBytes(UTF_8));
          }
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
      };

  /** Starts listening. */
  public LogCapture() {
    System.setErr(new PrintStream(log, true, UTF_8));
    handler.setLevel(Level.ALL);
    root.addHandler(handler);
    google.setLevel(Level.ALL);
  }

  /**
   * Runs something and takes down what it gives or throws.
   *
   * @param action what to run
   */
  public void run(Callable<?> action) {
    try {
      said.append(String.valueOf(action.call())).append('\n');
    } catch (Throwable failure) {
      failure.printStackTrace(new PrintWriter(said, true));
    }
  }

  /**
   * What was given and thrown.
   *
   * @return the text
   */
  public String said() {
    return said.toString();
  }

  /**
   * What was logged.
   *
   * @return the text
   */
  public String logged() {
    synchronized (log) {
      return log.toString(UTF_8);
    }
  }

  @Override
  public void close() {
    System.setErr(realErr);
    root.removeHandler(handler);
    root.setLevel(before);
    google.setLevel(null);
  }
}
