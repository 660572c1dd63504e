// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.benchmarks.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Everything that was measured, as text. */
public final class Table {
  private static final double GROWTH_LOW = 0.95;
  private static final double GROWTH_HIGH = 1.05;
  private static final double MEGABYTE = 1e6;

  private final List<Row> rows = new ArrayList<>();
  private final List<Row> limits = new ArrayList<>();
  private final List<Growth> growths = new ArrayList<>();

  /** Adds a ratio that is to hold. */
  public void add(Row row) {
    rows.add(row);
  }

  /** Adds a ratio that only tells where the limit is. */
  public void addLimit(Row row) {
    limits.add(row);
  }

  /** Adds a growth. */
  public void add(Growth growth) {
    growths.add(growth);
  }

  /** The text. */
  public String text() {
    StringBuilder out = new StringBuilder();
    line(out, "measure", "against", "at least", "median", "min", "max", "by CPU", "");
    line(out, "---", "---", "--:", "--:", "--:", "--:", "--:", "---");
    rows.forEach(row -> line(out, row));
    if (!limits.isEmpty()) {
      line(out, "*where the limit is*", "", "", "", "", "", "", "");
      limits.forEach(row -> line(out, row));
    }
    if (!growths.isEmpty()) {
      line(out, "*growth over sizes 1, 2, 4, 8*", "", "", "", "", "", "", "");
      growths.forEach(growth -> line(out, growth));
    }
    return out.toString();
  }

  private static void line(StringBuilder out, Row row) {
    line(
        out,
        row.measure(),
        row.against(),
        row.wanted().isPresent() ? number(row.wanted().getAsDouble()) : "",
        number(row.ratio().median()),
        number(row.ratio().least()),
        number(row.ratio().most()),
        row.processor().map(spread -> number(spread.median())).orElse(""),
        row.holds() ? "" : "below");
  }

  private static void line(StringBuilder out, Growth growth) {
    double exponent = growth.exponent().median();
    boolean linear = exponent >= GROWTH_LOW && exponent <= GROWTH_HIGH;
    line(
        out,
        growth.what(),
        String.format(
            Locale.ROOT,
            "peak of the heap %.0f MB at 1, %.0f MB at 8",
            growth.heapAtLeast() / MEGABYTE,
            growth.heapAtMost() / MEGABYTE),
        number(GROWTH_LOW) + "–" + number(GROWTH_HIGH),
        number(exponent),
        number(growth.exponent().least()),
        number(growth.exponent().most()),
        "",
        linear ? "" : "not linear");
  }

  private static void line(StringBuilder out, String... cells) {
    out.append("| ").append(String.join(" | ", cells)).append(" |\n");
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.2f", value);
  }
}
