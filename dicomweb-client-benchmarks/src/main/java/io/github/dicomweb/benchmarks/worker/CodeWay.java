// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.benchmarks.worker;

import io.github.dicomweb.benchmarks.code.HeaderReading;
import io.github.dicomweb.benchmarks.code.JsonReading;
import io.github.dicomweb.benchmarks.code.JsonWriting;
import java.io.IOException;

/** What JMH measures, as a way: for work of several sizes. No server takes part. */
final class CodeWay implements Way {
  private interface Work {
    long run() throws IOException;
  }

  private interface Ending {
    void run() throws IOException;
  }

  private static final int FILES = 500;

  private final int size;
  private final int repetitions;
  private final Work work;
  private final Ending ending;

  /** Repeated, alike for all sizes, so that the smallest takes long enough to be measured. */
  private CodeWay(int size, int repetitions, Work work, Ending ending) {
    this.size = size;
    this.repetitions = repetitions;
    this.work = work;
    this.ending = ending;
  }

  static Way jsonRead(Setup setup) throws IOException {
    JsonReading code = new JsonReading();
    code.datasets = setup.size();
    code.make();
    return new CodeWay(code.datasets, setup.count(), code::datasets, () -> {});
  }

  static Way jsonWritten(Setup setup) throws IOException {
    JsonWriting code = new JsonWriting();
    code.datasets = setup.size();
    code.make();
    return new CodeWay(code.datasets, setup.count(), code::datasets, () -> {});
  }

  static Way headersRead(Setup setup) throws IOException {
    HeaderReading code = new HeaderReading();
    code.files = FILES;
    code.wanted = setup.size();
    code.make();
    return new CodeWay(code.wanted, setup.count(), code::headers, code::remove);
  }

  @Override
  public long run() throws IOException {
    for (int i = 0; i < repetitions; i++) {
      if (work.run() <= 0) {
        throw new IOException("nothing was done");
      }
    }
    return size;
  }

  @Override
  public void close() throws IOException {
    ending.run();
  }
}
