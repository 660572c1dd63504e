// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.internal.probe;

import io.github.dicomweb.error.DicomWebException;
import io.github.dicomweb.error.HttpStatusException;
import io.github.dicomweb.error.TransportException;
import io.github.dicomweb.error.TransportException.Phase;
import io.github.dicomweb.error.Warning;
import io.github.dicomweb.internal.http.Answer;
import io.github.dicomweb.internal.http.Exchange;
import io.github.dicomweb.internal.http.Operation;
import io.github.dicomweb.internal.http.Transport;
import io.github.dicomweb.probe.ProbeFinding;
import io.github.dicomweb.probe.ProbeFinding.Certainty;
import io.github.dicomweb.probe.ProbeReport;
import io.github.dicomweb.probe.ProbeRequest;
import io.github.dicomweb.profile.ServerProfileBuilder;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One run: sends within bounds, turns failures into findings, collects. Not thread-safe. */
final class Probing {
  /** Reads as much of an answer as is needed. */
  interface Reader<T> {
    T read(Answer answer, List<Warning> warnings) throws IOException;
  }

  private final Transport transport;
  private final Operation operation;
  private final ServerProfileBuilder facts;
  private final List<ProbeFinding> findings = new ArrayList<>();
  private final Set<Warning> warnings = new LinkedHashSet<>();
  private int requests;

  Probing(Transport transport, Operation operation) {
    this.transport = transport;
    this.operation = operation;
    this.facts = transport.profile().toBuilder();
  }

  Transport transport() {
    return transport;
  }

  /** What is known of the server so far. */
  ServerProfileBuilder facts() {
    return facts;
  }

  /** Asks in one form of words. */
  <T> Reply<T> ask(Exchange.Builder description, String accept, Reader<T> reader) {
    Exchange exchange =
        description.accept(List.of(accept)).onError(Exchange.OnError.RETURN).build();
    if (requests >= ProbeRequest.REQUESTS) {
      return failed(exchange, 0, "not asked: there were enough requests");
    }
    requests++;
    try (Answer answer = transport.send(exchange, operation)) {
      if (answer.status() >= 400) {
        refuseStrangers(answer);
        return new Reply<>(exchange.toString(), answer.status(), null);
      }
      return read(exchange, answer, reader);
    } catch (HttpStatusException e) {
      if (requests == 1 && (e.status() == 401 || e.status() == 403)) {
        throw e;
      }
      return failed(exchange, e.status(), "a redirection that is not followed");
    } catch (TransportException e) {
      if (requests == 1 || e.phase() == Phase.CONNECT || operation.cancelled()) {
        throw e;
      }
      return failed(exchange, 0, "the connection failed before there was an answer");
    }
  }

  private void refuseStrangers(Answer answer) {
    // Whoever may not search will learn nothing by asking on; a later refusal is about one
    // resource.
    if (requests == 1 && (answer.status() == 401 || answer.status() == 403)) {
      throw answer.statusException();
    }
  }

  private <T> Reply<T> read(Exchange exchange, Answer answer, Reader<T> reader) {
    int status = answer.status();
    try {
      List<Warning> tolerated = new ArrayList<>(answer.warnings());
      T value = reader.read(answer, tolerated);
      warnings.addAll(tolerated);
      return new Reply<>(exchange.toString(), status, value);
    } catch (IOException | DicomWebException e) {
      if (operation.cancelled()) {
        throw e instanceof IOException io ? answer.failure(io) : (DicomWebException) e;
      }
      return failed(exchange, status, "the answer is not what was asked for, or breaks off");
    }
  }

  private <T> Reply<T> failed(Exchange exchange, int status, String meaning) {
    findings.add(new ProbeFinding(exchange.toString(), status, meaning, Certainty.UNKNOWN));
    return new Reply<>(exchange.toString(), status, null);
  }

  void certain(Reply<?> reply, String meaning) {
    add(reply, meaning, Certainty.CERTAIN);
  }

  void likely(Reply<?> reply, String meaning) {
    add(reply, meaning, Certainty.LIKELY);
  }

  void unknown(Reply<?> reply, String meaning) {
    add(reply, meaning, Certainty.UNKNOWN);
  }

  /** A refusal that says nothing; an answer that could not be read has its finding already. */
  void unlessRead(Reply<?> reply, String meaning) {
    if (reply.refused()) {
      unknown(reply, meaning);
    }
  }

  private void add(@Nullable Reply<?> reply, String meaning, Certainty certainty) {
    findings.add(
        reply == null
            ? new ProbeFinding("", 0, meaning, certainty)
            : new ProbeFinding(reply.request(), reply.status(), meaning, certainty));
  }

  /** Something that could not be asked. */
  void skipped(String meaning) {
    add(null, meaning, Certainty.UNKNOWN);
  }

  ProbeReport report() {
    return new ProbeReport(facts.build(), findings, List.copyOf(warnings), requests);
  }
}
