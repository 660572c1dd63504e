// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.benchmarks;

import io.github.dicomweb.benchmarks.report.Row;
import io.github.dicomweb.benchmarks.report.Spread;
import io.github.dicomweb.benchmarks.report.Table;
import io.github.dicomweb.benchmarks.turns.Contender;
import io.github.dicomweb.benchmarks.turns.Sample;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** The rows in which something is transferred. */
final class Transfers {
  private static final String SERIES = "series/" + Workplace.INSTANCES;
  private static final String HALF = "series/" + Workplace.INSTANCES / 2;
  private static final String BARE = "OkHttp's bare drain";
  private static final double ALLOCATION = 16_000;
  private static final double FRAMES_NANOS = 1000 * 20e6 / 8;

  private final Workplace at;
  private final Effort effort;
  private final Table table;

  Transfers(Workplace at, Effort effort, Table table) {
    this.at = at;
    this.effort = effort;
    this.table = table;
  }

  void drains() throws IOException {
    List<List<Sample>> samples =
        effort
            .quick()
            .run(
                List.of(
                    at.contender("drain", SERIES),
                    at.contender("drain-okhttp", SERIES),
                    at.contender("drain-okhttp-multipart", SERIES),
                    at.contender("drain-socket", SERIES),
                    at.contender("drain-okhttp-read-ahead", SERIES),
                    at.contender("drain-side-by-side", HALF)));
    List<Sample> ours = samples.get(0);
    List<Sample> bare = samples.get(1);
    table.add(row("drain a 500-part series of 262 MB", BARE, 0.90, ours, bare));
    table.add(row("the same", "okhttp3.MultipartReader", 2.2, ours, samples.get(2)));
    table.add(
        new Row(
            "16 kB for each instance",
            "what is allocated for one",
            OptionalDouble.of(1),
            Spread.of(
                ours.stream().mapToDouble(s -> ALLOCATION * Workplace.INSTANCES / s.allocated())),
            Optional.empty()));
    table.addLimit(row("a bare socket, 64 KiB at a time", BARE, samples.get(3), bare));
    table.addLimit(row("OkHttp's bare drain with our sockets", BARE, samples.get(4), bare));
    table.addLimit(byClock("two halves of it at once, our parts", BARE, samples.get(5), bare));
  }

  void onePart() throws IOException {
    List<List<Sample>> samples =
        effort
            .slow()
            .run(
                List.of(
                    at.contender("drain", "huge/2000", "32m"),
                    // as many bytes, so that chance has the same part in both
                    at.contender("drain", SERIES + "/8")));
    table.add(
        row("one part of 2 GB, -Xmx32m", "our 500 parts", 0.95, samples.get(0), samples.get(1)));
  }

  void bytes() throws IOException {
    List<List<Sample>> samples =
        effort
            .quick()
            .run(
                List.of(
                    at.contender("read-bytes", "series/50"),
                    at.contender("read", "series/50"),
                    at.contender("read-bytes-unbuffered", "series/50"),
                    at.contender("read-bytes-of-nothing", "series/50")));
    List<Sample> bulk = samples.get(1);
    String against = "bulk reads of the same";
    table.add(
        row("byte by byte through a BufferedInputStream", against, 0.25, samples.get(0), bulk));
    table.add(
        row(
            "the same",
            "a BufferedInputStream over nothing at all",
            0.60,
            samples.get(0),
            samples.get(3)));
    table.addLimit(row("byte by byte, straight from the part", against, samples.get(2), bulk));
    table.addLimit(row("a BufferedInputStream over nothing at all", against, samples.get(3), bulk));
  }

  void saves() throws IOException {
    pair(
        "series saved to a directory on tmpfs",
        "bare drain into one file there",
        0.80,
        at.writing("save", SERIES),
        at.writing("save-okhttp", SERIES));
  }

  void stores() throws IOException {
    pair(
        "store 500 files",
        "OkHttp's bare upload of one file of the same bytes",
        0.90,
        at.contender("store", SERIES),
        at.contender("store-okhttp", SERIES));
  }

  private void pair(String measure, String against, double wanted, Contender ours, Contender other)
      throws IOException {
    List<List<Sample>> samples = effort.quick().run(List.of(ours, other));
    table.add(row(measure, against, wanted, samples.get(0), samples.get(1)));
  }

  void searches() throws IOException {
    List<List<Sample>> samples =
        effort
            .slow()
            .run(
                List.of(
                    at.contender("search", "studies-found/200000", "32m"),
                    at.contender("search-tokens", "studies-found/200000", "32m")));
    table.add(
        row(
            "search of 200 000 results, -Xmx32m",
            "Jackson's tokens of the same pages",
            0.60,
            samples.get(0),
            samples.get(1)));
  }

  void frames() throws IOException {
    String path = "frames/20/1000";
    List<List<Sample>> samples =
        effort.waits().run(List.of(at.contender("frames", path), at.http2("frames", path)));
    table.add(frames("1000 frames, 8 connections, 20 ms each", samples.get(0)));
    table.add(frames("the same over HTTP/2", samples.get(1)));
  }

  private static Row frames(String measure, List<Sample> samples) {
    return new Row(
        measure,
        "1000 × 20 ms / 8",
        OptionalDouble.of(0.80),
        Spread.of(samples.stream().mapToDouble(s -> FRAMES_NANOS / s.nanos())),
        Optional.empty());
  }

  void secure() throws IOException {
    List<List<Sample>> samples =
        effort
            .slow()
            .run(
                List.of(
                    at.secure("drain", SERIES),
                    at.secure("drain-okhttp", SERIES),
                    at.secure("drain-socket", SERIES),
                    at.secure("drain-side-by-side", HALF)));
    List<Sample> bare = samples.get(1);
    table.addLimit(row("TLS: our parts", BARE + " over TLS", samples.get(0), bare));
    table.addLimit(row("TLS: a bare socket", BARE + " over TLS", samples.get(2), bare));
    table.addLimit(
        byClock("TLS: two halves at once, our parts", BARE + " over TLS", samples.get(3), bare));
  }

  private static Row row(
      String measure, String against, double wanted, List<Sample> ours, List<Sample> other) {
    return new Row(
        measure,
        against,
        OptionalDouble.of(wanted),
        Spread.of(ours, other),
        Optional.of(Spread.ofProcessor(ours, other)));
  }

  /** The work is done by other threads than the one whose processor time is taken. */
  private static Row byClock(
      String measure, String against, List<Sample> ours, List<Sample> other) {
    return new Row(
        measure, against, OptionalDouble.empty(), Spread.of(ours, other), Optional.empty());
  }

  private static Row row(String measure, String against, List<Sample> ours, List<Sample> other) {
    return new Row(
        measure,
        against,
        OptionalDouble.empty(),
        Spread.of(ours, other),
        Optional.of(Spread.ofProcessor(ours, other)));
  }
}
