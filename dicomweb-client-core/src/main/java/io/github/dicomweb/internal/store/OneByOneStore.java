// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.internal.store;

import io.github.dicomweb.error.CredentialsException;
import io.github.dicomweb.error.DicomWebException;
import io.github.dicomweb.error.HttpStatusException;
import io.github.dicomweb.error.TransportException;
import io.github.dicomweb.error.Warning;
import io.github.dicomweb.internal.http.Operation;
import io.github.dicomweb.store.StoreOutcome;
import io.github.dicomweb.store.StoreReason;
import io.github.dicomweb.store.StoreReport;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Each instance in a request of its own. What fails is told of that instance and the others go on,
 * unless the server cannot be reached any more, or the credentials are not accepted or cannot be
 * had any more. Used once.
 */
final class OneByOneStore {
  private static final int UNAUTHORIZED = 401;

  private final Sender sender;
  private final Operation operation;
  private final UploadProgress progress;
  private final List<StoreOutcome> outcomes = new ArrayList<>();
  private final Set<String> retrieveUrls = new LinkedHashSet<>();
  private final List<StoreReason> otherFailures = new ArrayList<>();
  private final List<Warning> warnings = new ArrayList<>();
  private int status;
  private @Nullable DicomWebException failure;
  private boolean tried;
  private String ending = "";

  private OneByOneStore(Sender sender, Operation operation, long total) {
    this.sender = sender;
    this.operation = operation;
    this.progress = new UploadProgress(sender.listener(), total);
  }

  static StoreReport send(List<Candidate> candidates, Sender sender, Operation operation) {
    OneByOneStore store = new OneByOneStore(sender, operation, total(candidates));
    for (Candidate candidate : candidates) {
      store.take(candidate);
    }
    return store.report();
  }

  private void take(Candidate candidate) {
    if (!candidate.isSent()) {
      outcomes.add(candidate.skipped());
      return;
    }
    StoreOutcome outcome = next(candidate);
    outcomes.add(outcome);
    sender.consumer().accept(outcome);
  }

  private static long total(List<Candidate> candidates) {
    long total = 0;
    for (Candidate candidate : candidates) {
      long length = candidate.isSent() ? candidate.sent().content().length() : 0;
      if (length < 0) {
        return -1;
      }
      total += length;
    }
    return total;
  }

  private StoreOutcome next(Candidate candidate) {
    if (!ending.isEmpty()) {
      return candidate.skipped("not sent: " + ending);
    }
    StoreOutcome outcome;
    try {
      outcome = send(candidate);
    } catch (HttpStatusException e) {
      outcome = refused(candidate, e);
    } catch (TransportException e) {
      outcome = broken(candidate, e);
    } catch (CredentialsException e) {
      outcome = withoutCredentials(candidate, e);
    }
    progress.keep();
    tried = true;
    return outcome;
  }

  private StoreOutcome send(Candidate candidate) {
    Content content = candidate.sent().content();
    long length = sender.told(content.length());
    Told told =
        sender.send(
            List.of(candidate), () -> new SinglePartBody(content, length, progress), operation);
    status = Math.max(status, told.status());
    if (told.retrieveUrl() != null) {
      retrieveUrls.add(told.retrieveUrl());
    }
    otherFailures.addAll(told.otherFailures());
    warnings.addAll(told.warnings());
    note(told.failure());
    return told.outcomes().get(0);
  }

  private StoreOutcome refused(Candidate candidate, HttpStatusException e) {
    if (e.status() == UNAUTHORIZED) {
      if (!tried) {
        throw e;
      }
      ending = "the server no longer accepts the credentials";
    }
    note(e);
    status = Math.max(status, e.status());
    warnings.addAll(e.warnings());
    String words = e.body().isBlank() ? "" : ": " + e.body();
    // Between us and the server: it may have acted, and its answer got lost.
    boolean unknown = e.status() == 502 || e.status() == 504;
    return unknown
        ? candidate.unconfirmed(e.getMessage() + words)
        : candidate.failed(e.getMessage() + words);
  }

  private StoreOutcome broken(Candidate candidate, TransportException e) {
    if (operation.cancelled() || (!tried && !e.requestSent())) {
      throw e;
    }
    note(e);
    if (e.requestSent()) {
      return candidate.unconfirmed(String.valueOf(e.getMessage()));
    }
    ending = "the server cannot be reached any more";
    return candidate.skipped("not sent: " + ending);
  }

  private StoreOutcome withoutCredentials(Candidate candidate, CredentialsException e) {
    if (!tried) {
      throw e;
    }
    note(e);
    ending = "the credentials can no longer be had";
    return candidate.skipped("not sent: " + ending);
  }

  private void note(@Nullable DicomWebException problem) {
    if (failure == null) {
      failure = problem;
    }
  }

  private StoreReport report() {
    return new StoreReport(
        outcomes,
        status,
        retrieveUrls.size() == 1 ? retrieveUrls.iterator().next() : null,
        otherFailures,
        warnings,
        failure);
  }
}
