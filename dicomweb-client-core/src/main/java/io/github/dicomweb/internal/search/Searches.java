// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.internal.search;

import io.github.dicomweb.dicom.Tag;
import io.github.dicomweb.internal.http.Exchange;
import io.github.dicomweb.internal.http.Identifiers;
import io.github.dicomweb.internal.http.Operation;
import io.github.dicomweb.internal.http.Transport;
import io.github.dicomweb.profile.Feature;
import io.github.dicomweb.profile.ServerProfile;
import io.github.dicomweb.profile.ServerProfile.QueryEscaping;
import io.github.dicomweb.search.InstanceSearch;
import io.github.dicomweb.search.PatientSearch;
import io.github.dicomweb.search.ResourceSearch;
import io.github.dicomweb.search.SearchResults;
import io.github.dicomweb.search.SeriesSearch;
import io.github.dicomweb.search.StudySearch;
import java.util.List;
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
    require(
        Feature.RELATIONAL_SEARCH,
        "series of all studies cannot be searched: search for studies, then for the series of each");
    return new Series(resource(e -> e.path("series")), SearchQuery.EMPTY);
  }

  /** {@code /studies/{study}/series}. */
  public SeriesSearch series(String study) {
    return new Series(seriesOf(study), SearchQuery.EMPTY);
  }

  private SearchResource seriesOf(String study) {
    Identifiers.check("study", study);
    return resource(e -> e.path("studies", "study", study).path("series"));
  }

  /** All series of a study, in an operation that can be cancelled. */
  public SearchResults allSeries(String study, Operation operation) {
    return new Series(seriesOf(study), SearchQuery.EMPTY).results(operation);
  }

  /** {@code /instances}. */
  public InstanceSearch instances() {
    require(
        Feature.RELATIONAL_SEARCH,
        "instances of all studies cannot be searched: search for studies, then for the series and"
            + " the instances of each");
    return new InstancesOf(resource(e -> e.path("instances")), SearchQuery.EMPTY);
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

  /** The same with what is needed to ask for each. */
  public SearchResults listing(String study, @Nullable String series, Operation operation) {
    InstancesOf search = search(study, series);
    boolean ask = series == null && transport.profile().has(Feature.INCLUDE_FIELD);
    return (ask
            ? search.with(
                search.query.withIncludeFields(
                    List.of(SearchQuery.attribute(Tag.SeriesInstanceUID))))
            : search)
        .results(operation);
  }

  /** {@code /patients}, which is no part of the standard. */
  public PatientSearch patients() {
    require(Feature.PATIENTS, "patients cannot be searched");
    return new Patients(resource(e -> e.path("patients")), SearchQuery.EMPTY);
  }

  /** Any other resource, by the segments of its path. */
  public ResourceSearch resource(List<String> segments) {
    if (segments.isEmpty()) {
      throw new IllegalArgumentException("a resource has at least one path segment");
    }
    segments.forEach(segment -> Identifiers.check("resource", segment));
    return new Resources(
        resource(e -> segments.forEach(segment -> e.segment("resource", segment))),
        SearchQuery.EMPTY);
  }

  private void require(Feature feature, String consequence) {
    if (!transport.profile().has(feature)) {
      throw new UnsupportedOperationException(
          "the profile of the server does not have " + feature + ": " + consequence);
    }
  }

  private InstancesOf search(String study, @Nullable String series) {
    Identifiers.check("study", study);
    if (series != null) {
      Identifiers.check("series", series);
    } else if (!transport.profile().has(Feature.RELATIONAL_SEARCH)) {
      return new StudyInstances(
          instancesOf(study, null),
          SearchQuery.EMPTY,
          seriesOf(study),
          uid -> instancesOf(study, Identifiers.check("series", uid)));
    }
    return new InstancesOf(instancesOf(study, series), SearchQuery.EMPTY);
  }

  private SearchResource instancesOf(String study, @Nullable String series) {
    return resource(
        exchange -> {
          exchange.path("studies", "study", study);
          if (series != null) {
            exchange.path("series", "series", series);
          }
          exchange.path("instances");
        });
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

  private static final class Patients extends RealSearch<PatientSearch> implements PatientSearch {
    Patients(SearchResource resource, SearchQuery query) {
      super(resource, query);
    }

    @Override
    PatientSearch with(SearchQuery changed) {
      return new Patients(resource, changed);
    }
  }

  private static final class Resources extends RealSearch<ResourceSearch>
      implements ResourceSearch {
    Resources(SearchResource resource, SearchQuery query) {
      super(resource, query);
    }

    @Override
    ResourceSearch with(SearchQuery changed) {
      return new Resources(resource, changed);
    }
  }
}
