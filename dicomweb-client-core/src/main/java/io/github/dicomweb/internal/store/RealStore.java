// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.internal.store;

import io.github.dicomweb.config.ProgressListener;
import io.github.dicomweb.error.DicomWebException;
import io.github.dicomweb.error.TransportException;
import io.github.dicomweb.error.Warning;
import io.github.dicomweb.internal.decode.SingleDataset;
import io.github.dicomweb.internal.http.Answer;
import io.github.dicomweb.internal.http.Exchange;
import io.github.dicomweb.internal.http.Identifiers;
import io.github.dicomweb.internal.http.Operation;
import io.github.dicomweb.internal.http.Service;
import io.github.dicomweb.internal.http.Transport;
import io.github.dicomweb.internal.multipart.MultipartWriter;
import io.github.dicomweb.store.InstanceSource;
import io.github.dicomweb.store.StoreOutcome;
import io.github.dicomweb.store.StoreReport;
import io.github.dicomweb.store.StoreRequest;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A store of instances. */
public final class RealStore implements StoreRequest {
  private static final Logger LOG = LoggerFactory.getLogger(RealStore.class);
  private static final List<String> ACCEPT = List.of("application/dicom+json");

  private final Transport transport;
  private final List<Object> additions;
  private final @Nullable String study;
  private final ProgressListener listener;

  /** Creates it for a server. */
  public RealStore(Transport transport, ProgressListener listener) {
    this(transport, List.of(), null, listener);
  }

  private RealStore(
      Transport transport,
      List<Object> additions,
      @Nullable String study,
      ProgressListener listener) {
    this.transport = transport;
    this.additions = additions;
    this.study = study;
    this.listener = listener;
  }

  @Override
  public StoreRequest add(Path fileOrDirectory) {
    return with(List.of(fileOrDirectory));
  }

  @Override
  public StoreRequest add(InstanceSource source) {
    return with(List.of(source));
  }

  @Override
  public StoreRequest addAll(Collection<? extends InstanceSource> sources) {
    return with(sources);
  }

  private StoreRequest with(Collection<?> more) {
    List<Object> all = new ArrayList<>(additions);
    all.addAll(more);
    return new RealStore(transport, List.copyOf(all), study, listener);
  }

  @Override
  public StoreRequest toStudy(String studyInstanceUid) {
    return new RealStore(
        transport, additions, Identifiers.check("study", studyInstanceUid), listener);
  }

  @Override
  public StoreRequest onProgress(ProgressListener value) {
    return new RealStore(transport, additions, study, value);
  }

  @Override
  public StoreReport execute() {
    return execute(new Operation());
  }

  @Override
  public CompletableFuture<StoreReport> executeAsync() {
    return Operation.async(transport.executor(), this::execute);
  }

  private StoreReport execute(Operation operation) {
    List<Candidate> candidates = Intake.of(additions);
    List<Candidate> sent = candidates.stream().filter(Candidate::isSent).toList();
    StoreReport report =
        sent.isEmpty()
            ? report(candidates, c -> c.unconfirmed(""), 0, null, List.of(), null)
            : send(candidates, sent, operation);
    if (report.isComplete()) {
      LOG.debug("stored: {}", report);
    } else {
      LOG.warn("not everything was stored: {}", report);
    }
    return report;
  }

  private StoreReport send(List<Candidate> candidates, List<Candidate> sent, Operation operation) {
    MultipartWriter writer = MultipartWriter.create("application/dicom");
    Exchange.Builder exchange =
        Exchange.post(Service.STORE, () -> new StoreBody(sent, writer, listener));
    if (study == null) {
      exchange.path("studies");
    } else {
      exchange.path("studies", "study", study);
    }
    exchange.accept(ACCEPT).onError(Exchange.OnError.RETURN);
    try (Answer answer = transport.send(exchange.build(), operation)) {
      return read(candidates, answer);
    } catch (TransportException e) {
      if (!e.requestSent() || operation.cancelled()) {
        throw e;
      }
      return report(
          candidates,
          c -> c.unconfirmed("the exchange broke off before the server answered"),
          0,
          null,
          List.of(),
          e);
    }
  }

  private StoreReport read(List<Candidate> candidates, Answer answer) {
    List<Warning> warnings = new ArrayList<>(answer.warnings());
    answer.rememberErrorBody();
    try {
      Optional<StoreAnswer> response =
          SingleDataset.read(answer, transport.limits(), warnings)
              .filter(StoreAnswer::isOne)
              .map(StoreAnswer::new);
      if (response.isPresent()) {
        StoreAnswer told = response.get();
        return report(candidates, told::outcome, answer.status(), told, warnings, null);
      }
    } catch (DicomWebException e) {
      if (answer.status() >= 400) {
        throw answer.statusException();
      }
      return report(
          candidates,
          c -> c.unconfirmed("the server's answer cannot be read"),
          answer.status(),
          null,
          warnings,
          e);
    }
    if (answer.status() >= 400) {
      throw answer.statusException();
    }
    return report(
        candidates,
        c -> c.unconfirmed("the server's answer says nothing of the instances"),
        answer.status(),
        null,
        warnings,
        null);
  }

  private static StoreReport report(
      List<Candidate> candidates,
      Function<Candidate, StoreOutcome> outcome,
      int status,
      @Nullable StoreAnswer answer,
      List<Warning> warnings,
      @Nullable DicomWebException failure) {
    return new StoreReport(
        candidates.stream().map(c -> c.isSent() ? outcome.apply(c) : c.skipped()).toList(),
        status,
        answer == null ? null : answer.retrieveUrl(),
        answer == null ? List.of() : answer.otherFailures(),
        warnings,
        failure);
  }

  /** How many additions, not which. */
  @Override
  public String toString() {
    return "StoreRequest[" + additions.size() + " additions]";
  }
}
