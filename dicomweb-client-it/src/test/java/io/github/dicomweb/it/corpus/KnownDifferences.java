// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.it.corpus;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The checked-in list of differences, each with its reason. */
final class KnownDifferences {
  private static final String LIST = "known-differences.tsv";

  private record Entry(
      String line, String oracle, Pattern file, Pattern path, Difference.Kind kind) {
    boolean covers(Difference difference) {
      return oracle.equals(difference.oracle())
          && kind == difference.kind()
          && file.matcher(difference.file()).matches()
          && path.matcher(difference.path()).matches();
    }
  }

  private final List<Entry> entries;

  private KnownDifferences(List<Entry> entries) {
    this.entries = entries;
  }

  static KnownDifferences of(String oracle) throws IOException {
    try (InputStream in =
        Objects.requireNonNull(KnownDifferences.class.getResourceAsStream(LIST))) {
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return new KnownDifferences(
          text.lines()
              .filter(line -> line.startsWith(oracle + "\t"))
              .map(KnownDifferences::entry)
              .toList());
    }
  }

  private static Entry entry(String line) {
    String[] fields = line.split("\t", -1);
    if (fields.length != 5 || fields[4].isBlank()) {
      throw new IllegalArgumentException("a known difference needs five fields: " + line);
    }
    return new Entry(
        line,
        fields[0],
        pattern(fields[1]),
        pattern(fields[2]),
        Difference.Kind.valueOf(fields[3]));
  }

  private static Pattern pattern(String text) {
    return Pattern.compile(
        Arrays.stream(text.split("\\*", -1)).map(Pattern::quote).collect(Collectors.joining(".*")));
  }

  /** Differences that are not on the list. */
  List<Difference> unknown(List<Difference> differences) {
    return differences.stream()
        .filter(difference -> entries.stream().noneMatch(entry -> entry.covers(difference)))
        .toList();
  }

  /** Lines that excuse nothing any more. */
  List<String> unused(List<Difference> differences) {
    List<String> unused = new ArrayList<>();
    for (Entry entry : entries) {
      if (differences.stream().noneMatch(entry::covers)) {
        unused.add(entry.line());
      }
    }
    return unused;
  }
}
