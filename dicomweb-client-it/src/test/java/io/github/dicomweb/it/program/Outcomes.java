// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.it.program;

import java.util.EnumMap;
import java.util.Map;

/** What must become of each step: all are done but those that are named. */
public final class Outcomes {
  private final Map<Step, Outcome> outcomes;

  private Outcomes(Map<Step, Outcome> outcomes) {
    this.outcomes = outcomes;
  }

  /** All done. */
  public static Outcomes allDone() {
    Map<Step, Outcome> all = new EnumMap<>(Step.class);
    for (Step step : Step.values()) {
      all.put(step, Outcome.DONE);
    }
    return new Outcomes(all);
  }

  /** Steps that the profile does not have. */
  public Outcomes refused(Step... steps) {
    return with(Outcome.REFUSED, steps);
  }

  /** Steps that the server does not have, whatever the profile says. */
  public Outcomes absent(Step... steps) {
    return with(Outcome.ABSENT, steps);
  }

  private Outcomes with(Outcome outcome, Step... steps) {
    Map<Step, Outcome> changed = new EnumMap<>(outcomes);
    for (Step step : steps) {
      changed.put(step, outcome);
    }
    return new Outcomes(changed);
  }

  /** Each step with what must become of it. */
  public Map<Step, Outcome> map() {
    return new EnumMap<>(outcomes);
  }
}
