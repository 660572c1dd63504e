// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.internal.retrieve;

import io.github.dicomweb.error.CredentialsException;
import io.github.dicomweb.error.DicomWebException;
import io.github.dicomweb.error.HttpStatusException;
import io.github.dicomweb.error.TransportException;
import io.github.dicomweb.error.TransportException.Phase;
import io.github.dicomweb.error.TransportException.Reason;
import io.github.dicomweb.error.Warning;
import io.github.dicomweb.internal.decode.Notes;
import io.github.dicomweb.retrieve.RetrieveReport;
import java.io.IOException;
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
  // A server that is gone would otherwise be asked for each of a thousand instances.
  private static final int FAILURES_IN_A_ROW = 3;

  private final OneByOne instances;
  private final DirectorySaver saver;
  private final List<String> missing = new ArrayList<>();
  private final Notes notes = new Notes();
  private @Nullable DicomWebException failure;
  private int inARow;

  /**
   * Starts before the first instance.
   *
   * @param instances makes the instances, which tell of each that has come or has failed
   * @param saver puts them in their places
   */
  SavingOneByOne(Function<Consumer<String>, OneByOne> instances, DirectorySaver saver) {
    this.saver = saver;
    this.instances =
        instances.apply(
            instance -> {
              if (!saver.has(instance)) {
                missing.add(instance);
              }
            });
  }

  /** Saves all; throws only if not even the first of them could be listed. */
  RetrieveReport run() {
    boolean more = true;
    while (more && failure == null) {
      more = step();
    }
    instances.close();
    if (instances.listed() == 0 && failure != null && failure == instances.broken()) {
      throw failure;
    }
    boolean all = failure == null && instances.listedAll();
    List<Warning> warnings = new ArrayList<>(notes.list());
    warnings.addAll(instances.warnings());
    warnings.addAll(saver.warnings());
    return new RetrieveReport(
        Verdicts.of(
            saver,
            failure,
            new Expectation(instances.listed(), all, missing, List.of()),
            instances.endsAreProven(),
            instances.partial()),
        saver.received(),
        all ? instances.listed() : -1,
        saver.bytes(),
        missing,
        saver.unidentified(),
        warnings,
        failure);
  }

  private boolean step() {
    try {
      LiveInstance instance = instances.nextInstance();
      if (instance == null) {
        return false;
      }
      saver.save(instance);
      inARow = 0;
    } catch (DicomWebException e) {
      instances.leave();
      judge(e);
    } catch (IOException e) {
      failure = new TransportException("a file could not be written", Phase.BODY, Reason.LOCAL, e);
    }
    return true;
  }

  private void judge(DicomWebException e) {
    inARow = e instanceof TransportException ? inARow + 1 : 0;
    boolean hopeless =
        e == instances.broken()
            || inARow == FAILURES_IN_A_ROW
            || e instanceof CredentialsException
            || (e instanceof HttpStatusException refused && refused.status() == 401)
            || (e instanceof TransportException ended
                && (ended.reason() == Reason.LOCAL || ended.reason() == Reason.CANCELLED));
    if (hopeless) {
      failure = e;
    } else {
      notes.tolerated("an instance was not retrieved: " + e.getMessage());
    }
  }
}
