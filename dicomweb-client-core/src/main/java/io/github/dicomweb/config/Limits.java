// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.config;

/**
 * How much of anything is read before it is refused, so that a hostile or broken answer costs an
 * error and not the process. Immutable; each {@code with} method gives a changed copy.
 *
 * @param partHeaderBytes the header block of one part of a multipart body, in bytes
 * @param parts the number of parts in one multipart body, and of entries in one zip archive
 * @param depth the nesting of sequences, and of JSON and XML structures
 * @param stringLength one text value, in characters
 * @param inlineBytes one binary value that is held in memory (InlineBinary, an element's value), in
 *     bytes
 * @param totalInlineBytes the values of one dataset that are held in memory, together, in bytes:
 *     binary ones, and in a DICOM file those of text too
 * @param elements the attributes of one dataset, those of nested items included
 * @param errorBodyBytes what is kept of the body of an unsuccessful answer, in bytes
 * @param inflatedBytes what a deflated dataset may grow to, in bytes, and what the entries of one
 *     zip archive may together grow by beyond what was received
 * @param redirects the redirections that are followed for one request
 */
public record Limits(
    int partHeaderBytes,
    long parts,
    int depth,
    int stringLength,
    int inlineBytes,
    long totalInlineBytes,
    int elements,
    int errorBodyBytes,
    long inflatedBytes,
    int redirects) {

  private static final Limits DEFAULTS =
      new Limits(
          16 * 1024,
          10_000_000L,
          64,
          16 * 1024 * 1024,
          64 * 1024 * 1024,
          512L * 1024 * 1024,
          1_000_000,
          64 * 1024,
          4L * 1024 * 1024 * 1024,
          5);

  /**
   * Refuses what is not positive (redirects may be 0).
   *
   * @param partHeaderBytes the header block of one part of a multipart body, in bytes
   * @param parts the number of parts in one multipart body, and of entries in one zip archive
   * @param depth the nesting of sequences, and of JSON and XML structures
   * @param stringLength one text value, in characters
   * @param inlineBytes one binary value that is held in memory (InlineBinary, an element's value),
   *     in bytes
   * @param totalInlineBytes the values of one dataset that are held in memory, together, in bytes:
   *     binary ones, and in a DICOM file those of text too
   * @param elements the attributes of one dataset, those of nested items included
   * @param errorBodyBytes what is kept of the body of an unsuccessful answer, in bytes
   * @param inflatedBytes what a deflated dataset may grow to, in bytes, and what the entries of one
   *     zip archive may together grow by beyond what was received
   * @param redirects the redirections that are followed for one request
   */
  public Limits {
    if (partHeaderBytes < 1
        || parts < 1
        || depth < 1
        || stringLength < 1
        || inlineBytes < 1
        || totalInlineBytes < 1
        || elements < 1
        || errorBodyBytes < 1
        || inflatedBytes < 1
        || redirects < 0) {
      throw new IllegalArgumentException("a limit must be positive");
    }
  }

  /**
   * The limits used when none are given: 16 KiB of part headers, ten million parts, depth 64, 16 Mi
   * characters a value, 64 MiB an inline binary, 512 MiB of them a dataset, a million attributes a
   * dataset, 64 KiB of an error body, 4 GiB inflated, 5 redirects.
   *
   * @return the defaults
   */
  public static Limits defaults() {
    return DEFAULTS;
  }

  /**
   * Changes {@link #partHeaderBytes()}.
   *
   * @param value the new limit
   * @return a changed copy
   */
  public Limits withPartHeaderBytes(int value) {
    return new Limits(
        value,
        parts,
        depth,
        stringLength,
        inlineBytes,
        totalInlineBytes,
        elements,
        errorBodyBytes,
        inflatedBytes,
        redirects);
  }

  /**
   * Changes {@link #parts()}.
   *
   * @param value the new limit
   * @return a changed copy
   */
  public Limits withParts(long value) {
    return new Limits(
        partHeaderBytes,
        value,
        depth,
        stringLength,
        inlineBytes,
        totalInlineBytes,
        elements,
        errorBodyBytes,
        inflatedBytes,
        redirects);
  }

  /**
   * Changes {@link #depth()}.
   *
   * @param value the new limit
   * @return a changed copy
   */
  public Limits withDepth(int value) {
    return new Limits(
        partHeaderBytes,
        parts,
        value,
        stringLength,
        inlineBytes,
        totalInlineBytes,
        elements,
        errorBodyBytes,
        inflatedBytes,
        redirects);
  }

  /**
   * Changes {@link #stringLength()}.
   *
   * @param value the new limit
   * @return a changed copy
   */
  public Limits withStringLength(int value) {
    return new Limits(
        partHeaderBytes,
        parts,
        depth,
        value,
        inlineBytes,
        totalInlineBytes,
        elements,
        errorBodyBytes,
        inflatedBytes,
        redirects);
  }

  /**
   * Changes {@link #inlineBytes()}.
   *
   * @param value the new limit
   * @return a changed copy
   */
  public Limits withInlineBytes(int value) {
    return new Limits(
        partHeaderBytes,
        parts,
        depth,
        stringLength,
        value,
        totalInlineBytes,
        elements,
        errorBodyBytes,
        inflatedBytes,
        redirects);
  }

  /**
   * Changes {@link #totalInlineBytes()}.
   *
   * @param value the new limit
   * @return a changed copy
   */
  public Limits withTotalInlineBytes(long value) {
    return new Limits(
        partHeaderBytes,
        parts,
        depth,
        stringLength,
        inlineBytes,
        value,
        elements,
        errorBodyBytes,
        inflatedBytes,
        redirects);
  }

  /**
   * Changes {@link #elements()}.
   *
   * @param value the new limit
   * @return a changed copy
   */
  public Limits withElements(int value) {
    return new Limits(
        partHeaderBytes,
        parts,
        depth,
        stringLength,
        inlineBytes,
        totalInlineBytes,
        value,
        errorBodyBytes,
        inflatedBytes,
        redirects);
  }

  /**
   * Changes {@link #errorBodyBytes()}.
   *
   * @param value the new limit
   * @return a changed copy
   */
  public Limits withErrorBodyBytes(int value) {
    return new Limits(
        partHeaderBytes,
        parts,
        depth,
        stringLength,
        inlineBytes,
        totalInlineBytes,
        elements,
        value,
        inflatedBytes,
        redirects);
  }

  /**
   * Changes {@link #inflatedBytes()}.
   *
   * @param value the new limit
   * @return a changed copy
   */
  public Limits withInflatedBytes(long value) {
    return new Limits(
        partHeaderBytes,
        parts,
        depth,
        stringLength,
        inlineBytes,
        totalInlineBytes,
        elements,
        errorBodyBytes,
        value,
        redirects);
  }

  /**
   * Changes {@link #redirects()}.
   *
   * @param value the new limit
   * @return a changed copy
   */
  public Limits withRedirects(int value) {
    return new Limits(
        partHeaderBytes,
        parts,
        depth,
        stringLength,
        inlineBytes,
        totalInlineBytes,
        elements,
        errorBodyBytes,
        inflatedBytes,
        value);
  }
}
