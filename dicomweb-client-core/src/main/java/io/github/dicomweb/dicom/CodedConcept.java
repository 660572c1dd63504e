// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.dicom;

import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A code and what it means: an item of a code sequence (PS3.3 §8). Immutable; equal by value,
 * scheme and version, whatever the meaning, which is for people (PS3.3 §8.3).
 */
public final class CodedConcept {
  private final String value;
  private final String scheme;
  private final @Nullable String version;
  private final @Nullable String meaning;

  private CodedConcept(
      String value, String scheme, @Nullable String version, @Nullable String meaning) {
    this.value = value;
    this.scheme = scheme;
    this.version = version;
    this.meaning = meaning;
  }

  /**
   * A code.
   *
   * @param value such as {@code 69536005}
   * @param scheme the coding scheme designator, such as {@code SCT}
   * @param meaning such as {@code Head}
   * @return the concept, without a version of the scheme
   */
  public static CodedConcept of(String value, String scheme, String meaning) {
    return new CodedConcept(value, scheme, null, meaning);
  }

  /**
   * Reads an item of a code sequence.
   *
   * @param item the item
   * @return the concept; empty when the item has no code value, long or URN
   */
  public static Optional<CodedConcept> from(Dataset item) {
    String value =
        item.string(Tag.CodeValue)
            .or(() -> item.string(Tag.LongCodeValue))
            .or(() -> item.string(Tag.URNCodeValue))
            .orElse(null);
    if (value == null) {
      return Optional.empty();
    }
    return Optional.of(
        new CodedConcept(
            value,
            item.string(Tag.CodingSchemeDesignator).orElse(""),
            item.string(Tag.CodingSchemeVersion).orElse(null),
            item.string(Tag.CodeMeaning).orElse(null)));
  }

  /**
   * The code value, short, long or URN.
   *
   * @return the code
   */
  public String value() {
    return value;
  }

  /**
   * The coding scheme designator.
   *
   * @return the scheme, an empty string where it is missing, as beside a URN
   */
  public String scheme() {
    return scheme;
  }

  /**
   * The version of the coding scheme.
   *
   * @return the version, if it is given
   */
  public Optional<String> version() {
    return Optional.ofNullable(version);
  }

  /**
   * The meaning for people.
   *
   * @return the meaning, if it is given
   */
  public Optional<String> meaning() {
    return Optional.ofNullable(meaning);
  }

  /**
   * Whether this is a code, in whatever version of its scheme.
   *
   * @param otherValue the code value
   * @param otherScheme the coding scheme designator
   * @return true if both are the same
   */
  public boolean is(String otherValue, String otherScheme) {
    return value.equals(otherValue) && scheme.equals(otherScheme);
  }

  /**
   * The item of a code sequence for this.
   *
   * @return a dataset with the code in the attribute that has room for it
   */
  public Dataset toDataset() {
    boolean urn = value.startsWith("urn:") || value.contains("://");
    int tag = urn ? Tag.URNCodeValue : value.length() > 16 ? Tag.LongCodeValue : Tag.CodeValue;
    DatasetBuilder builder =
        Dataset.builder().put(TextElement.of(tag, Dictionary.vrOf(tag), value));
    if (!scheme.isEmpty()) {
      builder.put(TextElement.of(Tag.CodingSchemeDesignator, VR.SH, scheme));
    }
    if (version != null) {
      builder.put(TextElement.of(Tag.CodingSchemeVersion, VR.SH, version));
    }
    if (meaning != null) {
      builder.put(TextElement.of(Tag.CodeMeaning, VR.LO, meaning));
    }
    return builder.build();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof CodedConcept concept
        && value.equals(concept.value)
        && scheme.equals(concept.scheme)
        && Objects.equals(version, concept.version);
  }

  @Override
  public int hashCode() {
    return Objects.hash(value, scheme, version);
  }

  /** Without the code, which may say what a patient has. */
  @Override
  public String toString() {
    return "CodedConcept";
  }
}
