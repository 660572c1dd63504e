// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.internal.search;

import io.github.dicomweb.internal.decode.CountAnswer;
import io.github.dicomweb.internal.decode.DatasetStream;
import io.github.dicomweb.internal.http.Answer;
import io.github.dicomweb.internal.http.Exchange;
import io.github.dicomweb.internal.http.Operation;
import io.github.dicomweb.internal.http.Service;
import io.github.dicomweb.internal.http.Transport;
import io.github.dicomweb.internal.negotiate.ModelLadder;
import io.github.dicomweb.internal.search.SearchQuery.Option;
import io.github.dicomweb.media.MediaType;
import io.github.dicomweb.media.ResourceCategory;
import io.github.dicomweb.profile.Feature;
import io.github.dicomweb.profile.ServerProfile.Matching;
import io.github.dicomweb.profile.ServerProfile.Paging;
import io.github.dicomweb.profile.ServerProfile.QueryEscaping;
import java.util.List;
import java.util.function.Consumer;

/** One of the resources that can be searched (PS3.18 §10.6.1), on one server. */
final class SearchResource {
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

  /** Whether the keys are applied here, to everything there is. */
  boolean matchedHere() {
    return transport.profile().matching() == Matching.CLIENT;
  }

  /** Whether all results come in one answer. */
  boolean onePage() {
    return transport.profile().paging() == Paging.NONE;
  }

  /** What of a query is for the server: values that it does not match it need not know. */
  SearchQuery toSend(SearchQuery query) {
    return matchedHere()
        ? query
            .matching(attribute -> false)
            .without(Option.FUZZY)
            .without(Option.EMPTY_VALUES)
            .without(Option.MULTIPLE_VALUES)
        : query;
  }

  DatasetStream page(
      SearchQuery query, QueryEscaping escaping, long limit, long offset, Operation operation) {
    MediaType model = query.has(Option.XML) ? MediaType.DICOM_XML : MediaType.DICOM_JSON;
    Exchange.Builder exchange = Exchange.get(Service.SEARCH);
    path.accept(exchange);
    exchange
        .query(new QueryWriter(transport.profile(), escaping).write(query, limit, offset))
        .accept(ResourceCategory.SEARCH.name(), ModelLadder.of(transport.profile(), model));
    return DatasetStream.open(
        transport.send(exchange.build(), operation), transport.limits(), model);
  }

  /** How many results there are, by the server's own count. */
  long count(SearchQuery query, Operation operation) {
    if (!transport.profile().has(Feature.COUNT) || matchedHere()) {
      throw new UnsupportedOperationException(
          "the server does not count, as its profile has it (" + Feature.COUNT + ")");
    }
    SearchQuery keys = query.keysOnly();
    Offered.check(keys, transport.profile());
    QueryEscaping escaping = memory.first();
    if (escaping == QueryEscaping.WILDCARD && QueryWriter.needsDecoding(query)) {
      throw new UnsupportedOperationException(
          "the server does not decode queries, so it would count more than matches");
    }
    Exchange.Builder exchange = Exchange.get(Service.SEARCH);
    path.accept(exchange);
    exchange
        .path("count")
        .query(new QueryWriter(transport.profile(), escaping).write(keys, -1, 0))
        .accept(List.of("application/json"));
    try (Answer answer = transport.send(exchange.build(), operation)) {
      return CountAnswer.read(answer);
    }
  }
}
