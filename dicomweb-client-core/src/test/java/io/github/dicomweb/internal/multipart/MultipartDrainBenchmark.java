// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.internal.multipart;

import io.github.dicomweb.config.Limits;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.ToDoubleFunction;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.ResponseBody;
import okio.BufferedSource;
import okio.Okio;

/**
 * How fast multipart readers drain an answer of 500 CT images (512 × 512, 16 bit; 262 MB) that
 * OkHttp receives over loopback from another process, against OkHttp's bare drain of the same body.
 *
 * <p>From the root of the project:
 *
 * <pre>
 * mvn -q test-compile dependency:build-classpath -pl dicomweb-client-core -am -Dmdep.outputFile=/tmp/cp
 * cd dicomweb-client-core
 * java -Xmx64m -cp target/test-classes:target/classes:$(cat /tmp/cp) \
 *   io.github.dicomweb.internal.multipart.MultipartDrainBenchmark [rounds [parts [bytes]]]
 * </pre>
 *
 * <p>On a machine with other work the second table, processor time of the reading thread, is the
 * one to go by.
 *
 * <p>With {@code 5 1 2000000000} it is one part of 2 GB, which {@code -Xmx32m} is enough for.
 */
final class MultipartDrainBenchmark {
  private static final byte[] ARRAY = new byte[64 * 1024];

  /** One way to take the whole body; returns the bytes of the parts, or of the body. */
  private interface Drain {
    long drain(ResponseBody body) throws IOException;
  }

  private MultipartDrainBenchmark() {}

  /**
   * Prints what every way reaches, and what that is of the bare drain and of OkHttp's reader.
   *
   * @param args rounds, number of parts, bytes of each part
   * @throws IOException if the server or the answer fails
   */
  public static void main(String[] args) throws IOException {
    int rounds = args.length > 0 ? Integer.parseInt(args[0]) : 15;
    int parts = args.length > 1 ? Integer.parseInt(args[1]) : 500;
    long bytes = args.length > 2 ? Long.parseLong(args[2]) : 512 * 512 * 2;
    Map<String, Drain> ways = ways();
    Map<String, Rates> rates = new LinkedHashMap<>();
    ways.forEach((name, way) -> rates.put(name, new Rates(way)));
    OkHttpClient client = new OkHttpClient();
    Random random = new Random(1);
    try (MultipartServer server = MultipartServer.start(parts, bytes)) {
      int warmUp = Math.min(10, rounds);
      for (int round = -warmUp; round < rounds; round++) {
        List<Rates> order = new ArrayList<>(rates.values());
        Collections.shuffle(order, random);
        for (Rates way : order) {
          way.measure(client, server.url(), round >= 0);
        }
      }
    }
    print(rates);
  }

  /** What was measured of one way. */
  private static final class Rates {
    private final Drain way;
    private final List<Double> megabytesPerSecond = new ArrayList<>();
    private Duration processor = Duration.ZERO;
    private double megabytes;

    Rates(Drain way) {
      this.way = way;
    }

    void measure(OkHttpClient client, String url, boolean counts) throws IOException {
      Duration processorBefore = processor();
      long start = System.nanoTime();
      double taken = MultipartDrainBenchmark.measure(client, url, way) / 1e6;
      if (counts) {
        megabytesPerSecond.add(taken * 1e9 / (System.nanoTime() - start));
        processor = processor.plus(processor()).minus(processorBefore);
        megabytes += taken;
      }
    }

    double median() {
      return megabytesPerSecond.stream()
          .sorted()
          .skip(megabytesPerSecond.size() / 2)
          .findFirst()
          .orElse(0.0);
    }

    double best() {
      return megabytesPerSecond.stream().mapToDouble(Double::doubleValue).max().orElse(0);
    }

    double perProcessorSecond() {
      return megabytes * 1e9 / Math.max(1, processor.toNanos());
    }

    private static Duration processor() {
      return ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO);
    }
  }

  private static long measure(OkHttpClient client, String url, Drain way) throws IOException {
    try (Response response = client.newCall(new Request.Builder().url(url).build()).execute()) {
      ResponseBody body = response.body();
      long length = body.contentLength();
      long taken = way.drain(body);
      if (taken > length || taken < length * 0.99) {
        throw new IOException("took " + taken + " of " + length + " bytes");
      }
      return length;
    }
  }

  private static Map<String, Drain> ways() {
    Map<String, Drain> ways = new LinkedHashMap<>();
    ways.put("OkHttp bare, read(byte[64 KiB])", MultipartDrainBenchmark::bareRead);
    ways.put("OkHttp bare, readAll(blackhole)", body -> body.source().readAll(Okio.blackhole()));
    ways.put("ours, skip()", body -> ours(body, MultipartPart::skip));
    ways.put(
        "ours, transferTo(null stream)",
        body -> ours(body, part -> part.transferTo(OutputStream.nullOutputStream())));
    ways.put(
        "ours, InputStream.read(byte[64 KiB])",
        body -> ours(body, part -> stream(part.inputStream())));
    ways.put("okhttp3.MultipartReader", MultipartDrainBenchmark::okhttp);
    return ways;
  }

  private static long bareRead(ResponseBody body) throws IOException {
    BufferedSource source = body.source();
    long total = 0;
    for (int count = source.read(ARRAY); count >= 0; count = source.read(ARRAY)) {
      total += count;
    }
    return total;
  }

  private interface Take {
    long take(MultipartPart part) throws IOException;
  }

  private static long ours(ResponseBody body, Take take) throws IOException {
    long total = 0;
    try (MultipartReader reader =
        new MultipartReader(body.source(), MultipartServer.BOUNDARY, Limits.defaults())) {
      for (MultipartPart p = reader.nextPart(); p != null; p = reader.nextPart()) {
        total += take.take(p);
      }
    }
    return total;
  }

  private static long stream(InputStream in) throws IOException {
    long total = 0;
    for (int count = in.read(ARRAY); count >= 0; count = in.read(ARRAY)) {
      total += count;
    }
    return total;
  }

  private static long okhttp(ResponseBody body) throws IOException {
    long total = 0;
    try (okhttp3.MultipartReader reader =
        new okhttp3.MultipartReader(body.source(), MultipartServer.BOUNDARY)) {
      while (true) {
        okhttp3.MultipartReader.Part part = reader.nextPart();
        if (part == null) {
          return total;
        }
        total += part.body().readAll(Okio.blackhole());
      }
    }
  }

  private static void print(Map<String, Rates> rates) {
    print("MB/s, median", rates, Rates::median);
    print("MB/s, best", rates, Rates::best);
    print("MB per processor second", rates, Rates::perProcessorSecond);
  }

  private static void print(
      String title, Map<String, Rates> rates, ToDoubleFunction<Rates> measure) {
    double bare = 0;
    double okhttp = 0;
    for (Map.Entry<String, Rates> way : rates.entrySet()) {
      double rate = measure.applyAsDouble(way.getValue());
      bare = way.getKey().startsWith("OkHttp bare") ? Math.max(bare, rate) : bare;
      okhttp = way.getKey().equals("okhttp3.MultipartReader") ? rate : okhttp;
    }
    System.out.printf("%-40s %8s %8s %12s%n", title, "", "of bare", "of OkHttp's");
    for (Map.Entry<String, Rates> way : rates.entrySet()) {
      double rate = measure.applyAsDouble(way.getValue());
      System.out.printf(
          "  %-38s %8.0f %8.2f %12.2f%n", way.getKey(), rate, rate / bare, rate / okhttp);
    }
  }
}
