// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.cli.output;

import io.github.dicomweb.config.Progress;
import io.github.dicomweb.config.ProgressListener;
import java.io.Closeable;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * How a transfer goes, with rate and rest, on one line of standard error. Draws nothing unless that
 * is a terminal.
 */
public final class ProgressBar implements ProgressListener, Closeable {
  private static final long PAUSE_NANOS = 100_000_000;
  private static final int CELLS = 24;

  private final boolean shown;
  private final long start = System.nanoTime();
  private final List<Transfer> transfers = new ArrayList<>();
  private final Transfer only = new Transfer();
  private long drawn;
  private long instances;
  private long expected = -1;

  /** How far one transfer has got; of several at once each tells of itself only. */
  private final class Transfer implements ProgressListener {
    private @Nullable Progress last;

    @Override
    public void onProgress(Progress progress) {
      told(this, progress);
    }
  }

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

  /**
   * A transfer of several: the bar shows their sum.
   *
   * @return a listener for it alone
   */
  public ProgressListener transfer() {
    return new Transfer();
  }

  /** Of a bar of one transfer, how far it has got; of several that share it, the largest. */
  @Override
  public synchronized void onProgress(Progress progress) {
    Progress last = only.last;
    told(only, last == null || progress.bytes() >= last.bytes() ? progress : last);
  }

  private synchronized void told(Transfer transfer, Progress progress) {
    if (transfer.last == null) {
      transfers.add(transfer);
    }
    transfer.last = progress;
    if (shown && System.nanoTime() - drawn >= PAUSE_NANOS) {
      drawn = System.nanoTime();
      System.err.print("\r" + line((drawn - start) / 1e9) + "\u001B[K");
      System.err.flush();
    }
  }

  /** What the line says after a time. */
  synchronized String line(double elapsed) {
    double seconds = Math.max(0.001, elapsed);
    long bytes = sum(Progress::bytes);
    long done = Math.max(instances, sum(Progress::instances));
    StringBuilder line = new StringBuilder();
    double share = -1;
    // of the lengths of several, those that have not begun are not known
    long total = transfers.size() == 1 ? sum(Progress::total) : -1;
    if (total > 0) {
      share = (double) bytes / total;
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
    return line.toString();
  }

  private long sum(ToLongFunction<Progress> of) {
    long sum = 0;
    for (Transfer transfer : transfers) {
      sum += transfer.last == null ? 0 : of.applyAsLong(transfer.last);
    }
    return sum;
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
