// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.cli.output;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Whether a person is looking. */
public final class Terminal {
  private static final boolean OUT = isTerminal(1);
  private static final boolean ERR = isTerminal(2);

  private Terminal() {}

  /**
   * Whether standard output is a terminal.
   *
   * @return true if it is
   */
  public static boolean out() {
    return OUT;
  }

  /**
   * Whether standard error is a terminal.
   *
   * @return true if it is
   */
  public static boolean err() {
    return ERR;
  }

  /**
   * Whether standard output should have colours: a terminal that knows them, and nobody objected
   * ({@code NO_COLOR}).
   *
   * @return true for colours
   */
  public static boolean colours() {
    String refused = System.getenv("NO_COLOR");
    return OUT && (refused == null || refused.isEmpty()) && !"dumb".equals(System.getenv("TERM"));
  }

  // Java knows only whether input and output both are one.
  @SuppressWarnings("SystemConsoleNull") // asked only where null still means that there is none
  private static boolean isTerminal(int descriptor) {
    Path link = Path.of("/proc/self/fd/" + descriptor);
    if (!Files.isSymbolicLink(link)) {
      return Runtime.version().feature() < 22 && System.console() != null;
    }
    try {
      String target = Files.readSymbolicLink(link).toString();
      return target.startsWith("/dev/pts/")
          || target.startsWith("/dev/tty")
          || target.equals("/dev/console");
    } catch (IOException e) {
      // whoever cannot be asked is no terminal: plain output harms nobody
      return false;
    }
  }
}
