// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.testkit.behavior;

/**
 * What may be stored, how the answer says what became of it (PS3.18 §10.5), and how deleting is
 * answered. Immutable; each {@code with} method gives a changed copy.
 *
 * @param singlePart whether a file may be sent as the whole body
 * @param unknownLength whether a body without Content-Length is taken
 * @param partParameters what becomes of a part whose Content-Type has parameters
 * @param noParts the answer when there is nothing to store
 * @param reply the form of the answer
 * @param listing which of the stored instances the answer lists
 * @param deletion how it is answered that a study, a series or an instance is deleted
 * @param partialStatus the status when some instances were stored and some were not
 * @param failedStatus the status when none was stored
 * @param largestBody the longest body that is not answered with 413
 * @param mostInstances the most instances of one request that are not answered with 413
 */
public record StoreBehavior(
    SinglePart singlePart,
    UnknownLength unknownLength,
    PartParameters partParameters,
    NoParts noParts,
    Reply reply,
    Listing listing,
    Deletion deletion,
    int partialStatus,
    int failedStatus,
    long largestBody,
    int mostInstances) {

  /** Whether a file may be sent as the whole body, {@code application/dicom}. */
  public enum SinglePart {
    /** 415. */
    REFUSED,
    /** It is stored. */
    ACCEPTED,
    /** It is stored, and multipart is answered with 415. */
    REQUIRED
  }

  /** Whether a body without Content-Length is taken. */
  public enum UnknownLength {
    /** It is. */
    ACCEPTED,
    /** 411. */
    REFUSED
  }

  /** What becomes of a part whose Content-Type has parameters. */
  public enum PartParameters {
    /** It is stored. */
    READ,
    /** It is passed over with all parts behind it, and nothing says so. */
    DROPPED
  }

  /** The answer when there is nothing to store. */
  public enum NoParts {
    /** 400. */
    REFUSED,
    /** 200, with an empty list of what was stored. */
    SUCCESS
  }

  /** The form of the answer. */
  public enum Reply {
    /** What the Accept header asks for. */
    NEGOTIATED,
    /** JSON, an object. */
    OBJECT,
    /** JSON, an array of one object. */
    ARRAY,
    /** XML. */
    XML,
    /** No body. */
    EMPTY,
    /** A page of HTML that says it has worked, or not. */
    HTML,
    /** JSON without a Content-Type. */
    UNTYPED,
    /** JSON labelled text/plain. */
    TEXT_PLAIN
  }

  /** Which of the stored instances the answer lists. */
  public enum Listing {
    /** All. */
    ALL,
    /** All but the last. */
    NOT_THE_LAST,
    /** None. */
    NONE
  }

  /** How deleting is answered, which is no part of the standard. */
  public enum Deletion {
    /** With 204, when it is done. */
    AT_ONCE,
    /**
     * That of studies and series with an operation in JSON, which has to be polled until it is
     * done.
     */
    OPERATION
  }

  /**
   * Refuses limits that are negative and a status that does not exist.
   *
   * @param singlePart whether a file may be sent as the whole body
   * @param unknownLength whether a body without Content-Length is taken
   * @param partParameters what becomes of a part whose Content-Type has parameters
   * @param noParts the answer when there is nothing to store
   * @param reply the form of the answer
   * @param listing which of the stored instances the answer lists
   * @param deletion how it is answered that a study, a series or an instance is deleted
   * @param partialStatus the status when some instances were stored and some were not
   * @param failedStatus the status when none was stored
   * @param largestBody the longest body that is not answered with 413
   * @param mostInstances the most instances of one request that are not answered with 413
   */
  public StoreBehavior {
    if (largestBody < 0 || mostInstances < 0) {
      throw new IllegalArgumentException("a limit must not be negative");
    }
    if (partialStatus < 200 || partialStatus > 599 || failedStatus < 200 || failedStatus > 599) {
      throw new IllegalArgumentException("a status must be from 200 to 599");
    }
  }

  static StoreBehavior standard() {
    return new StoreBehavior(
        SinglePart.ACCEPTED,
        UnknownLength.ACCEPTED,
        PartParameters.READ,
        NoParts.REFUSED,
        Reply.NEGOTIATED,
        Listing.ALL,
        Deletion.AT_ONCE,
        202,
        409,
        Long.MAX_VALUE,
        Integer.MAX_VALUE);
  }

  /**
   * Changes {@link #singlePart()}.
   *
   * @param value whether a file may be sent as the whole body
   * @return a changed copy
   */
  public StoreBehavior withSinglePart(SinglePart value) {
    return new StoreBehavior(
        value,
        unknownLength,
        partParameters,
        noParts,
        reply,
        listing,
        deletion,
        partialStatus,
        failedStatus,
        largestBody,
        mostInstances);
  }

  /**
   * Changes {@link #unknownLength()}.
   *
   * @param value whether a body without Content-Length is taken
   * @return a changed copy
   */
  public StoreBehavior withUnknownLength(UnknownLength value) {
    return new StoreBehavior(
        singlePart,
        value,
        partParameters,
        noParts,
        reply,
        listing,
        deletion,
        partialStatus,
        failedStatus,
        largestBody,
        mostInstances);
  }

  /**
   * Changes {@link #partParameters()}.
   *
   * @param value what becomes of a part whose Content-Type has parameters
   * @return a changed copy
   */
  public StoreBehavior withPartParameters(PartParameters value) {
    return new StoreBehavior(
        singlePart,
        unknownLength,
        value,
        noParts,
        reply,
        listing,
        deletion,
        partialStatus,
        failedStatus,
        largestBody,
        mostInstances);
  }

  /**
   * Changes {@link #noParts()}.
   *
   * @param value the answer when there is nothing to store
   * @return a changed copy
   */
  public StoreBehavior withNoParts(NoParts value) {
    return new StoreBehavior(
        singlePart,
        unknownLength,
        partParameters,
        value,
        reply,
        listing,
        deletion,
        partialStatus,
        failedStatus,
        largestBody,
        mostInstances);
  }

  /**
   * Changes {@link #reply()}.
   *
   * @param value the form of the answer
   * @return a changed copy
   */
  public StoreBehavior withReply(Reply value) {
    return new StoreBehavior(
        singlePart,
        unknownLength,
        partParameters,
        noParts,
        value,
        listing,
        deletion,
        partialStatus,
        failedStatus,
        largestBody,
        mostInstances);
  }

  /**
   * Changes {@link #listing()}.
   *
   * @param value which of the stored instances the answer lists
   * @return a changed copy
   */
  public StoreBehavior withListing(Listing value) {
    return new StoreBehavior(
        singlePart,
        unknownLength,
        partParameters,
        noParts,
        reply,
        value,
        deletion,
        partialStatus,
        failedStatus,
        largestBody,
        mostInstances);
  }

  /**
   * Changes {@link #deletion()}.
   *
   * @param value how it is answered that a study, a series or an instance is deleted
   * @return a changed copy
   */
  public StoreBehavior withDeletion(Deletion value) {
    return new StoreBehavior(
        singlePart,
        unknownLength,
        partParameters,
        noParts,
        reply,
        listing,
        value,
        partialStatus,
        failedStatus,
        largestBody,
        mostInstances);
  }

  /**
   * Changes {@link #partialStatus()}.
   *
   * @param value the status when some instances were stored and some were not
   * @return a changed copy
   */
  public StoreBehavior withPartialStatus(int value) {
    return new StoreBehavior(
        singlePart,
        unknownLength,
        partParameters,
        noParts,
        reply,
        listing,
        deletion,
        value,
        failedStatus,
        largestBody,
        mostInstances);
  }

  /**
   * Changes {@link #failedStatus()}.
   *
   * @param value the status when none was stored
   * @return a changed copy
   */
  public StoreBehavior withFailedStatus(int value) {
    return new StoreBehavior(
        singlePart,
        unknownLength,
        partParameters,
        noParts,
        reply,
        listing,
        deletion,
        partialStatus,
        value,
        largestBody,
        mostInstances);
  }

  /**
   * Changes {@link #largestBody()}.
   *
   * @param value the longest body that is not answered with 413
   * @return a changed copy
   */
  public StoreBehavior withLargestBody(long value) {
    return new StoreBehavior(
        singlePart,
        unknownLength,
        partParameters,
        noParts,
        reply,
        listing,
        deletion,
        partialStatus,
        failedStatus,
        value,
        mostInstances);
  }

  /**
   * Changes {@link #mostInstances()}.
   *
   * @param value the most instances of one request that are not answered with 413
   * @return a changed copy
   */
  public StoreBehavior withMostInstances(int value) {
    return new StoreBehavior(
        singlePart,
        unknownLength,
        partParameters,
        noParts,
        reply,
        listing,
        deletion,
        partialStatus,
        failedStatus,
        largestBody,
        value);
  }
}
