// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.internal.retrieve;

import io.github.dicomweb.error.DicomWebException;
import io.github.dicomweb.error.TransportException;
import io.github.dicomweb.error.Warning;
import io.github.dicomweb.internal.http.Answer;
import io.github.dicomweb.internal.http.Operation;
import io.github.dicomweb.internal.http.Transport;
import io.github.dicomweb.internal.search.Searches;
import io.github.dicomweb.retrieve.RetrieveReport;
import io.github.dicomweb.retrieve.Verdict;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Puts the instances of one answer into a directory as they arrive, asks the server which there
 * should be, and reports.
 *
 * @param transport sends
 * @param searches asks which instances there should be
 * @param target what is retrieved
 * @param options where they go and who hears of it
 */
public record Saving(Transport transport, Searches searches, Target target, SavingOptions options) {
  private static final Logger LOG = LoggerFactory.getLogger(Saving.class);
  // An identifier of the server's own making is no SOP Instance UID to be found in the file.
  private static final Pattern UID = Pattern.compile("[0-9]+(\\.[0-9]+)+");

  /** The same with other options. */
  public Saving with(SavingOptions changed) {
    return new Saving(transport, searches, target, changed);
  }

  /**
   * Does it.
   *
   * @param directory where to
   * @param before what there is to warn of already
   * @param answer the answer whose parts these are
   * @param parts the instances; closed
   * @param operation what a cancellation reaches
   * @return what came and what is missing
   */
  public RetrieveReport save(
      Path directory,
      List<Warning> before,
      Answer answer,
      OnePass<? extends LivePart> parts,
      Operation operation) {
    Tally tally = new Tally(options, answer.contentLength());
    DirectorySaver saver =
        new DirectorySaver(new Places(directory, options.layout(), target), tally);
    DicomWebException failure = saveAll(parts, saver);
    List<Warning> warnings = new ArrayList<>(before);
    warnings.addAll(parts.warnings());
    boolean proven = parts.endIsProven();
    boolean partial = parts.partial();
    // The check needs a connection of its own, and there may be no more than this one.
    parts.close();
    Expectation expectation = expectation(tally, failure, operation);
    warnings.addAll(expectation.warnings());
    warnings.addAll(tally.warnings());
    RetrieveReport report =
        new RetrieveReport(
            Verdicts.of(tally, failure, expectation, proven, partial),
            tally.received(),
            expectation.expected(),
            tally.bytes(),
            expectation.missing(),
            tally.unidentified(),
            warnings,
            failure);
    log(target, report);
    return report;
  }

  private static @Nullable DicomWebException saveAll(
      OnePass<? extends LivePart> parts, DirectorySaver saver) {
    try {
      for (Optional<? extends LivePart> part = parts.next();
          part.isPresent();
          part = parts.next()) {
        saver.save(part.get());
      }
      return null;
    } catch (DicomWebException e) {
      return e;
    }
  }

  private Expectation expectation(
      Tally tally, @Nullable DicomWebException failure, Operation operation) {
    String instance = target.instance();
    if (instance != null) {
      boolean there = isUid(instance) ? tally.has(instance) : tally.received() > 0;
      return new Expectation(1, true, there ? List.of() : List.of(instance), List.of());
    }
    boolean pointless =
        operation.cancelled()
            || (failure instanceof TransportException transportFailure
                && transportFailure.reason() == TransportException.Reason.LOCAL);
    if (pointless) {
      return new Expectation(-1, false, List.of(), List.of());
    }
    return Expectation.ask(transport, searches, target, tally::has, operation);
  }

  /** Whether an identifier is one that a file could have, and not of the server's own making. */
  static boolean isUid(String identifier) {
    return UID.matcher(identifier).matches();
  }

  static void log(Target target, RetrieveReport report) {
    if (report.verdict() == Verdict.INCOMPLETE) {
      LOG.warn("the retrieval of a {} is not complete: {}", target, report);
    } else {
      LOG.debug("retrieved a {}: {}", target, report);
    }
  }
}
