// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.testkit.internal.search;

/** What a date, a time or both cover, both ends included; in units that only compare. */
record Span(long from, long to) {
  static final Span ALWAYS = new Span(Long.MIN_VALUE, Long.MAX_VALUE);

  boolean contains(Span other) {
    return from <= other.from && other.from <= to;
  }
}
