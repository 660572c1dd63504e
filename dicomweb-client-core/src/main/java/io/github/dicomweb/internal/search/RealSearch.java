// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.internal.search;

import io.github.dicomweb.dicom.Dataset;
import io.github.dicomweb.error.Warning;
import io.github.dicomweb.internal.decode.DatasetStream;
import io.github.dicomweb.internal.http.Operation;
import io.github.dicomweb.internal.search.SearchQuery.Option;
import io.github.dicomweb.profile.ServerProfile.QueryEscaping;
import io.github.dicomweb.search.Completeness;
import io.github.dicomweb.search.SearchPage;
import io.github.dicomweb.search.SearchRequest;
import io.github.dicomweb.search.SearchResults;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** What all searches have in common; subclasses only say which kind they are. */
abstract class RealSearch<S extends SearchRequest<S>> implements SearchRequest<S> {
  final SearchResource resource;
  final SearchQuery query;

  RealSearch(SearchResource resource, SearchQuery query) {
    this.resource = resource;
    this.query = query;
  }

  abstract S with(SearchQuery changed);

  @Override
  public S match(int tag, String value) {
    return with(query.withMatch(SearchQuery.attribute(tag), List.of(value)));
  }

  @Override
  public S match(String attribute, String value) {
    return with(query.withMatch(SearchQuery.attribute(attribute), List.of(value)));
  }

  @Override
  public S matchAny(int tag, Collection<String> values) {
    return with(query.withMatch(SearchQuery.attribute(tag), List.copyOf(values)));
  }

  @Override
  public S matchAny(String attribute, Collection<String> values) {
    return with(query.withMatch(SearchQuery.attribute(attribute), List.copyOf(values)));
  }

  @Override
  public S includeField(int... tags) {
    return with(
        query.withIncludeFields(Arrays.stream(tags).mapToObj(SearchQuery::attribute).toList()));
  }

  @Override
  public S includeField(String... attributes) {
    return with(
        query.withIncludeFields(Arrays.stream(attributes).map(SearchQuery::field).toList()));
  }

  @Override
  public S includeAllFields() {
    return with(query.withIncludeFields(List.of(SearchQuery.ALL)));
  }

  @Override
  public S fuzzyMatching() {
    return with(query.with(Option.FUZZY));
  }

  @Override
  public S matchEmpty(int tag) {
    return matchNothing(SearchQuery.attribute(tag));
  }

  @Override
  public S matchEmpty(String attribute) {
    return matchNothing(SearchQuery.attribute(attribute));
  }

  private S matchNothing(String attribute) {
    return with(query.with(Option.EMPTY_VALUES).withMatch(attribute, List.of(SearchQuery.NOTHING)));
  }

  @Override
  public S emptyValueMatching() {
    return with(query.with(Option.EMPTY_VALUES));
  }

  @Override
  public S multipleValueMatching() {
    return with(query.with(Option.MULTIPLE_VALUES));
  }

  @Override
  public S queryParameter(String name, String value) {
    return with(query.withParameter(name, value));
  }

  @Override
  public S asXml() {
    return with(query.with(Option.XML));
  }

  @Override
  public S limit(long count) {
    return with(query.withLimit(count));
  }

  @Override
  public S offset(long count) {
    return with(query.withOffset(count));
  }

  @Override
  public S pageSize(int count) {
    return with(query.withPageSize(count));
  }

  @Override
  public SearchPage execute() {
    return execute(new Operation());
  }

  @Override
  public CompletableFuture<SearchPage> executeAsync() {
    return Operation.async(resource.transport().executor(), this::execute);
  }

  @Override
  public long count() {
    return resource.count(query, new Operation());
  }

  @Override
  public CompletableFuture<Long> countAsync() {
    return Operation.async(
        resource.transport().executor(), operation -> resource.count(query, operation));
  }

  SearchPage execute(Operation operation) {
    Offered.check(query, resource.transport().profile());
    if (resource.matchedHere() || resource.onePage()) {
      return collect(results(operation));
    }
    EscapingMemory memory = resource.memory();
    QueryEscaping first = memory.first();
    SearchPage page = page(first, operation);
    if (!QueryWriter.needsDecoding(query)) {
      return page;
    }
    if (!page.results().isEmpty()) {
      memory.found(first);
    } else if (first == QueryEscaping.PERCENT && memory.undecided()) {
      page = page(QueryEscaping.WILDCARD, operation);
      if (!page.results().isEmpty()) {
        memory.found(QueryEscaping.WILDCARD);
      }
    }
    return page;
  }

  private SearchPage page(QueryEscaping escaping, Operation operation) {
    ResultFilter filter = new ResultFilter(query);
    List<Dataset> results = new ArrayList<>();
    long received = 0;
    List<Warning> warnings;
    boolean partial;
    try (DatasetStream stream =
        resource.page(query, escaping, query.limit(), query.offset(), operation)) {
      for (Dataset d = stream.next(); d != null; d = stream.next()) {
        received++;
        if (escaping != QueryEscaping.WILDCARD || filter.test(d)) {
          results.add(d);
        }
      }
      warnings = stream.warnings();
      partial = stream.partial();
    }
    return new SearchPage(
        results, warnings, partial ? Completeness.TRUNCATED : completeness(received, warnings));
  }

  /** All results in memory, where the server cannot be asked for a page of them. */
  static SearchPage collect(SearchResults all) {
    List<Dataset> results = new ArrayList<>();
    try (all) {
      all.forEach(results::add);
      return new SearchPage(results, all.warnings(), all.completeness());
    }
  }

  private Completeness completeness(long received, List<Warning> warnings) {
    if (query.limit() >= 0 && received >= query.limit()) {
      return Completeness.LIMITED;
    }
    boolean more = warnings.stream().anyMatch(w -> w.remainingResults().orElse(0) > 0);
    if (more) {
      return Completeness.TRUNCATED;
    }
    return received == 0 && query.offset() == 0 ? Completeness.COMPLETE : Completeness.UNKNOWN;
  }

  @Override
  public SearchResults results() {
    return results(new Operation());
  }

  SearchResults results(Operation operation) {
    Offered.check(query, resource.transport().profile());
    return new PagedResults(resource, query, operation);
  }

  /** The attributes that are matched, not their values. */
  @Override
  public String toString() {
    return getClass().getSimpleName() + query.matches().keySet();
  }
}
