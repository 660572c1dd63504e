// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.internal.retrieve;

import io.github.dicomweb.config.Progress;
import io.github.dicomweb.error.Warning;
import io.github.dicomweb.retrieve.SavedInstance;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What has come so far. Thread-safe: several transfers may be counted together, and listeners hear
 * of one thing at a time.
 */
final class Tally {
  private final SavingOptions options;
  private final long total;
  private final UidSet saved = new UidSet();
  private final List<Integer> unidentified = new ArrayList<>();
  private long damaged;
  private long received;
  private long bytes;

  /**
   * Starts at nothing.
   *
   * @param options who hears of it
   * @param total how many bytes there will be, or −1
   */
  Tally(SavingOptions options, long total) {
    this.options = options;
    this.total = total;
  }

  synchronized void saved(String instance, Path file, long length, boolean whole) {
    saved.add(instance);
    received++;
    damaged += whole ? 0 : 1;
    report();
    options.saved().accept(new SavedInstance(instance, file, length));
  }

  synchronized void unidentified(int index) {
    unidentified.add(index);
  }

  synchronized void count(int length) {
    bytes += length;
  }

  synchronized void report() {
    options
        .listener()
        .onProgress(new Progress(Progress.Direction.DOWNLOAD, bytes, total, received));
  }

  synchronized boolean has(String sopInstanceUid) {
    return saved.contains(sopInstanceUid);
  }

  synchronized long received() {
    return received;
  }

  synchronized long bytes() {
    return bytes;
  }

  synchronized List<Integer> unidentified() {
    return List.copyOf(unidentified);
  }

  /** Whether each file whose end nothing else proves is whole by its structure. */
  synchronized boolean structureIsProven() {
    return damaged == 0;
  }

  /** What a careful caller wants to know of the files. */
  synchronized List<Warning> warnings() {
    return damaged == 0
        ? List.of()
        : List.of(
            Warning.tolerated(
                damaged + " files that came as single parts are damaged: they may have been cut"));
  }
}
