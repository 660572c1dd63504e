// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.cli.output;

import io.github.dicomweb.config.Progress;
import io.github.dicomweb.config.ProgressListener;
import java.io.Closeable;
import java.util.Locale;
import java.util.OptionalLong;

/**
 * How a transfer goes, with rate and rest, on one line of standard error. Draws nothing unless that
 * is a terminal.
 */
public final class ProgressBar implements ProgressListener, Closeable {
  private static final long PAUSE_NANOS = 100_000_000;
  private static final int CELLS = 24;

  private final boolean shown;
  private final long start = System.nanoTime();
  private long drawn;
  private long bytes;
  private long instances;
  private long expected = -1;

  /**
   * A bar.
   *
   * @param wanted whether the person wants one
   */
  public ProgressBar(Wanted wanted) {
    this.shown = wanted == Wanted.YES && Terminal.err();
  }

  /** Whether progress is wanted. */
  public enum Wanted {
    /** It is. */
    YES,
    /** It is not. */
    NO
  }

  /**
   * Says how many instances there will be.
   *
   * @param count the number
   */
  public synchronized void expect(long count) {
    expected = count;
  }

  /** One more instance is there. */
  public synchronized void instance() {
    instances++;
  }

  @Override
  public synchronized void onProgress(Progress progress) {
    // of several transfers at once each tells its own bytes: the largest will do
    bytes = Math.max(bytes, progress.bytes());
    long done = Math.max(instances, progress.instances());
    if (!shown || System.nanoTime() - drawn < PAUSE_NANOS) {
      return;
    }
    drawn = System.nanoTime();
    draw(done, progress.totalBytes());
  }

  private void draw(long done, OptionalLong total) {
    double seconds = Math.max(0.001, (System.nanoTime() - start) / 1e9);
    StringBuilder line = new StringBuilder("\r");
    double share = -1;
    if (total.isPresent() && total.getAsLong() > 0) {
      share = (double) bytes / total.getAsLong();
    } else if (expected > 0) {
      share = (double) done / expected;
    }
    if (share >= 0) {
      int full = (int) Math.min(CELLS, Math.round(share * CELLS));
      line.append('[').append("#".repeat(full)).append(".".repeat(CELLS - full)).append("] ");
    }
    line.append(size(bytes)).append("  ").append(size((long) (bytes / seconds))).append("/s  ");
    line.append(done).append(expected > 0 ? " of " + expected : "").append(" instances");
    if (share > 0.01) {
      line.append("  ").append(time(seconds * (1 - share) / share)).append(" left");
    }
    System.err.print(line.append("\u001B[K"));
    System.err.flush();
  }

  /**
   * Bytes for people.
   *
   * @param bytes a number of bytes
   * @return such as {@code 12.3 MB}
   */
  public static String size(long bytes) {
    if (bytes < 1000) {
      return bytes + " B";
    }
    double value = bytes;
    int unit = -1;
    while (value >= 999.95 && unit < 3) {
      value /= 1000;
      unit++;
    }
    return String.format(Locale.ROOT, "%.1f %cB", value, "kMGT".charAt(unit));
  }

  private static String time(double seconds) {
    long whole = Math.max(0, Math.round(seconds));
    return whole < 60
        ? whole + " s"
        : String.format(Locale.ROOT, "%d:%02d min", whole / 60, whole % 60);
  }

  /** Takes the line away. */
  @Override
  public synchronized void close() {
    if (shown && drawn != 0) {
      System.err.print("\r\u001B[K");
      System.err.flush();
    }
  }
}
