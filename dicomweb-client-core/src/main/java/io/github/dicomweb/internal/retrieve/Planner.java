// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.internal.retrieve;

import io.github.dicomweb.dicom.Dataset;
import io.github.dicomweb.dicom.Tag;
import io.github.dicomweb.dicom.part10.Part10HeaderReader;
import io.github.dicomweb.error.DicomFormatException;
import io.github.dicomweb.error.DicomWebException;
import io.github.dicomweb.error.TransportException;
import io.github.dicomweb.error.TransportException.Phase;
import io.github.dicomweb.error.TransportException.Reason;
import io.github.dicomweb.internal.decode.Notes;
import io.github.dicomweb.internal.http.Identifiers;
import io.github.dicomweb.internal.http.LocalIoException;
import io.github.dicomweb.internal.http.Operation;
import io.github.dicomweb.internal.http.Transport;
import io.github.dicomweb.internal.search.Searches;
import io.github.dicomweb.profile.Feature;
import io.github.dicomweb.profile.ServerProfile;
import io.github.dicomweb.retrieve.SavedInstance;
import io.github.dicomweb.search.Completeness;
import io.github.dicomweb.search.SearchResults;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Holds what the server lists against what is in the directory. Series of which nothing is there
 * are to come as a whole, single instances of the others.
 */
final class Planner {
  private final Transport transport;
  private final Searches searches;
  private final Target target;
  private final Places places;
  private final SavingOptions options;
  private final Map<String, Series> all = new LinkedHashMap<>();
  private final UidSet seen = new UidSet();
  private long listed;
  private long present;

  Planner(
      Transport transport, Searches searches, Target target, Places places, SavingOptions options) {
    this.transport = transport;
    this.searches = searches;
    this.target = target;
    this.places = places;
    this.options = options;
  }

  /** Whether there is anything to plan: something to find, or more than one transfer at a time. */
  boolean mayHelp() {
    boolean single = target.instance() != null;
    return (options.resume() && mayHoldSome()) || (options.parallel() > 1 && !single);
  }

  private boolean mayHoldSome() {
    Path common = places.common();
    if (!Files.isDirectory(common)) {
      return false;
    }
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(common)) {
      return entries.iterator().hasNext();
    } catch (IOException e) {
      throw unreadable(e);
    }
  }

  private static TransportException unreadable(IOException e) {
    return new TransportException(
        "what is in the directory could not be read",
        Phase.CONNECT,
        Reason.LOCAL,
        new LocalIoException("a file or directory could not be read", e));
  }

  /**
   * Makes the plan.
   *
   * @param notes is told why there is none, if somebody should know
   * @return the plan, or null if everything is to come as usual
   */
  @Nullable Plan plan(Notes notes, Operation operation) {
    String instance = target.instance();
    if (instance != null) {
      boolean there = look(target.study(), String.valueOf(target.series()), instance);
      return there ? new Plan(List.of(), 1, 1) : null;
    }
    String why = list(notes, operation);
    if (why != null) {
      notes.tolerated(why + ": everything is transferred");
      return null;
    }
    if (nothingToGain()) {
      return null;
    }
    List<Plan.Unit> units = units();
    boolean single = units.stream().anyMatch(unit -> unit.target().instance() != null);
    if (single && !transport.profile().has(Feature.INSTANCE_RETRIEVAL)) {
      notes.tolerated("the server has no single instances: everything is transferred");
      return null;
    }
    return new Plan(units, listed, present);
  }

  /** Reads the list; gives what is wrong with it, or null. */
  private @Nullable String list(Notes notes, Operation operation) {
    try (SearchResults results = searches.listing(target.study(), target.series(), operation)) {
      for (Dataset dataset : results) {
        String series =
            target.series() == null
                ? dataset.string(Tag.SeriesInstanceUID).orElse("")
                : target.series();
        String instance = dataset.string(Tag.SOPInstanceUID).orElse("");
        if (!Identifiers.isSegment(series) || !Identifiers.isSegment(instance)) {
          return "the instance search lists an instance without its identifiers";
        }
        if (seen.add(instance)) {
          String study = dataset.string(Tag.StudyInstanceUID).orElse(target.study());
          take(study, series, dataset.string(Tag.SeriesInstanceUID).orElse(series), instance);
        }
      }
      notes.add(results.warnings());
      return results.completeness() == Completeness.COMPLETE && listed > 0
          ? null
          : "the server cannot say which instances there are";
    } catch (DicomWebException e) {
      if (operation.cancelled() || isLocal(e)) {
        throw e;
      }
      return "the server cannot say which instances there are (" + e.getMessage() + ")";
    }
  }

  private static boolean isLocal(DicomWebException e) {
    return e instanceof TransportException ended && ended.reason() == Reason.LOCAL;
  }

  private void take(String study, String series, String seriesUid, String instance) {
    listed++;
    Series of = all.computeIfAbsent(series, uid -> new Series());
    of.listed++;
    if (look(study, seriesUid, instance)) {
      present++;
    } else {
      of.absent.add(instance);
    }
  }

  /** Whether an instance is there: its file stands where it would be put, and says so itself. */
  private boolean look(String study, String series, String instance) {
    Path file = places.file(study, series, instance);
    if (!options.resume() || !Files.isRegularFile(file)) {
      return false;
    }
    try {
      if (Part10HeaderReader.read(file).sopInstanceUid().filter(instance::equals).isEmpty()) {
        return false;
      }
      options.present().accept(new SavedInstance(instance, file, Files.size(file)));
      return true;
    } catch (DicomFormatException e) {
      // Something else under this name: it is replaced.
      return false;
    } catch (IOException e) {
      throw unreadable(e);
    }
  }

  /** Whether one request, or what stands for it, does as well. */
  private boolean nothingToGain() {
    Feature whole = target.series() == null ? Feature.STUDY_RETRIEVAL : Feature.SERIES_RETRIEVAL;
    boolean oneTransfer =
        options.parallel() == 1 || (all.size() == 1 && transport.profile().has(whole));
    return present == 0 && oneTransfer;
  }

  private List<Plan.Unit> units() {
    ServerProfile profile = transport.profile();
    List<Plan.Unit> units = new ArrayList<>();
    all.forEach(
        (uid, series) -> {
          boolean entire = series.absent.size() == series.listed;
          if (entire && profile.has(Feature.SERIES_RETRIEVAL)) {
            units.add(new Plan.Unit(new Target(target.study(), uid, null), series.absent));
          } else {
            series.absent.forEach(
                instance ->
                    units.add(
                        new Plan.Unit(
                            new Target(target.study(), uid, instance), List.of(instance))));
          }
        });
    return units;
  }

  private static final class Series {
    private final List<String> absent = new ArrayList<>();
    private long listed;
  }
}
