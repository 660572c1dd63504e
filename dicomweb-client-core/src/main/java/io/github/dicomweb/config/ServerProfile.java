// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.config;

/**
 * Facts about a server that the standard leaves open or that the server gets wrong. A quirk is read
 * here, in one place, when a request is described; nothing else asks which product answers.
 * Immutable; each {@code with} method gives a changed copy.
 *
 * @param queryEscaping what the server does with percent-encoded query values
 * @param includeFieldStyle how several {@code includefield} values are written
 * @param pageSize the {@code limit} that a paged search asks for; some servers refuse more than 200
 */
public record ServerProfile(
    QueryEscaping queryEscaping, ListStyle includeFieldStyle, int pageSize) {

  /** What a server does with percent-encoded query values. */
  public enum QueryEscaping {
    /** It decodes them, as PS3.18 §8.3.1 says. */
    PERCENT,
    /**
     * It takes them literally. Characters that need escaping are sent as the wildcards {@code ?}
     * and {@code *} where the attribute allows them, and the results are filtered here.
     */
    WILDCARD,
    /**
     * Not known: percent-encoding is tried first, and wildcards when that finds nothing. What
     * worked is remembered by the client.
     */
    ADAPTIVE
  }

  /** How several values of one parameter are written. */
  public enum ListStyle {
    /** {@code includefield=a,b}. */
    COMMA,
    /** {@code includefield=a&includefield=b}. */
    REPEATED
  }

  /** Refuses a page size that is not positive. */
  public ServerProfile {
    if (pageSize < 1) {
      throw new IllegalArgumentException("the page size must be positive");
    }
  }

  /**
   * A server of which nothing is known but the standard.
   *
   * @return the profile used when none is given
   */
  public static ServerProfile standard() {
    return new ServerProfile(QueryEscaping.ADAPTIVE, ListStyle.COMMA, 200);
  }

  /**
   * Orthanc with its DICOMweb plugin as distributions package it: query values are not decoded.
   *
   * @return a profile
   */
  public static ServerProfile orthanc() {
    return new ServerProfile(QueryEscaping.WILDCARD, ListStyle.COMMA, 500);
  }

  /**
   * dcm4chee-arc 5: it decodes query values, and pages of 1000 are its own default cap.
   *
   * @return a profile
   */
  public static ServerProfile dcm4chee() {
    return new ServerProfile(QueryEscaping.PERCENT, ListStyle.COMMA, 1000);
  }

  /**
   * Changes {@link #queryEscaping()}.
   *
   * @param value what the server does
   * @return a changed copy
   */
  public ServerProfile withQueryEscaping(QueryEscaping value) {
    return new ServerProfile(value, includeFieldStyle, pageSize);
  }

  /**
   * Changes {@link #includeFieldStyle()}.
   *
   * @param value how lists are written
   * @return a changed copy
   */
  public ServerProfile withIncludeFieldStyle(ListStyle value) {
    return new ServerProfile(queryEscaping, value, pageSize);
  }

  /**
   * Changes {@link #pageSize()}.
   *
   * @param value the new page size
   * @return a changed copy
   */
  public ServerProfile withPageSize(int value) {
    return new ServerProfile(queryEscaping, includeFieldStyle, value);
  }
}
