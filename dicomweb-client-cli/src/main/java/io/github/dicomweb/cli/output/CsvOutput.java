// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.cli.output;

import io.github.dicomweb.dicom.Dataset;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Comma separated values with a header line (RFC 4180). */
final class CsvOutput implements DatasetOutput {
  // a terminal needs no carriage return, and is shown none
  private static final String END = Terminal.out() ? "\n" : "\r\n";

  private final OutputStream out;
  private final List<String> columns;

  CsvOutput(OutputStream out, List<String> columns) throws IOException {
    this.out = out;
    this.columns = columns;
    line(columns);
  }

  @Override
  public void write(Dataset dataset) throws IOException {
    line(columns.stream().map(column -> Cells.of(dataset, column)).toList());
  }

  private void line(List<String> cells) throws IOException {
    String line = String.join(",", cells.stream().map(CsvOutput::quoted).toList());
    out.write((line + END).getBytes(StandardCharsets.UTF_8));
  }

  /** Lines may break within quotes; other control characters are shown and not sent. */
  static String quoted(String cell) {
    String text =
        cell.indexOf('\n') < 0
            ? Text.visible(cell)
            : String.join("\n", cell.lines().map(Text::visible).toList());
    boolean plain = text.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n');
    return plain ? text : '"' + text.replace("\"", "\"\"") + '"';
  }

  @Override
  public void end() throws IOException {
    out.flush();
  }
}
