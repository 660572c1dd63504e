// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.cli.output;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dicomweb.cli.output.ProgressBar.Wanted;
import io.github.dicomweb.config.Progress;
import io.github.dicomweb.config.Progress.Direction;
import io.github.dicomweb.config.ProgressListener;
import org.junit.jupiter.api.Test;

class ProgressBarTest {
  private final ProgressBar bar = new ProgressBar(Wanted.NO);

  private static Progress progress(long bytes, long total, long instances) {
    return new Progress(Direction.DOWNLOAD, bytes, total, instances);
  }

  @Test
  void severalTransfers_areSummed() {
    bar.expect(8);
    ProgressListener first = bar.transfer();
    ProgressListener second = bar.transfer();
    first.onProgress(progress(1_000_000, 4_000_000, 1));
    second.onProgress(progress(500_000, 1_000_000, 0));
    first.onProgress(progress(3_000_000, 4_000_000, 3));
    second.onProgress(progress(1_000_000, 1_000_000, 1));

    assertThat(bar.line(2))
        .isEqualTo("[############............] 4.0 MB  2.0 MB/s  4 of 8 instances  2 s left");
  }

  @Test
  void transferThatFollowsAnother_isAdded() {
    ProgressListener first = bar.transfer();
    first.onProgress(progress(1_000_000, -1, 1));
    bar.instance();
    ProgressListener second = bar.transfer();
    second.onProgress(progress(1_000_000, -1, 1));
    bar.instance();

    assertThat(bar.line(1)).isEqualTo("2.0 MB  2.0 MB/s  2 instances");
  }

  @Test
  void oneTransfer_isWhatItSays() {
    bar.onProgress(progress(1_000_000, 4_000_000, 1));
    bar.onProgress(progress(2_000_000, 4_000_000, 2));

    assertThat(bar.line(1))
        .isEqualTo("[############............] 2.0 MB  2.0 MB/s  2 instances  1 s left");
  }
}
