// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.cli.output;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** What people are told beside the results, on standard error. */
public final class Notes {
  private static final int LONGEST = 800;
  private static final PrintStream ERR =
      new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8);

  private Notes() {}

  /**
   * Says something in one line.
   *
   * @param text the text, which may come from elsewhere
   */
  public static void say(String text) {
    ERR.println(Text.line("dicomweb: " + text, LONGEST));
  }
}
