// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.internal.retrieve;

import io.github.dicomweb.error.DicomWebException;
import io.github.dicomweb.error.Warning;
import io.github.dicomweb.internal.decode.Notes;
import io.github.dicomweb.retrieve.RetrieveReport;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Saves instances that come one by one. One that fails is missing in the end, and the others come;
 * what will not get better with the next one ends it.
 */
final class SavingOneByOne {
  private final OneByOne instances;
  private final DirectorySaver saver;
  private final Tally tally;
  private final Patience patience = new Patience();
  private final Reasons reasons = new Reasons();
  private final List<String> missing = new ArrayList<>();
  private final Notes notes = new Notes();
  private @Nullable DicomWebException last;

  /**
   * Starts before the first instance.
   *
   * @param instances makes the instances, which tell of each that has come or has failed
   * @param places where they go
   * @param options who hears of it
   * @param before what there is to warn of already
   */
  SavingOneByOne(
      Function<Consumer<String>, OneByOne> instances,
      Places places,
      SavingOptions options,
      List<Warning> before) {
    this.tally = new Tally(options, -1);
    this.saver = new DirectorySaver(places, tally);
    notes.add(before);
    this.instances = instances.apply(this::done);
  }

  private void done(String instance) {
    if (!tally.has(instance)) {
      missing.add(instance);
      reasons.put(instance, last);
    }
  }

  /** Saves all; throws only if not even the first of them could be listed. */
  RetrieveReport run() {
    boolean more = true;
    while (more && patience.failure() == null) {
      more = step();
    }
    instances.close();
    DicomWebException failure = patience.failure();
    if (instances.listed() == 0 && failure != null && failure == instances.broken()) {
      throw failure;
    }
    boolean all = failure == null && instances.listedAll();
    List<Warning> warnings = new ArrayList<>(notes.list());
    warnings.addAll(instances.warnings());
    warnings.addAll(tally.warnings());
    return new RetrieveReport(
            Verdicts.of(
                tally,
                failure,
                new Expectation(instances.listed(), all, missing, List.of()),
                instances.endsAreProven(),
                instances.partial()),
            tally.received(),
            all ? instances.listed() : -1,
            tally.bytes(),
            missing,
            tally.unidentified(),
            warnings,
            failure)
        .withFailures(reasons.map());
  }

  private boolean step() {
    try {
      LiveInstance instance = instances.nextInstance();
      if (instance == null) {
        return false;
      }
      last = null;
      saver.save(instance);
      patience.came();
    } catch (DicomWebException e) {
      instances.leave();
      judge(e);
    }
    return true;
  }

  private void judge(DicomWebException e) {
    last = e;
    if (e == instances.broken()) {
      patience.end(e);
    } else if (!patience.ends(e)) {
      notes.tolerated("an instance was not retrieved: " + e.getMessage());
    }
  }
}
