// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.internal.search;

import io.github.dicomweb.dicom.Tag;
import io.github.dicomweb.dicom.Tags;
import io.github.dicomweb.internal.http.Operation;
import io.github.dicomweb.search.SearchPage;
import io.github.dicomweb.search.SearchResults;
import java.util.Set;
import java.util.function.Function;

/**
 * The search for the instances of a study on a server that searches the instances of one series
 * only. Each key goes to the level that it is of.
 */
final class StudyInstances extends InstancesOf {
  // The keys of the series level (PS3.18 §10.6.1.2.3), and attributes of that level that servers
  // match beside them.
  private static final Set<Integer> OF_THE_SERIES =
      Set.of(
          Tag.Modality,
          Tag.SeriesInstanceUID,
          Tag.SeriesNumber,
          Tag.SeriesDescription,
          Tag.SeriesDate,
          Tag.SeriesTime,
          Tag.BodyPartExamined,
          Tag.Laterality,
          Tag.ProtocolName,
          Tag.PerformedProcedureStepStartDate,
          Tag.PerformedProcedureStepStartTime,
          Tag.RequestAttributesSequence);

  private final SearchResource series;
  private final Function<String, SearchResource> instancesOf;

  StudyInstances(
      SearchResource resource,
      SearchQuery query,
      SearchResource series,
      Function<String, SearchResource> instancesOf) {
    super(resource, query);
    this.series = series;
    this.instancesOf = instancesOf;
  }

  @Override
  InstancesOf with(SearchQuery changed) {
    return new StudyInstances(resource, changed, series, instancesOf);
  }

  private static boolean isOfTheSeries(String attribute) {
    String first = attribute.split("\\.", 2)[0];
    return Tags.parse(first).stream().anyMatch(OF_THE_SERIES::contains);
  }

  @Override
  SearchPage execute(Operation operation) {
    return collect(results(operation));
  }

  @Override
  SearchResults results(Operation operation) {
    Offered.check(query, resource.transport().profile());
    SearchQuery whole = query.whole();
    SearchQuery ofSeries = whole.matching(StudyInstances::isOfTheSeries);
    SearchQuery ofInstances = whole.matching(attribute -> !isOfTheSeries(attribute));
    return new StudyWalk(
        new PagedResults(series, ofSeries, operation),
        uid -> new PagedResults(instancesOf.apply(uid), ofInstances, operation),
        query.limit(),
        query.offset());
  }
}
