// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.cli.command;

import io.github.dicomweb.DicomWebClient;
import io.github.dicomweb.dicom.Dataset;
import io.github.dicomweb.dicom.Tag;
import io.github.dicomweb.dicom.part10.Part10HeaderReader;
import io.github.dicomweb.error.DicomFormatException;
import io.github.dicomweb.retrieve.InstancesRequest;
import io.github.dicomweb.search.Completeness;
import io.github.dicomweb.search.InstanceSearch;
import io.github.dicomweb.search.SearchResults;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is to be transferred: all as a whole, or, where some is there from a run before, or several
 * transfers shall run at once, series that are missing as a whole and single instances.
 */
final class Plan {
  /**
   * One transfer.
   *
   * @param instances what it shall bring; empty if that is not known
   */
  record Unit(InstancesRequest request, List<String> instances) {}

  private final DicomWebClient client;
  private final Resource resource;
  private final Layout layout;
  private final @Nullable Path directory;
  private final Retrieved retrieved;

  Plan(
      DicomWebClient client,
      Resource resource,
      Layout layout,
      @Nullable Path directory,
      Retrieved retrieved) {
    this.client = client;
    this.resource = resource;
    this.layout = layout;
    this.directory = directory;
    this.retrieved = retrieved;
  }

  /** Everything at once. */
  List<Unit> whole() {
    InstancesRequest request =
        resource.request(client::retrieveStudy, client::retrieveSeries, client::retrieveInstance);
    return List.of(
        new Unit(request, resource.instance == null ? List.of() : List.of(resource.instance)));
  }

  /** Whether anything is there that a run before may have left. */
  boolean mayResume() {
    if (directory == null || !Files.isDirectory(directory)) {
      return false;
    }
    try (var entries = Files.list(directory)) {
      return entries.findAny().isPresent();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Only what is missing; everything if the server cannot say what there is. */
  List<Unit> missing() {
    Map<String, List<String>> absent = new LinkedHashMap<>();
    Map<String, Integer> found = new LinkedHashMap<>();
    List<Runnable> present = new ArrayList<>();
    if (resource.series != null && resource.instance != null) {
      boolean there = look(resource.series, resource.instance, present);
      present.forEach(Runnable::run);
      return there ? List.of() : whole();
    }
    if (!list(absent, found, present)) {
      return whole();
    }
    present.forEach(Runnable::run);
    if (present.isEmpty() && absent.size() <= 1) {
      return whole();
    }
    List<Unit> units = new ArrayList<>();
    absent.forEach(
        (series, instances) -> {
          if (instances.size() == found.getOrDefault(series, 0)) {
            units.add(new Unit(client.retrieveSeries(resource.study, series), instances));
          } else {
            instances.forEach(
                instance ->
                    units.add(
                        new Unit(
                            client.retrieveInstance(resource.study, series, instance),
                            List.of(instance))));
          }
        });
    return units;
  }

  private boolean list(
      Map<String, List<String>> absent, Map<String, Integer> found, List<Runnable> present) {
    String inSeries = resource.series;
    InstanceSearch search =
        inSeries == null
            ? client.searchForInstances(resource.study)
            : client.searchForInstances(resource.study, inSeries);
    try (SearchResults results = search.includeField(Tag.SeriesInstanceUID).results()) {
      for (Dataset dataset : results) {
        Optional<String> series =
            dataset.string(Tag.SeriesInstanceUID).or(() -> Optional.ofNullable(inSeries));
        Optional<String> instance = dataset.string(Tag.SOPInstanceUID);
        if (series.isEmpty() || instance.isEmpty()) {
          return false;
        }
        found.merge(series.get(), 1, Integer::sum);
        if (!look(series.get(), instance.get(), present)) {
          absent.computeIfAbsent(series.get(), key -> new ArrayList<>()).add(instance.get());
        }
      }
      return results.completeness() == Completeness.COMPLETE && results.received() > 0;
    }
  }

  private boolean look(String series, String instance, List<Runnable> present) {
    if (directory == null) {
      return false;
    }
    Optional<Path> file = layout.foresee(directory, resource.study, series, instance);
    if (file.isEmpty() || !Files.isRegularFile(file.get())) {
      return false;
    }
    try {
      boolean same =
          Part10HeaderReader.read(file.get()).sopInstanceUid().filter(instance::equals).isPresent();
      long length = Files.size(file.get());
      if (same) {
        present.add(() -> retrieved.present(instance, file.get(), length));
      }
      return same;
    } catch (DicomFormatException e) {
      // some other file of this name: it is replaced
      return false;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
