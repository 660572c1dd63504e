// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.internal.store;

import io.github.dicomweb.config.Progress;
import io.github.dicomweb.config.ProgressListener;

/** Counts what was sent and tells it. Not thread-safe. */
final class UploadProgress {
  private static final int REPORT_EVERY = 1 << 20;

  private final ProgressListener listener;
  private final long total;
  private long sentBefore;
  private long instancesBefore;
  private long sent;
  private long instances;
  private long unreported;

  /**
   * Creates it.
   *
   * @param total the bytes of all that is to be sent, or −1
   */
  UploadProgress(ProgressListener listener, long total) {
    this.listener = listener;
    this.total = total;
  }

  /** A body begins: of an earlier attempt to send it nothing counts. */
  void restart() {
    sent = sentBefore;
    instances = instancesBefore;
    unreported = 0;
  }

  /** A body is done with. */
  void keep() {
    sentBefore = sent;
    instancesBefore = instances;
  }

  void bytes(long count) {
    sent += count;
    unreported += count;
    if (unreported >= REPORT_EVERY) {
      report();
    }
  }

  void instance() {
    instances++;
    report();
  }

  private void report() {
    unreported = 0;
    listener.onProgress(new Progress(Progress.Direction.UPLOAD, sent, total, instances));
  }
}
