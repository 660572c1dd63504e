// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.internal.search;

import io.github.dicomweb.internal.http.Exchange;
import io.github.dicomweb.internal.http.Identifiers;
import io.github.dicomweb.internal.http.Operation;
import io.github.dicomweb.internal.http.Transport;
import io.github.dicomweb.profile.Feature;
import io.github.dicomweb.profile.ServerProfile;
import io.github.dicomweb.profile.ServerProfile.QueryEscaping;
import io.github.dicomweb.search.InstanceSearch;
import io.github.dicomweb.search.SearchResults;
import io.github.dicomweb.search.SeriesSearch;
import io.github.dicomweb.search.StudySearch;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Makes the searches of one client. */
public final class Searches {
  private final Transport transport;
  private final EscapingMemory memory;

  /** Creates it for a server. */
  public Searches(Transport transport) {
    this.transport = transport;
    ServerProfile profile = transport.profile();
    boolean known = profile.queryEscaping() != QueryEscaping.ADAPTIVE;
    // Without wildcards on the other side there is nothing to fall back on.
    this.memory =
        new EscapingMemory(
            known || profile.has(Feature.WILDCARDS)
                ? profile.queryEscaping()
                : QueryEscaping.PERCENT);
  }

  /** {@code /studies}. */
  public StudySearch studies() {
    return new Studies(resource(e -> e.path("studies")), SearchQuery.EMPTY);
  }

  /** {@code /series}. */
  public SeriesSearch series() {
    return new Series(resource(e -> e.path("series")), SearchQuery.EMPTY);
  }

  /** {@code /studies/{study}/series}. */
  public SeriesSearch series(String study) {
    Identifiers.check("study", study);
    return new Series(
        resource(e -> e.path("studies", "study", study).path("series")), SearchQuery.EMPTY);
  }

  /** {@code /instances}. */
  public InstanceSearch instances() {
    return new Instances(resource(e -> e.path("instances")), SearchQuery.EMPTY);
  }

  /** {@code /studies/{study}/instances}. */
  public InstanceSearch instances(String study) {
    return instances(study, null);
  }

  /** {@code /studies/{study}/series/{series}/instances}, or of the study if there is no series. */
  public InstanceSearch instances(String study, @Nullable String series) {
    return search(study, series);
  }

  /** All instances of a study or series, in an operation that can be cancelled. */
  public SearchResults allInstances(String study, @Nullable String series, Operation operation) {
    return search(study, series).results(operation);
  }

  private Instances search(String study, @Nullable String series) {
    Identifiers.check("study", study);
    if (series != null) {
      Identifiers.check("series", series);
    }
    return new Instances(
        resource(
            exchange -> {
              exchange.path("studies", "study", study);
              if (series != null) {
                exchange.path("series", "series", series);
              }
              exchange.path("instances");
            }),
        SearchQuery.EMPTY);
  }

  private SearchResource resource(Consumer<Exchange.Builder> path) {
    return new SearchResource(transport, path, memory);
  }

  private static final class Studies extends RealSearch<StudySearch> implements StudySearch {
    Studies(SearchResource resource, SearchQuery query) {
      super(resource, query);
    }

    @Override
    StudySearch with(SearchQuery changed) {
      return new Studies(resource, changed);
    }
  }

  private static final class Series extends RealSearch<SeriesSearch> implements SeriesSearch {
    Series(SearchResource resource, SearchQuery query) {
      super(resource, query);
    }

    @Override
    SeriesSearch with(SearchQuery changed) {
      return new Series(resource, changed);
    }
  }

  private static final class Instances extends RealSearch<InstanceSearch>
      implements InstanceSearch {
    Instances(SearchResource resource, SearchQuery query) {
      super(resource, query);
    }

    @Override
    InstanceSearch with(SearchQuery changed) {
      return new Instances(resource, changed);
    }
  }
}
