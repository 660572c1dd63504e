// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.retrieve;

/**
 * Something that the server burns into a rendered image (PS3.18 §8.3.5.1.1). An open type: a server
 * may know more than the standard names. Equal by keyword; immutable.
 */
public final class Annotation {
  /** Who the patient is. */
  public static final Annotation PATIENT = new Annotation("patient");

  /** How the image was made. */
  public static final Annotation TECHNIQUE = new Annotation("technique");

  private final String keyword;

  private Annotation(String keyword) {
    this.keyword = keyword;
  }

  /**
   * An annotation by its keyword, for those that the conformance statement of a server names.
   *
   * @param keyword the keyword: letters, digits, hyphens, underlines and dots
   * @return the annotation
   * @throws IllegalArgumentException if it is no keyword
   */
  public static Annotation of(String keyword) {
    if (!keyword.matches("[A-Za-z0-9._-]+")) {
      throw new IllegalArgumentException("an annotation is named by a keyword, not by a text");
    }
    return new Annotation(keyword);
  }

  /**
   * The keyword.
   *
   * @return such as {@code patient}
   */
  public String keyword() {
    return keyword;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Annotation annotation && annotation.keyword.equals(keyword);
  }

  @Override
  public int hashCode() {
    return keyword.hashCode();
  }

  @Override
  public String toString() {
    return "Annotation[" + keyword + "]";
  }
}
