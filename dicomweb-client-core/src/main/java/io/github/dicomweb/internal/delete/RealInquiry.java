// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.internal.delete;

import io.github.dicomweb.delete.DeleteReport;
import io.github.dicomweb.delete.DeleteRequest;
import io.github.dicomweb.internal.http.Operation;
import io.github.dicomweb.internal.http.Transport;
import io.github.dicomweb.internal.negotiate.Gate;
import io.github.dicomweb.profile.Feature;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/** Asks for a deletion that was begun earlier. */
final class RealInquiry implements DeleteRequest {
  private final Transport transport;
  private final LongRunning operations;
  private final String name;

  RealInquiry(Transport transport, LongRunning operations, String name) {
    this.transport = transport;
    this.operations = operations;
    this.name = name;
  }

  @Override
  public DeleteRequest waitAtMost(Duration time) {
    return new RealInquiry(transport, operations.waitAtMost(time), name);
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
    return operations.ask(name, operation);
  }

  /** Without the name, which holds those of a project. */
  @Override
  public String toString() {
    return "DeleteRequest[operation]";
  }
}
