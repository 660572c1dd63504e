// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.it.docs;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Types what a page says into a shell and compares what comes with what it says. */
final class Typed {
  /** Where pages say that the server is. */
  static final String DOCUMENTED = "localhost:8042";

  private final Bash bash;
  private final String authority;

  /**
   * A reader of pages.
   *
   * @param bash the shell
   * @param authority host and port of the server there is
   */
  Typed(Bash bash, String authority) {
    this.bash = bash;
    this.authority = authority;
  }

  /** What is wrong with a page; nothing if it is true. */
  List<String> faults(MarkdownPage page) throws IOException, InterruptedException {
    List<String> faults = new ArrayList<>(page.faults());
    List<ShellBlock> blocks = ShellBlock.of(page, faults);
    if (!faults.isEmpty()) {
      return faults;
    }
    for (ShellBlock block : blocks) {
      Bash.Result result = bash.run(block.script().replace(DOCUMENTED, authority));
      String printed = result.printed().replace(authority, DOCUMENTED);
      if (result.code() != block.exit()) {
        faults.add(
            "line %d: exit code %d, not %d, of%n%sprinted:%n%s"
                .formatted(block.line(), result.code(), block.exit(), block.script(), printed));
      }
      if (block.output().isPresent() && !ExpectedOutput.matches(block.output().get(), printed)) {
        faults.add(
            "line %d: another output:%n%sof%n%sexpected:%n%s"
                .formatted(block.line(), printed, block.script(), block.output().get()));
      }
    }
    return faults;
  }
}
