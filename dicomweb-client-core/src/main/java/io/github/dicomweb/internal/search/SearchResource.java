// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.internal.search;

import io.github.dicomweb.internal.decode.DatasetStream;
import io.github.dicomweb.internal.http.Exchange;
import io.github.dicomweb.internal.http.Operation;
import io.github.dicomweb.internal.http.Service;
import io.github.dicomweb.internal.http.Transport;
import io.github.dicomweb.profile.ServerProfile.QueryEscaping;
import java.util.List;
import java.util.function.Consumer;

/** One of the six resources that can be searched (PS3.18 §10.6.1), on one server. */
final class SearchResource {
  private static final List<String> ACCEPT =
      List.of("application/dicom+json", "application/dicom+json, application/json;q=0.9");

  private final Transport transport;
  private final Consumer<Exchange.Builder> path;
  private final EscapingMemory memory;

  SearchResource(Transport transport, Consumer<Exchange.Builder> path, EscapingMemory memory) {
    this.transport = transport;
    this.path = path;
    this.memory = memory;
  }

  Transport transport() {
    return transport;
  }

  EscapingMemory memory() {
    return memory;
  }

  DatasetStream page(
      SearchQuery query, QueryEscaping escaping, long limit, long offset, Operation operation) {
    Exchange.Builder exchange = Exchange.get(Service.SEARCH);
    path.accept(exchange);
    exchange
        .query(new QueryWriter(transport.profile(), escaping).write(query, limit, offset))
        .accept(ACCEPT);
    return DatasetStream.open(transport.send(exchange.build(), operation), transport.limits());
  }
}
