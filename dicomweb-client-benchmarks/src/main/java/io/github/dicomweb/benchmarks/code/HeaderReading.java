// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.benchmarks.code;

import io.github.dicomweb.dicom.Tag;
import io.github.dicomweb.dicom.part10.Part10Reader;
import io.github.dicomweb.testdata.LargeInstance;
import io.github.dicomweb.testdata.LargeSeries;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** What stands before the pixels in files that the system has in memory. */
@State(Scope.Thread)
public class HeaderReading {
  private static final int SIDE = 64;

  /** How many files there are. */
  @Param("500")
  public int files;

  /** How many of them are read at a time; 0 stands for all. */
  public int wanted;

  private final List<Path> paths = new ArrayList<>();
  private Path directory = Path.of(".");
  private final List<Integer> lengths = new ArrayList<>();
  private int next;

  /** Writes them. */
  @Setup
  public void make() throws IOException {
    directory = Files.createTempDirectory("headers");
    for (int number = 1; number <= files; number++) {
      LargeInstance instance = LargeSeries.instance(number, SIDE, SIDE);
      Path file = directory.resolve(number + ".dcm");
      try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
        instance.writeTo(out);
      }
      paths.add(file);
      lengths.add((int) instance.pixelOffset());
    }
  }

  /** Removes them. */
  @TearDown
  public void remove() throws IOException {
    for (Path path : paths) {
      Files.delete(path);
    }
    Files.delete(directory);
  }

  /** The bytes. */
  @Benchmark
  public long bytes() throws IOException {
    long count = 0;
    for (int left = atATime(); left > 0; left--) {
      int file = nextFile();
      try (InputStream in = Files.newInputStream(paths.get(file))) {
        count += in.readNBytes(lengths.get(file)).length;
      }
    }
    return count;
  }

  /** The attributes. */
  @Benchmark
  public long headers() throws IOException {
    long count = 0;
    for (int left = atATime(); left > 0; left--) {
      Path file = paths.get(nextFile());
      count += Part10Reader.create().stopBefore(Tag.PixelData).read(file).dataset().size();
    }
    return count;
  }

  private int atATime() {
    return wanted == 0 ? files : wanted;
  }

  /** All in turn, however many are read at a time: what the processor's caches hold is the same. */
  private int nextFile() {
    int file = next;
    next = (file + 1) % files;
    return file;
  }
}
