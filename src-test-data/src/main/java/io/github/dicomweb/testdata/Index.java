// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.testdata;

import java.util.List;

/** The list of the test objects as text: a line of names, then a line an object. */
final class Index {
  static final String FILE_NAME = "index.tsv";

  private static final String HEADING =
      "file\tsopClassUid\tsopInstanceUid\tstudyInstanceUid\tseriesInstanceUid\ttransferSyntaxUid";

  private Index() {}

  static String format(List<TestObject> objects) {
    StringBuilder text = new StringBuilder(HEADING).append('\n');
    for (TestObject object : objects) {
      text.append(
              String.join(
                  "\t",
                  object.fileName(),
                  object.sopClassUid(),
                  object.sopInstanceUid(),
                  object.studyInstanceUid(),
                  object.seriesInstanceUid(),
                  object.transferSyntaxUid()))
          .append('\n');
    }
    return text.toString();
  }

  static List<TestObject> parse(String text) {
    return text.lines().skip(1).map(Index::line).toList();
  }

  private static TestObject line(String line) {
    String[] cells = line.split("\t", -1);
    if (cells.length != 6) {
      throw new IllegalStateException("a line of the index has not six cells");
    }
    return new TestObject(cells[0], cells[1], cells[2], cells[3], cells[4], cells[5]);
  }
}
