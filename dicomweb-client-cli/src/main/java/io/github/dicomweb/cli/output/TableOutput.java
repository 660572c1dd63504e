// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.cli.output;

import io.github.dicomweb.dicom.Dataset;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * A table for people. The first rows say how wide the columns are; the rows behind them come as
 * they arrive. On a terminal long values are cut and the head has a colour, in a pipe neither.
 */
final class TableOutput implements DatasetOutput {
  private static final int ROWS = 100;
  private static final int WIDEST = 64;
  private static final int SMALLEST = 4;

  private final OutputStream out;
  private final List<String> columns;
  private final List<List<String>> first = new ArrayList<>();
  private int[] widths = new int[0];
  private boolean begun;

  TableOutput(OutputStream out, List<String> columns) {
    this.out = Terminal.out() ? StandardOutput.raw() : out;
    this.columns = columns;
  }

  @Override
  public void write(Dataset dataset) throws IOException {
    List<String> row = columns.stream().map(column -> shown(dataset, column)).toList();
    if (begun) {
      row(row);
      return;
    }
    first.add(row);
    if (first.size() == ROWS) {
      begin();
    }
  }

  private static String shown(Dataset dataset, String column) {
    String cell = Text.visible(Cells.of(dataset, column));
    return Terminal.out() ? Text.cut(cell, WIDEST) : cell;
  }

  private void begin() throws IOException {
    begun = true;
    widths = new int[columns.size()];
    for (int i = 0; i < widths.length; i++) {
      int column = i;
      int widest = first.stream().mapToInt(row -> Text.width(row.get(column))).max().orElse(0);
      widths[i] = Math.max(SMALLEST, Math.max(widest, columns.get(i).length()));
    }
    String head = padded(columns);
    StandardOutput.line(out, Terminal.colours() ? "\u001B[1;36m" + head + "\u001B[0m" : head);
    for (List<String> row : first) {
      row(row);
    }
    first.clear();
  }

  private void row(List<String> cells) throws IOException {
    StandardOutput.line(out, padded(cells));
  }

  private String padded(List<String> cells) {
    StringBuilder line = new StringBuilder();
    for (int i = 0; i < cells.size(); i++) {
      line.append(cells.get(i));
      int missing = widths[i] - Text.width(cells.get(i));
      line.append(String.join("", Collections.nCopies(Math.max(0, missing) + 2, " ")));
    }
    return line.toString().stripTrailing();
  }

  @Override
  public void end() throws IOException {
    if (!begun) {
      begin();
    }
    out.flush();
  }
}
