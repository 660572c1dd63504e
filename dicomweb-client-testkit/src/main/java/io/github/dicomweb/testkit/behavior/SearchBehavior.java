// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.testkit.behavior;

/**
 * How the queries of searches are read (PS3.18 §8.3.4). Immutable; each {@code with} method gives a
 * changed copy.
 *
 * @param query whether the query is read at all
 * @param escapes what becomes of percent-encoding in the query
 * @param unknownParameters what becomes of parameters that are neither known nor attributes
 * @param repeatedParameters what becomes of a repeated parameter, includefield excepted
 * @param includeField how several values of includefield must be written
 * @param lowerKeys what becomes of attributes of a level below the resource
 * @param sequenceKeys what becomes of attributes within sequences
 * @param fuzzy what is said about fuzzymatching, which is not done
 * @param emptyValues what becomes of emptyvaluematching
 * @param multipleValues what becomes of multiplevaluematching
 * @param xml how XML must be asked for
 */
public record SearchBehavior(
    Query query,
    Escapes escapes,
    UnknownParameters unknownParameters,
    RepeatedParameters repeatedParameters,
    IncludeField includeField,
    LowerKeys lowerKeys,
    SequenceKeys sequenceKeys,
    Fuzzy fuzzy,
    Extension emptyValues,
    Extension multipleValues,
    Xml xml) {

  /** Whether the query is read. */
  public enum Query {
    /** It is. */
    READ,
    /** It is not: everything is found. */
    IGNORED
  }

  /** What becomes of percent-encoding in the query. */
  public enum Escapes {
    /** It is decoded. */
    DECODED,
    /** It is taken as it stands. */
    LITERAL
  }

  /** What becomes of parameters that are neither known nor attributes. */
  public enum UnknownParameters {
    /** Nothing. */
    IGNORED,
    /** 400. Kinds of matching that are not done are among them. */
    REFUSED
  }

  /** What becomes of a repeated parameter. */
  public enum RepeatedParameters {
    /** 400. */
    REFUSED,
    /** The first counts. */
    FIRST,
    /** The last counts. */
    LAST
  }

  /** How several values of includefield must be written. */
  public enum IncludeField {
    /** With commas, or with the parameter repeated. */
    EITHER,
    /** With commas: of repeated parameters the first counts. */
    COMMAS,
    /** With the parameter repeated: a list is one unknown name. */
    REPEATED
  }

  /** What becomes of attributes to match of a level below the resource. */
  public enum LowerKeys {
    /** 400. */
    REFUSED,
    /** They match everything. */
    IGNORED
  }

  /** What becomes of attributes to match within sequences. */
  public enum SequenceKeys {
    /** They are matched. */
    MATCHED,
    /** They match everything. */
    IGNORED
  }

  /** What is said about fuzzymatching, which is not done. */
  public enum Fuzzy {
    /** A Warning says so. */
    WARNED,
    /** Nothing. */
    IGNORED
  }

  /** What becomes of a kind of matching that is asked for. */
  public enum Extension {
    /** It is done. */
    DONE,
    /** It is not done, and a Warning says so. */
    WARNED,
    /** It is not done, and nothing says so. */
    IGNORED
  }

  /** How XML must be asked for. */
  public enum Xml {
    /** As the standard says: {@code multipart/related; type="application/dicom+xml"}. */
    MULTIPART,
    /** As exactly {@code application/dicom+xml}; anything else is answered in JSON. */
    BARE
  }

  static SearchBehavior standard() {
    return new SearchBehavior(
        Query.READ,
        Escapes.DECODED,
        UnknownParameters.IGNORED,
        RepeatedParameters.REFUSED,
        IncludeField.EITHER,
        LowerKeys.REFUSED,
        SequenceKeys.MATCHED,
        Fuzzy.WARNED,
        Extension.DONE,
        Extension.DONE,
        Xml.MULTIPART);
  }

  /**
   * Changes {@link #query()}.
   *
   * @param value whether the query is read at all
   * @return a changed copy
   */
  public SearchBehavior withQuery(Query value) {
    return new SearchBehavior(
        value,
        escapes,
        unknownParameters,
        repeatedParameters,
        includeField,
        lowerKeys,
        sequenceKeys,
        fuzzy,
        emptyValues,
        multipleValues,
        xml);
  }

  /**
   * Changes {@link #escapes()}.
   *
   * @param value what becomes of percent-encoding in the query
   * @return a changed copy
   */
  public SearchBehavior withEscapes(Escapes value) {
    return new SearchBehavior(
        query,
        value,
        unknownParameters,
        repeatedParameters,
        includeField,
        lowerKeys,
        sequenceKeys,
        fuzzy,
        emptyValues,
        multipleValues,
        xml);
  }

  /**
   * Changes {@link #unknownParameters()}.
   *
   * @param value what becomes of parameters that are neither known nor attributes
   * @return a changed copy
   */
  public SearchBehavior withUnknownParameters(UnknownParameters value) {
    return new SearchBehavior(
        query,
        escapes,
        value,
        repeatedParameters,
        includeField,
        lowerKeys,
        sequenceKeys,
        fuzzy,
        emptyValues,
        multipleValues,
        xml);
  }

  /**
   * Changes {@link #repeatedParameters()}.
   *
   * @param value what becomes of a repeated parameter, includefield excepted
   * @return a changed copy
   */
  public SearchBehavior withRepeatedParameters(RepeatedParameters value) {
    return new SearchBehavior(
        query,
        escapes,
        unknownParameters,
        value,
        includeField,
        lowerKeys,
        sequenceKeys,
        fuzzy,
        emptyValues,
        multipleValues,
        xml);
  }

  /**
   * Changes {@link #includeField()}.
   *
   * @param value how several values of includefield must be written
   * @return a changed copy
   */
  public SearchBehavior withIncludeField(IncludeField value) {
    return new SearchBehavior(
        query,
        escapes,
        unknownParameters,
        repeatedParameters,
        value,
        lowerKeys,
        sequenceKeys,
        fuzzy,
        emptyValues,
        multipleValues,
        xml);
  }

  /**
   * Changes {@link #lowerKeys()}.
   *
   * @param value what becomes of attributes of a level below the resource
   * @return a changed copy
   */
  public SearchBehavior withLowerKeys(LowerKeys value) {
    return new SearchBehavior(
        query,
        escapes,
        unknownParameters,
        repeatedParameters,
        includeField,
        value,
        sequenceKeys,
        fuzzy,
        emptyValues,
        multipleValues,
        xml);
  }

  /**
   * Changes {@link #sequenceKeys()}.
   *
   * @param value what becomes of attributes within sequences
   * @return a changed copy
   */
  public SearchBehavior withSequenceKeys(SequenceKeys value) {
    return new SearchBehavior(
        query,
        escapes,
        unknownParameters,
        repeatedParameters,
        includeField,
        lowerKeys,
        value,
        fuzzy,
        emptyValues,
        multipleValues,
        xml);
  }

  /**
   * Changes {@link #fuzzy()}.
   *
   * @param value what is said about fuzzymatching, which is not done
   * @return a changed copy
   */
  public SearchBehavior withFuzzy(Fuzzy value) {
    return new SearchBehavior(
        query,
        escapes,
        unknownParameters,
        repeatedParameters,
        includeField,
        lowerKeys,
        sequenceKeys,
        value,
        emptyValues,
        multipleValues,
        xml);
  }

  /**
   * Changes {@link #emptyValues()}.
   *
   * @param value what becomes of emptyvaluematching
   * @return a changed copy
   */
  public SearchBehavior withEmptyValues(Extension value) {
    return new SearchBehavior(
        query,
        escapes,
        unknownParameters,
        repeatedParameters,
        includeField,
        lowerKeys,
        sequenceKeys,
        fuzzy,
        value,
        multipleValues,
        xml);
  }

  /**
   * Changes {@link #multipleValues()}.
   *
   * @param value what becomes of multiplevaluematching
   * @return a changed copy
   */
  public SearchBehavior withMultipleValues(Extension value) {
    return new SearchBehavior(
        query,
        escapes,
        unknownParameters,
        repeatedParameters,
        includeField,
        lowerKeys,
        sequenceKeys,
        fuzzy,
        emptyValues,
        value,
        xml);
  }

  /**
   * Changes {@link #xml()}.
   *
   * @param value how XML must be asked for
   * @return a changed copy
   */
  public SearchBehavior withXml(Xml value) {
    return new SearchBehavior(
        query,
        escapes,
        unknownParameters,
        repeatedParameters,
        includeField,
        lowerKeys,
        sequenceKeys,
        fuzzy,
        emptyValues,
        multipleValues,
        value);
  }
}
