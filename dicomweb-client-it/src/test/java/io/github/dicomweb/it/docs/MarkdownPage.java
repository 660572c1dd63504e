// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.it.docs;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A page, as far as the checks need it.
 *
 * @param prose its lines, those of fenced blocks empty
 * @param blocks its fenced blocks
 * @param faults what is wrong with it, as Markdown
 */
record MarkdownPage(List<String> prose, List<Block> blocks, List<String> faults) {
  private static final Pattern FENCE = Pattern.compile("^( *)(```+|~~~+) *([^`]*)$");
  private static final Pattern COMMENT = Pattern.compile("^ *<!-- *(.*?) *--> *$");

  /**
   * A fenced block.
   *
   * @param line where it begins, from 1
   * @param language what stands behind the fence
   * @param text its lines
   * @param comment the comment on the line before, or nothing
   * @param follows whether only blank lines are between it and the block before
   */
  record Block(int line, String language, List<String> text, String comment, boolean follows) {
    String joined() {
      return String.join("\n", text) + "\n";
    }
  }

  static MarkdownPage of(List<String> lines) {
    List<String> prose = new ArrayList<>();
    List<Block> blocks = new ArrayList<>();
    List<String> faults = new ArrayList<>();
    boolean follows = false;
    for (int i = 0; i < lines.size(); i++) {
      Matcher fence = FENCE.matcher(lines.get(i));
      if (!fence.matches()) {
        follows &= lines.get(i).isBlank();
        prose.add(lines.get(i));
        continue;
      }
      int end = end(lines, i, fence.group(2));
      if (end == lines.size()) {
        faults.add("line " + (i + 1) + ": a block without an end");
        break;
      }
      List<String> text = indented(lines.subList(i + 1, end), fence.group(1));
      String comment = i == 0 ? "" : comment(lines.get(i - 1));
      blocks.add(new Block(i + 1, fence.group(3).strip(), text, comment, follows));
      follows = true;
      lines.subList(i, end + 1).forEach(line -> prose.add(""));
      i = end;
    }
    return new MarkdownPage(List.copyOf(prose), List.copyOf(blocks), List.copyOf(faults));
  }

  private static int end(List<String> lines, int start, String fence) {
    int end = start + 1;
    while (end < lines.size() && !lines.get(end).strip().equals(fence)) {
      end++;
    }
    return end;
  }

  private static List<String> indented(List<String> lines, String indent) {
    return lines.stream()
        .map(line -> line.startsWith(indent) ? line.substring(indent.length()) : line)
        .toList();
  }

  private static String comment(String line) {
    Matcher comment = COMMENT.matcher(line);
    return comment.matches() ? comment.group(1) : "";
  }

  /** Whether the prose has these words. */
  boolean says(String words) {
    return String.join(" ", prose).replaceAll("\\s+", " ").contains(words);
  }
}
