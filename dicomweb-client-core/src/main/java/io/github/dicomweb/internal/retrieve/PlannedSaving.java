// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.internal.retrieve;

import io.github.dicomweb.error.DicomWebException;
import io.github.dicomweb.error.Warning;
import io.github.dicomweb.internal.decode.Notes;
import io.github.dicomweb.internal.decode.SinglePart;
import io.github.dicomweb.internal.http.Answer;
import io.github.dicomweb.internal.http.Operation;
import io.github.dicomweb.internal.http.Transport;
import io.github.dicomweb.retrieve.RetrieveReport;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * Saves what a plan says, several transfers at once if that is wanted. One that fails leaves its
 * instances missing, and the others come; what will not get better with the next one ends it.
 */
final class PlannedSaving {
  private final Transport transport;
  private final BiFunction<Target, Operation, Answer> retrieval;
  private final Places places;
  private final Tally tally;
  private final Plan plan;
  private final Queue<Plan.Unit> left;
  private final Patience patience = new Patience();
  private final AtomicInteger parts = new AtomicInteger();
  // What follows is guarded by its monitor.
  private final Notes notes;
  private final Reasons reasons = new Reasons();
  private boolean proven = true;
  private boolean partial;
  private @Nullable DicomWebException cut;

  /**
   * Starts before the first transfer.
   *
   * @param retrieval asks for something
   * @param notes what there is to warn of already
   */
  PlannedSaving(
      Transport transport,
      BiFunction<Target, Operation, Answer> retrieval,
      Places places,
      SavingOptions options,
      Plan plan,
      Notes notes) {
    this.transport = transport;
    this.retrieval = retrieval;
    this.places = places;
    this.tally = new Tally(options, -1);
    this.plan = plan;
    this.left = new ConcurrentLinkedQueue<>(plan.units());
    this.notes = notes;
  }

  /** Transfers all. */
  RetrieveReport run(int parallel, Operation operation) {
    int threads = Math.min(parallel, plan.units().size());
    if (threads <= 1) {
      work(operation);
    } else {
      Crew.work(transport.executor(), threads, operation, this::work, left::clear);
    }
    return report();
  }

  private void work(Operation operation) {
    DirectorySaver saver = new DirectorySaver(places, tally);
    for (Plan.Unit unit = next(); unit != null; unit = next()) {
      try {
        transfer(unit, saver, operation);
        patience.came();
      } catch (DicomWebException e) {
        failed(unit, e);
      }
    }
  }

  private Plan.@Nullable Unit next() {
    return patience.failure() == null ? left.poll() : null;
  }

  private void transfer(Plan.Unit unit, DirectorySaver saver, Operation operation) {
    try (Answer answer = retrieval.apply(unit.target(), operation);
        LiveParts<LiveInstance> arriving =
            LiveParts.open(
                answer,
                transport.limits(),
                SinglePart.INSTANCE,
                live -> new LiveInstance(live, parts.getAndIncrement()))) {
      try {
        for (Optional<LiveInstance> part = arriving.next();
            part.isPresent();
            part = arriving.next()) {
          saver.save(part.get());
        }
        note(arriving.warnings(), arriving.endIsProven(), arriving.partial());
      } catch (DicomWebException e) {
        note(arriving.warnings(), true, arriving.partial());
        throw e;
      }
    }
  }

  private synchronized void note(List<Warning> warnings, boolean endIsProven, boolean some) {
    notes.add(warnings);
    proven &= endIsProven;
    partial |= some;
  }

  private synchronized void failed(Plan.Unit unit, DicomWebException e) {
    boolean first = patience.failure() == null;
    if (!patience.ends(e) && first) {
      notes.tolerated("a transfer of several failed: " + e.getMessage());
    }
    List<String> absent =
        unit.instances().stream().filter(instance -> !tally.has(instance)).toList();
    absent.forEach(instance -> reasons.put(instance, e));
    if (absent.isEmpty() && cut == null) {
      // All that is listed came, and something was cut that nobody knows of.
      cut = e;
    }
  }

  private synchronized RetrieveReport report() {
    List<String> missing =
        plan.units().stream()
            .flatMap(unit -> unit.instances().stream())
            .filter(instance -> !tally.has(instance))
            .toList();
    List<Warning> warnings = new ArrayList<>(notes.list());
    warnings.addAll(tally.warnings());
    DicomWebException ended = patience.failure();
    DicomWebException failure = ended == null ? cut : ended;
    return new RetrieveReport(
            Verdicts.of(
                tally,
                failure,
                new Expectation(plan.listed(), true, missing, List.of()),
                proven,
                partial),
            tally.received(),
            plan.listed(),
            tally.bytes(),
            missing,
            tally.unidentified(),
            warnings,
            failure)
        .withPresent(plan.present())
        .withFailures(reasons.map());
  }
}
