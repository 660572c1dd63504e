// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.internal.search;

import io.github.dicomweb.dicom.Dataset;
import io.github.dicomweb.dicom.DatasetBuilder;
import io.github.dicomweb.dicom.Element;
import io.github.dicomweb.dicom.Tag;
import io.github.dicomweb.error.Warning;
import io.github.dicomweb.internal.decode.Notes;
import io.github.dicomweb.search.Completeness;
import io.github.dicomweb.search.SearchResults;
import java.util.Iterator;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The instances of a study where the server searches the instances of one series only: series by
 * series, one search open at a time. An instance has the attributes of its series too, as it would
 * from a server that searches across them (PS3.18 §10.6.3.3).
 */
final class StudyWalk extends OnePassResults {
  private final SearchResults series;
  private final Iterator<Dataset> seriesLeft;
  private final Function<String, SearchResults> instancesOf;
  private final long limit;
  private final Notes notes = new Notes();
  private @Nullable Dataset at;
  private @Nullable SearchResults open;
  private @Nullable Iterator<Dataset> instances;
  private Completeness completeness = Completeness.UNKNOWN;
  private Completeness worst = Completeness.COMPLETE;
  private long toSkip;
  private long delivered;
  private boolean ended;

  /**
   * Starts before the first series.
   *
   * @param series the series of the study
   * @param instancesOf the instances of a series, all of them
   * @param limit how many are wanted, or −1
   * @param offset how many are skipped
   */
  StudyWalk(
      SearchResults series, Function<String, SearchResults> instancesOf, long limit, long offset) {
    this.series = series;
    this.seriesLeft = series.iterator();
    this.instancesOf = instancesOf;
    this.limit = limit;
    this.toSkip = offset;
  }

  @Override
  @Nullable Dataset advance() {
    while (!ended) {
      if (limit >= 0 && delivered >= limit) {
        end(Completeness.LIMITED);
      } else if (instances != null && instances.hasNext()) {
        Dataset instance = instances.next();
        if (toSkip > 0) {
          toSkip--;
        } else {
          delivered++;
          return withSeries(instance);
        }
      } else {
        nextSeries();
      }
    }
    return null;
  }

  private void nextSeries() {
    closeInstances();
    if (!seriesLeft.hasNext()) {
      note(series);
      end(worst);
      return;
    }
    at = seriesLeft.next();
    String uid = at.string(Tag.SeriesInstanceUID).orElse("");
    if (uid.isEmpty()) {
      notes.tolerated("a series without a UID: its instances cannot be searched");
      worsen(Completeness.TRUNCATED);
      return;
    }
    open = instancesOf.apply(uid);
    instances = open.iterator();
  }

  private void closeInstances() {
    if (open != null) {
      note(open);
      open.close();
      open = null;
      instances = null;
    }
  }

  private void note(SearchResults read) {
    notes.add(read.warnings());
    worsen(read.completeness());
  }

  private void worsen(Completeness verdict) {
    // What is known to be missing weighs more than what is not known.
    if (worst == Completeness.COMPLETE || verdict == Completeness.TRUNCATED) {
      worst = verdict;
    }
  }

  private Dataset withSeries(Dataset instance) {
    DatasetBuilder merged = instance.toBuilder();
    if (at != null) {
      for (Element element : at) {
        // The RetrieveURL of a series is not that of its instance.
        if (element.tag() != Tag.RetrieveURL && !instance.contains(element.tag())) {
          merged.put(element);
        }
      }
    }
    return merged.build();
  }

  private void end(Completeness verdict) {
    completeness = verdict;
    close();
  }

  @Override
  public Completeness completeness() {
    return completeness;
  }

  @Override
  public OptionalLong remaining() {
    return OptionalLong.empty();
  }

  @Override
  public List<Warning> warnings() {
    return notes.list();
  }

  @Override
  public long received() {
    return delivered;
  }

  @Override
  public void close() {
    ended = true;
    if (open != null) {
      open.close();
      open = null;
    }
    series.close();
  }
}
