// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.testkit.internal.search;

import java.util.Set;

/** The kinds of matching that a client has to ask for (PS3.18 §8.3.4). */
public enum Matching {
  FUZZY("fuzzymatching", "Only literal matching has been performed."),
  EMPTY_VALUE("emptyvaluematching", "Empty Value Matching has not been performed."),
  MULTIPLE_VALUE("multiplevaluematching", "Multiple Value Matching has not been performed.");

  private static final Set<Matching> DONE = Set.of(EMPTY_VALUE, MULTIPLE_VALUE);

  private final String parameter;
  private final String consequence;

  Matching(String parameter, String consequence) {
    this.parameter = parameter;
    this.consequence = consequence;
  }

  /** What this server can do: all but fuzzy matching. */
  public static Set<Matching> done() {
    return DONE;
  }

  String parameter() {
    return parameter;
  }

  /** The text of the Warning that says that it is not done. */
  String refusal() {
    return "The " + parameter + " parameter is not supported. " + consequence;
  }
}
