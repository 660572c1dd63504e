// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.internal.retrieve;

import io.github.dicomweb.config.ProgressListener;
import io.github.dicomweb.error.DicomWebException;
import io.github.dicomweb.error.TransportException;
import io.github.dicomweb.error.Warning;
import io.github.dicomweb.internal.http.Answer;
import io.github.dicomweb.internal.http.LocalIoException;
import io.github.dicomweb.internal.http.Operation;
import io.github.dicomweb.internal.http.Transport;
import io.github.dicomweb.internal.search.Searches;
import io.github.dicomweb.retrieve.RetrieveReport;
import io.github.dicomweb.retrieve.SavedInstance;
import io.github.dicomweb.retrieve.Verdict;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Puts instances into a directory as they arrive, asks the server which there should be, and
 * reports.
 *
 * @param transport sends
 * @param searches asks which instances there should be
 * @param target what is retrieved
 * @param listener hears of the progress
 * @param consumer hears of each file
 */
public record Saving(
    Transport transport,
    Searches searches,
    Target target,
    ProgressListener listener,
    Consumer<SavedInstance> consumer) {
  private static final Logger LOG = LoggerFactory.getLogger(Saving.class);
  // An identifier of the server's own making is no SOP Instance UID to be found in the file.
  private static final Pattern UID = Pattern.compile("[0-9]+(\\.[0-9]+)+");

  /**
   * Does it.
   *
   * @param directory where to
   * @param answer the answer whose parts these are
   * @param parts the instances; closed
   * @param operation what a cancellation reaches
   * @return what came and what is missing
   */
  public RetrieveReport save(
      Path directory, Answer answer, OnePass<? extends LivePart> parts, Operation operation) {
    DirectorySaver saver =
        new DirectorySaver(directory, target, listener, consumer, answer.contentLength());
    DicomWebException failure = saveAll(parts, saver, answer);
    List<Warning> warnings = new ArrayList<>(parts.warnings());
    boolean proven = parts.endIsProven();
    boolean partial = parts.partial();
    // The check needs a connection of its own, and there may be no more than this one.
    parts.close();
    Expectation expectation = expectation(saver, failure, operation);
    warnings.addAll(expectation.warnings());
    warnings.addAll(saver.warnings());
    RetrieveReport report =
        new RetrieveReport(
            Verdicts.of(saver, failure, expectation, proven, partial),
            saver.received(),
            expectation.expected(),
            saver.bytes(),
            expectation.missing(),
            saver.unidentified(),
            warnings,
            failure);
    log(target, report);
    return report;
  }

  private static @Nullable DicomWebException saveAll(
      OnePass<? extends LivePart> parts, DirectorySaver saver, Answer answer) {
    try {
      for (Optional<? extends LivePart> part = parts.next();
          part.isPresent();
          part = parts.next()) {
        saver.save(part.get());
      }
      return null;
    } catch (DicomWebException e) {
      return e;
    } catch (IOException e) {
      return answer.failure(new LocalIoException("a file could not be written", e));
    }
  }

  private Expectation expectation(
      DirectorySaver saver, @Nullable DicomWebException failure, Operation operation) {
    String instance = target.instance();
    if (instance != null) {
      boolean there = UID.matcher(instance).matches() ? saver.has(instance) : saver.received() > 0;
      return new Expectation(1, true, there ? List.of() : List.of(instance), List.of());
    }
    boolean pointless =
        operation.cancelled()
            || (failure instanceof TransportException transportFailure
                && transportFailure.reason() == TransportException.Reason.LOCAL);
    if (pointless) {
      return new Expectation(-1, false, List.of(), List.of());
    }
    return Expectation.ask(transport, searches, target, saver::has, operation);
  }

  static void log(Target target, RetrieveReport report) {
    if (report.verdict() == Verdict.INCOMPLETE) {
      LOG.warn("the retrieval of a {} is not complete: {}", target, report);
    } else {
      LOG.debug("retrieved a {}: {}", target, report);
    }
  }
}
