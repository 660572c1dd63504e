// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.internal.retrieve;

import io.github.dicomweb.config.Limits;
import io.github.dicomweb.dicom.Dataset;
import io.github.dicomweb.dicom.Tag;
import io.github.dicomweb.error.DicomWebException;
import io.github.dicomweb.error.MalformedResponseException;
import io.github.dicomweb.error.Warning;
import io.github.dicomweb.internal.decode.Notes;
import io.github.dicomweb.internal.decode.SinglePart;
import io.github.dicomweb.internal.http.Answer;
import io.github.dicomweb.internal.http.Identifiers;
import io.github.dicomweb.retrieve.InstancePart;
import io.github.dicomweb.search.Completeness;
import io.github.dicomweb.search.SearchResults;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The instances of a study or series that the server has one by one only: what the instance search
 * lists, each in an answer of its own. A failure of one is thrown where it would have come; going
 * on gives the next.
 */
final class OneByOne extends OnePass<InstancePart> {
  private final Target target;
  private final SearchResults listing;
  private final Iterator<Dataset> left;
  private final Function<Target, Answer> retrieval;
  private final Limits limits;
  private final Consumer<String> done;
  private final Notes notes = new Notes();
  private @Nullable LiveParts<LiveInstance> open;
  private @Nullable DicomWebException broken;
  private @Nullable String current;
  private int parts;
  private long listed;
  private long unnamed;
  private boolean proven = true;
  private boolean partial;

  /**
   * Starts before the first instance.
   *
   * @param target the study or series
   * @param listing its instances
   * @param retrieval asks for an instance
   * @param limits the limits of what is read
   * @param done is told of each instance that was asked for, when it has come or has failed
   */
  OneByOne(
      Target target,
      SearchResults listing,
      Function<Target, Answer> retrieval,
      Limits limits,
      Consumer<String> done) {
    this.target = target;
    this.listing = listing;
    this.left = listing.iterator();
    this.retrieval = retrieval;
    this.limits = limits;
    this.done = done;
  }

  @Override
  protected @Nullable InstancePart advance() {
    return nextInstance();
  }

  /** The next instance, or null after the last one that is listed. */
  @Nullable LiveInstance nextInstance() {
    while (true) {
      LiveInstance part = nextPart();
      if (part != null) {
        return part;
      }
      finishCurrent();
      if (!anyListed()) {
        judgeListing();
        return null;
      }
      Target instance = targetOf(left.next());
      current = Objects.requireNonNull(instance.instance());
      open =
          LiveParts.open(
              retrieval.apply(instance),
              limits,
              SinglePart.INSTANCE,
              live -> new LiveInstance(live, parts++));
    }
  }

  private @Nullable LiveInstance nextPart() {
    if (open == null) {
      return null;
    }
    Optional<LiveInstance> part;
    try {
      part = open.next();
    } catch (DicomWebException e) {
      leave();
      throw e;
    }
    if (part.isEmpty()) {
      proven &= open.endIsProven();
      leave();
    }
    return part.orElse(null);
  }

  /** Gives up what is left of the answer at hand. */
  void leave() {
    if (open != null) {
      notes.add(open.warnings());
      partial |= open.partial();
      open.close();
      open = null;
    }
  }

  private void finishCurrent() {
    if (current != null) {
      String finished = current;
      current = null;
      done.accept(finished);
    }
  }

  private boolean anyListed() {
    if (broken != null) {
      throw broken;
    }
    try {
      return left.hasNext();
    } catch (DicomWebException e) {
      broken = e;
      throw e;
    }
  }

  private Target targetOf(Dataset instance) {
    String series =
        target.series() == null
            ? instance.string(Tag.SeriesInstanceUID).orElse("")
            : target.series();
    String uid = instance.string(Tag.SOPInstanceUID).orElse("");
    if (!Identifiers.isSegment(series) || !Identifiers.isSegment(uid)) {
      unnamed++;
      throw MalformedResponseException.builder(
              "the instance search lists an instance without its identifiers: it cannot be"
                  + " retrieved")
          .build();
    }
    listed++;
    return new Target(target.study(), series, uid);
  }

  private void judgeListing() {
    notes.add(listing.warnings());
    if (listed == 0) {
      notes.tolerated("the instance search lists nothing to retrieve");
    } else if (listing.completeness() != Completeness.COMPLETE) {
      notes.tolerated("nobody can say whether the instance search listed all instances");
    }
    listing.close();
  }

  /** What ended the list of instances: nothing can go on after that. */
  @Nullable DicomWebException broken() {
    return broken;
  }

  long listed() {
    return listed;
  }

  /** Whether each instance there is was listed, by its name. */
  boolean listedAll() {
    return listed > 0 && unnamed == 0 && listing.completeness() == Completeness.COMPLETE;
  }

  boolean endsAreProven() {
    return proven;
  }

  @Override
  public boolean partial() {
    return partial || (open != null && open.partial());
  }

  @Override
  public List<Warning> warnings() {
    if (open == null) {
      return notes.list();
    }
    Notes all = new Notes();
    all.add(notes.list());
    all.add(open.warnings());
    return all.list();
  }

  @Override
  public void close() {
    leave();
    finishCurrent();
    listing.close();
  }
}
