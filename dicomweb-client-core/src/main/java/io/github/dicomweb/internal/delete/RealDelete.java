// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.internal.delete;

import io.github.dicomweb.delete.DeleteReport;
import io.github.dicomweb.delete.DeleteRequest;
import io.github.dicomweb.delete.DeleteStatus;
import io.github.dicomweb.error.Warning;
import io.github.dicomweb.internal.http.Answer;
import io.github.dicomweb.internal.http.Exchange;
import io.github.dicomweb.internal.http.Operation;
import io.github.dicomweb.internal.http.Service;
import io.github.dicomweb.internal.http.Transport;
import io.github.dicomweb.internal.negotiate.Gate;
import io.github.dicomweb.profile.Feature;
import io.github.dicomweb.profile.ServerProfile.DeleteAnswer;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** A deletion. */
final class RealDelete implements DeleteRequest {
  private static final int ACCEPTED = 202;

  private final Transport transport;
  private final LongRunning operations;
  private final Level level;

  RealDelete(Transport transport, LongRunning operations, Level level) {
    this.transport = transport;
    this.operations = operations;
    this.level = level;
  }

  @Override
  public DeleteRequest waitAtMost(Duration time) {
    return new RealDelete(transport, operations.waitAtMost(time), level);
  }

  @Override
  public DeleteReport execute() {
    return execute(new Operation());
  }

  @Override
  public CompletableFuture<DeleteReport> executeAsync() {
    return Operation.async(transport.executor(), this::execute);
  }

  private DeleteReport execute(Operation operation) {
    Gate.require(transport.profile(), Feature.DELETE);
    boolean byOperation = transport.profile().deleteAnswer() == DeleteAnswer.OPERATION;
    Exchange exchange = level.appendTo(Exchange.delete(Service.RETRIEVE)).build();
    Optional<OperationState> state;
    int status;
    List<Warning> warnings;
    try (Answer answer = transport.send(exchange, operation)) {
      status = answer.status();
      warnings = answer.warnings();
      state = byOperation ? OperationState.read(answer) : Optional.empty();
    }
    if (state.isPresent()) {
      return operations.follow(state.get(), status, warnings, operation);
    }
    DeleteStatus result = status == ACCEPTED ? DeleteStatus.UNFINISHED : DeleteStatus.DELETED;
    return new DeleteReport(result, status, null, null, "", warnings, null);
  }

  /** The level only. */
  @Override
  public String toString() {
    return "DeleteRequest[" + level + "]";
  }
}
