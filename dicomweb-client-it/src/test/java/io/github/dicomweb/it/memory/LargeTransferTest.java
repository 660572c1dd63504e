// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.it.memory;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dicomweb.testdata.LargeInstance;
import io.github.dicomweb.testdata.LargeSeries;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two gigabytes through a heap of 48 MiB, as many instances and as one. */
class LargeTransferTest {
  private static final long TWO_GIGABYTES = 2L << 30;

  @TempDir Path directory = Path.of("");

  private String transfer(List<LargeInstance> instances) throws Exception {
    try (LargeFileServer server = new LargeFileServer(instances)) {
      Process process =
          new ProcessBuilder(
                  Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                  "-Xmx48m",
                  "-cp",
                  System.getProperty("java.class.path"),
                  LargeTransfer.class.getName(),
                  server.baseUrl(),
                  instances.get(0).studyInstanceUid(),
                  instances.get(0).seriesInstanceUid(),
                  directory.toString())
              .redirectErrorStream(true)
              .start();
      String output = output(process);
      assertThat(process.waitFor()).as(output).isZero();
      System.out.print(output);
      return output;
    }
  }

  private static String output(Process process) throws IOException {
    try (InputStream in = process.getInputStream()) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  @Test
  void seriesOfTwoGigabytes_downAndUp_passesThroughASmallHeap() throws Exception {
    int rows = 1024;
    int count = (int) (TWO_GIGABYTES / (2L * rows * rows)) + 1;
    List<LargeInstance> series =
        IntStream.rangeClosed(1, count)
            .mapToObj(number -> LargeSeries.instance(number, rows, rows))
            .toList();
    assertThat(transfer(series))
        .contains("COMPLETE, " + count + " of " + count + " instances")
        .contains(count + " stored, 0 failed, 0 unconfirmed, 0 skipped")
        .doesNotContain("OutOfMemoryError");
  }

  @Test
  void instanceOfTwoGigabytes_downAndUp_passesThroughASmallHeap() throws Exception {
    LargeInstance huge = LargeSeries.huge(TWO_GIGABYTES);
    assertThat(huge.length()).isGreaterThan(TWO_GIGABYTES - (1 << 20));
    assertThat(transfer(List.of(huge)))
        .contains("COMPLETE, 1 of 1 instances, " + huge.length() + " bytes")
        .contains("1 stored, 0 failed, 0 unconfirmed, 0 skipped")
        .doesNotContain("OutOfMemoryError");
  }
}
