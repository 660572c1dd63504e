// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.it.conformance;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** The rows of {@code docs/conformance.md}. */
final class ConformancePage {
  static final Path FILE = Path.of("../docs/conformance.md");

  private static final Pattern CODE = Pattern.compile("`([^`]+)`");

  /**
   * A row of a table whose last two columns are headed «API» and «Shown by».
   *
   * @param line where it is, from 1
   * @param what the first columns
   * @param api members of the API, as {@code Type.member}
   * @param reason what stands in the API column where the library does not offer it
   * @param tests tests, as {@code Type.method}
   */
  record Row(int line, String what, List<String> api, String reason, List<String> tests) {
    @Override
    public String toString() {
      return "line " + line + ": " + what;
    }
  }

  private ConformancePage() {}

  static List<Row> rows() throws IOException {
    return rows(Files.readAllLines(FILE));
  }

  static List<Row> rows(List<String> lines) {
    List<Row> rows = new ArrayList<>();
    boolean table = false;
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i).strip();
      if (!line.startsWith("|")) {
        table = false;
        continue;
      }
      List<String> cells = cells(line);
      int last = cells.size() - 1;
      if (!table) {
        table = true;
        if (!cells.get(last).equals("Shown by") || !cells.get(last - 1).equals("API")) {
          throw new IllegalStateException("line " + (i + 1) + ": a table without these columns");
        }
      } else if (!line.matches("[|: -]+")) {
        String api = cells.get(last - 1);
        List<String> members = codes(api);
        rows.add(
            new Row(
                i + 1,
                String.join(" ", cells.subList(0, last - 1)),
                members,
                members.isEmpty() ? api : "",
                codes(cells.get(last))));
      }
    }
    return rows;
  }

  private static List<String> cells(String line) {
    String inner = line.replaceAll("^\\||\\|$", "");
    // A bar inside code is written as \| so that the table stays one.
    return Pattern.compile("(?<!\\\\)\\|")
        .splitAsStream(inner)
        .map(cell -> cell.replace("\\|", "|").strip())
        .toList();
  }

  private static List<String> codes(String cell) {
    return CODE.matcher(cell).results().map((MatchResult m) -> m.group(1)).toList();
  }
}
