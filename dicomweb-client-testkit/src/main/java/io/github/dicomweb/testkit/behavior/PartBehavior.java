// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.testkit.behavior;

/**
 * How the parts of {@code multipart/related} answers are labelled. Immutable; each {@code with}
 * method gives a changed copy.
 *
 * @param length the Content-Length of parts
 * @param headerOrder the order of the headers of parts
 * @param contentType the Content-Type of parts
 * @param syntax whether the Content-Type of parts names the transfer syntax
 * @param location the Content-Location of parts, and of answers of a single part, where there is
 *     one
 */
public record PartBehavior(
    Length length, HeaderOrder headerOrder, Label contentType, Syntax syntax, Location location) {

  /** The Content-Length of parts. */
  public enum Length {
    /** None. */
    ABSENT,
    /** What the part has. */
    RIGHT,
    /** One more than the part has: the part looks cut. */
    TOO_LARGE
  }

  /** The order of the headers of parts. */
  public enum HeaderOrder {
    /** Content-Type is the first. */
    TYPE_FIRST,
    /** Content-Type is the last, and a MIME-Version is among them. */
    TYPE_LAST
  }

  /** Whether the Content-Type of parts names the transfer syntax. */
  public enum Syntax {
    /** It does. */
    PRESENT,
    /** It does not. */
    ABSENT,
    /** It does not in DICOM files, which name it themselves. */
    ABSENT_FROM_FILES,
    /** It repeats the asterisk of the request. */
    STAR
  }

  /** The form of Content-Location. */
  public enum Location {
    /** A URL. */
    ABSOLUTE,
    /** A path from the root of the server. */
    ABSOLUTE_PATH,
    /** A path relative to the URL of the request. */
    RELATIVE,
    /** None. */
    ABSENT
  }

  static PartBehavior standard() {
    return new PartBehavior(
        Length.ABSENT, HeaderOrder.TYPE_FIRST, Label.RIGHT, Syntax.PRESENT, Location.ABSOLUTE);
  }

  /**
   * Changes {@link #length()}.
   *
   * @param value the Content-Length of parts
   * @return a changed copy
   */
  public PartBehavior withLength(Length value) {
    return new PartBehavior(value, headerOrder, contentType, syntax, location);
  }

  /**
   * Changes {@link #headerOrder()}.
   *
   * @param value the order of the headers of parts
   * @return a changed copy
   */
  public PartBehavior withHeaderOrder(HeaderOrder value) {
    return new PartBehavior(length, value, contentType, syntax, location);
  }

  /**
   * Changes {@link #contentType()}.
   *
   * @param value the Content-Type of parts
   * @return a changed copy
   */
  public PartBehavior withContentType(Label value) {
    return new PartBehavior(length, headerOrder, value, syntax, location);
  }

  /**
   * Changes {@link #syntax()}.
   *
   * @param value whether the Content-Type of parts names the transfer syntax
   * @return a changed copy
   */
  public PartBehavior withSyntax(Syntax value) {
    return new PartBehavior(length, headerOrder, contentType, value, location);
  }

  /**
   * Changes {@link #location()}.
   *
   * @param value the Content-Location of parts, and of answers of a single part, where there is one
   * @return a changed copy
   */
  public PartBehavior withLocation(Location value) {
    return new PartBehavior(length, headerOrder, contentType, syntax, value);
  }
}
