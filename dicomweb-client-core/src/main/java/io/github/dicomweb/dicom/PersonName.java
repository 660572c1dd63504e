// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.dicom;

import java.util.Objects;
import java.util.Optional;

/**
 * A person's name (PS3.5 §6.2.1): up to three groups, alphabetic, ideographic and phonetic, of up
 * to five components each. Immutable; kept exactly as it was written, but for trailing spaces.
 */
public final class PersonName {
  /** A name of no group. */
  public static final PersonName EMPTY = new PersonName("", "", "");

  /**
   * One group of a name.
   *
   * @param text the components between {@code ^}
   */
  public record Group(String text) {
    /**
     * The family name, or the whole of a name that is not split.
     *
     * @return the component, or an empty string
     */
    public String familyName() {
      return component(0);
    }

    /**
     * The given name.
     *
     * @return the component, or an empty string
     */
    public String givenName() {
      return component(1);
    }

    /**
     * The middle name.
     *
     * @return the component, or an empty string
     */
    public String middleName() {
      return component(2);
    }

    /**
     * The prefix.
     *
     * @return the component, or an empty string
     */
    public String namePrefix() {
      return component(3);
    }

    /**
     * The suffix.
     *
     * @return the component, or an empty string
     */
    public String nameSuffix() {
      return component(4);
    }

    private String component(int index) {
      int from = 0;
      for (int i = 0; i < index; i++) {
        from = text.indexOf('^', from) + 1;
        if (from == 0) {
          return "";
        }
      }
      int to = text.indexOf('^', from);
      return text.substring(from, to < 0 ? text.length() : to).strip();
    }

    /** Without the name. */
    @Override
    public String toString() {
      return "PersonName.Group";
    }
  }

  private final String alphabetic;
  private final String ideographic;
  private final String phonetic;

  private PersonName(String alphabetic, String ideographic, String phonetic) {
    this.alphabetic = alphabetic;
    this.ideographic = ideographic;
    this.phonetic = phonetic;
  }

  /**
   * Reads a name as it stands in a DICOM file.
   *
   * @param text groups between {@code =}, components between {@code ^}
   * @return the name
   */
  public static PersonName parse(String text) {
    int first = text.indexOf('=');
    if (first < 0) {
      return of(text, "", "");
    }
    int second = text.indexOf('=', first + 1);
    if (second < 0) {
      return of(text.substring(0, first), text.substring(first + 1), "");
    }
    return of(
        text.substring(0, first), text.substring(first + 1, second), text.substring(second + 1));
  }

  /**
   * A name of an alphabetic group only.
   *
   * @param alphabetic such as {@code Doe^Jane}
   * @return the name
   */
  public static PersonName of(String alphabetic) {
    return of(alphabetic, "", "");
  }

  /**
   * A name of three groups.
   *
   * @param alphabetic components between {@code ^}, or an empty string
   * @param ideographic the same in ideographic characters
   * @param phonetic the same in phonetic characters
   * @return the name
   */
  public static PersonName of(String alphabetic, String ideographic, String phonetic) {
    return new PersonName(trim(alphabetic), trim(ideographic), trim(phonetic));
  }

  private static String trim(String group) {
    int end = group.length();
    while (end > 0 && (group.charAt(end - 1) == ' ' || group.charAt(end - 1) == 0)) {
      end--;
    }
    return group.substring(0, end);
  }

  /**
   * The alphabetic group.
   *
   * @return the group, if it is not empty
   */
  public Optional<Group> alphabetic() {
    return group(alphabetic);
  }

  /**
   * The ideographic group.
   *
   * @return the group, if it is not empty
   */
  public Optional<Group> ideographic() {
    return group(ideographic);
  }

  /**
   * The phonetic group.
   *
   * @return the group, if it is not empty
   */
  public Optional<Group> phonetic() {
    return group(phonetic);
  }

  private static Optional<Group> group(String text) {
    return text.isEmpty() ? Optional.empty() : Optional.of(new Group(text));
  }

  /**
   * The family name of the first group that is there.
   *
   * @return the component, or an empty string
   */
  public String familyName() {
    return first().familyName();
  }

  /**
   * The given name of the first group that is there.
   *
   * @return the component, or an empty string
   */
  public String givenName() {
    return first().givenName();
  }

  private Group first() {
    return new Group(
        !alphabetic.isEmpty() ? alphabetic : !ideographic.isEmpty() ? ideographic : phonetic);
  }

  /**
   * Whether no group is there.
   *
   * @return true for an empty name
   */
  public boolean isEmpty() {
    return alphabetic.isEmpty() && ideographic.isEmpty() && phonetic.isEmpty();
  }

  /**
   * The name as it stands in a DICOM file.
   *
   * @return groups between {@code =}, without trailing delimiters of groups
   */
  public String toDicomString() {
    if (!phonetic.isEmpty()) {
      return alphabetic + '=' + ideographic + '=' + phonetic;
    }
    return ideographic.isEmpty() ? alphabetic : alphabetic + '=' + ideographic;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof PersonName name
        && alphabetic.equals(name.alphabetic)
        && ideographic.equals(name.ideographic)
        && phonetic.equals(name.phonetic);
  }

  @Override
  public int hashCode() {
    return Objects.hash(alphabetic, ideographic, phonetic);
  }

  /** Without the name. */
  @Override
  public String toString() {
    return "PersonName";
  }
}
