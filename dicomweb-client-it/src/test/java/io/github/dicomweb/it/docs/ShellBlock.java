// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.it.docs;

import io.github.dicomweb.it.docs.MarkdownPage.Block;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Something to type into a shell.
 *
 * @param line where it begins, from 1
 * @param script the lines
 * @param exit the exit code it ends with
 * @param output what it prints, if the page says so
 */
record ShellBlock(int line, String script, int exit, Optional<String> output) {
  private static final Set<String> LANGUAGES =
      Set.of("sh", "text", "java", "xml", "toml", "json", "html", "csv");
  private static final Set<String> BUILDING = Set.of("git", "mvn", "cd", "java");
  private static final Pattern EXIT = Pattern.compile("exit ([1-9][0-9]*)");

  /**
   * The blocks of a page that are run, in their order.
   *
   * @param page the page
   * @param faults where to put what is wrong with the page
   */
  static List<ShellBlock> of(MarkdownPage page, List<String> faults) {
    List<ShellBlock> found = new ArrayList<>();
    List<Block> blocks = page.blocks();
    for (int i = 0; i < blocks.size(); i++) {
      Block block = blocks.get(i);
      if (!LANGUAGES.contains(block.language())) {
        faults.add(at(block, "a block must say what it is, one of " + LANGUAGES));
      }
      if (block.language().equals("sh")) {
        Optional<String> output =
            i + 1 < blocks.size() && isOutput(blocks.get(i + 1))
                ? Optional.of(blocks.get(i + 1).joined())
                : Optional.empty();
        marked(block, output, faults).ifPresent(found::add);
      } else if (block.comment().equals("build") || EXIT.matcher(block.comment()).matches()) {
        faults.add(at(block, "only sh is marked"));
      }
    }
    return found;
  }

  private static boolean isOutput(Block block) {
    return block.language().equals("text") && block.follows();
  }

  private static Optional<ShellBlock> marked(
      Block block, Optional<String> output, List<String> faults) {
    Matcher exit = EXIT.matcher(block.comment());
    List<String> building = BUILDING.stream().filter(word -> begins(block, word)).toList();
    if (block.comment().equals("build")) {
      if (commands(block).stream().anyMatch(line -> building.stream().noneMatch(is(line)))) {
        faults.add(at(block, "a build has only lines that begin with one of " + BUILDING));
      }
      output.ifPresent(text -> faults.add(at(block, "what a build prints is not checked")));
      return Optional.empty();
    }
    if (!block.comment().isEmpty() && !exit.matches()) {
      faults.add(at(block, "a mark that means nothing: " + block.comment()));
      return Optional.empty();
    }
    if (building.stream().anyMatch(word -> !word.equals("cd"))) {
      faults.add(at(block, "a build that is not marked so"));
      return Optional.empty();
    }
    int code = exit.matches() ? Integer.parseInt(exit.group(1)) : 0;
    return Optional.of(new ShellBlock(block.line(), block.joined(), code, output));
  }

  private static boolean begins(Block block, String word) {
    return commands(block).stream().anyMatch(line -> is(line).test(word));
  }

  private static java.util.function.Predicate<String> is(String line) {
    return word -> line.equals(word) || line.startsWith(word + " ");
  }

  /** Lines that go on are one, comments none. */
  private static List<String> commands(Block block) {
    return block
        .joined()
        .replaceAll("\\\\\n *", "")
        .lines()
        .map(String::strip)
        .filter(line -> !line.isEmpty() && !line.startsWith("#"))
        .toList();
  }

  private static String at(Block block, String what) {
    return "line " + block.line() + ": " + what;
  }
}
