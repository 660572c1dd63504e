// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.cli.server;

import io.github.dicomweb.cli.run.UsageException;
import java.time.Duration;
import java.util.Locale;

/** Times and sizes as people write them. */
public final class Durations {
  private Durations() {}

  /**
   * Reads a time such as {@code 500ms}, {@code 10s}, {@code 2m}, {@code 1h}; seconds without a
   * unit.
   *
   * @param text the text
   * @return the time
   */
  public static Duration parse(String text) {
    int digits = digits(text);
    String unit = text.substring(digits).strip();
    if (digits > 0 && digits <= 9) {
      long value = Long.parseLong(text.substring(0, digits));
      Duration one =
          switch (unit) {
            case "ms" -> Duration.ofMillis(1);
            case "", "s" -> Duration.ofSeconds(1);
            case "m", "min" -> Duration.ofMinutes(1);
            case "h" -> Duration.ofHours(1);
            default -> Duration.ZERO;
          };
      if (!one.isZero()) {
        return one.multipliedBy(value);
      }
    }
    throw new UsageException("a time is written such as 500ms, 10s, 2m or 1h");
  }

  /**
   * Reads a size such as {@code 500k}, {@code 64M}, {@code 2G} (powers of 1024); bytes without a
   * unit.
   *
   * @param text the text
   * @return the number of bytes
   */
  public static long bytes(String text) {
    int digits = digits(text);
    String unit = text.substring(digits).strip().replaceFirst("(?i)i?b$", "");
    int shift =
        switch (unit.toLowerCase(Locale.ROOT)) {
          case "" -> 0;
          case "k" -> 10;
          case "m" -> 20;
          case "g" -> 30;
          default -> -1;
        };
    if (digits > 0 && digits <= 9 && shift >= 0) {
      return Long.parseLong(text.substring(0, digits)) << shift;
    }
    throw new UsageException("a size is written such as 500k, 64M or 2G");
  }

  private static int digits(String text) {
    int digits = 0;
    while (digits < text.length() && text.charAt(digits) >= '0' && text.charAt(digits) <= '9') {
      digits++;
    }
    return digits;
  }
}
