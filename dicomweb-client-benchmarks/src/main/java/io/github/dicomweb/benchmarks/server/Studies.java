// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.benchmarks.server;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Results of a search for studies. A page is made once; what differs from page to page is a number
 * of eight digits, which is written into it.
 */
final class Studies {
  private static final String MARK = "########";
  private static final int DIGITS = MARK.length();

  private final byte[] template;
  private final List<Integer> marks = new ArrayList<>();
  private final int marksEach;
  private final int[] ends;

  Studies(int largestPage) {
    StringBuilder all = new StringBuilder("[");
    ends = new int[largestPage];
    for (int i = 0; i < largestPage; i++) {
      all.append(i == 0 ? "" : ",").append(study(i));
      ends[i] = all.length();
    }
    for (int at = all.indexOf(MARK); at >= 0; at = all.indexOf(MARK, at + DIGITS)) {
      marks.add(at);
    }
    marksEach = marks.size() / largestPage;
    template = all.toString().getBytes(ISO_8859_1);
  }

  /** Results from an offset on, of which there are some in all. */
  Content page(int offset, int limit, int total) {
    int count = Math.max(0, Math.min(Math.min(limit, ends.length), total - offset));
    int length = count == 0 ? 1 : ends[count - 1];
    byte[] page = new byte[length + 1];
    System.arraycopy(template, 0, page, 0, length);
    page[length] = ']';
    for (int i = 0; i < count * marksEach; i++) {
      int value = 10_000_000 + offset + i / marksEach;
      int mark = marks.get(i);
      for (int digit = mark + DIGITS - 1; digit >= mark; digit--, value /= 10) {
        page[digit] = (byte) ('0' + value % 10);
      }
    }
    return Content.of("application/dicom+json", ByteBuffer.wrap(page));
  }

  private static String study(int i) {
    String uid = "1.2.826.0.1.3680043.8.1055.1.20260101." + MARK;
    return "{"
        + String.join(
            ",",
            text("00080005", "CS", "ISO_IR 192"),
            text("00080020", "DA", format("20%02d%02d%02d", i % 27, 1 + i % 12, 1 + i % 28)),
            text("00080030", "TM", format("%06d", i * 37 % 235959)),
            text("00080050", "SH", "A" + MARK),
            text("00080056", "CS", "ONLINE"),
            text("00080061", "CS", i % 3 == 0 ? "CT" : "MR", "SR"),
            name("00080090", "Referrer^Number " + i % 500),
            text("00080201", "SH", "+0100"),
            text("00081030", "LO", "Study description " + i % 100),
            text("00081190", "UR", "https://pacs.example.org/dicom-web/studies/" + uid),
            name("00100010", "Patient" + MARK + "^Given"),
            text("00100020", "LO", "PID" + MARK),
            text("00100021", "LO", "HOSPITAL"),
            text("00100030", "DA", format("19%02d0%d%02d", i % 100, 1 + i % 9, 1 + i % 28)),
            text("00100040", "CS", i % 2 == 0 ? "F" : "M"),
            text("0020000D", "UI", uid),
            text("00200010", "SH", "S" + MARK),
            number("00201206", i % 12),
            number("00201208", i % 900))
        + "}";
  }

  private static String format(String format, Object... values) {
    return String.format(Locale.ROOT, format, values);
  }

  private static String text(String tag, String vr, String... values) {
    return format(
        "\"%s\":{\"vr\":\"%s\",\"Value\":[\"%s\"]}", tag, vr, String.join("\",\"", values));
  }

  private static String name(String tag, String name) {
    return format("\"%s\":{\"vr\":\"PN\",\"Value\":[{\"Alphabetic\":\"%s\"}]}", tag, name);
  }

  private static String number(String tag, int value) {
    return format("\"%s\":{\"vr\":\"IS\",\"Value\":[%d]}", tag, value);
  }
}
