// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.internal.multipart;

/** A way in which a body departs from the rules and is read all the same. */
enum Deviation {
  PREAMBLE("text before the first delimiter"),
  LF_LINE_ENDS("lines that end with LF alone"),
  MIXED_DELIMITERS("delimiters with line ends of both kinds"),
  NO_HEADERS("a part without headers"),
  NO_BLANK_LINE("a part without the blank line that ends its headers"),
  NO_COLON("a part header line without a colon"),
  FOLDED("a folded part header"),
  CONTENT_LENGTH("a part Content-Length that is not one number");

  private final String text;

  Deviation(String text) {
    this.text = text;
  }

  String text() {
    return text;
  }
}
