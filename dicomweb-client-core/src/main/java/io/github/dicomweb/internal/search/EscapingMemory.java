// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.internal.search;

import io.github.dicomweb.profile.ServerProfile.QueryEscaping;

/** What a client has learned of how its server decodes queries. Thread-safe. */
public final class EscapingMemory {
  private volatile QueryEscaping known;

  /**
   * Starts with what the profile says.
   *
   * @param profile the profile's word, perhaps that nothing is known
   */
  public EscapingMemory(QueryEscaping profile) {
    this.known = profile;
  }

  /** The escaping to try first. */
  QueryEscaping first() {
    return known == QueryEscaping.WILDCARD ? QueryEscaping.WILDCARD : QueryEscaping.PERCENT;
  }

  /** Whether the other escaping is worth a try for a query that found nothing. */
  boolean undecided() {
    return known == QueryEscaping.ADAPTIVE;
  }

  /** A query that needed decoding, or its stand-in, found something. */
  void found(QueryEscaping escaping) {
    if (known == QueryEscaping.ADAPTIVE) {
      known = escaping;
    }
  }
}
