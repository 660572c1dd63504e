// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.internal.retrieve;

import io.github.dicomweb.dicom.Dataset;
import io.github.dicomweb.dicom.Tag;
import io.github.dicomweb.error.MalformedResponseException;
import io.github.dicomweb.error.Warning;
import io.github.dicomweb.internal.decode.Notes;
import io.github.dicomweb.internal.http.Identifiers;
import io.github.dicomweb.search.Completeness;
import io.github.dicomweb.search.SearchResults;
import java.util.Iterator;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The metadata of a study where the server has it for series only: what the series search lists,
 * one series after the other. A series that fails ends it, since nothing could stand for what is
 * missing.
 */
final class SeriesBySeries extends OnePass<Dataset> {
  private final SearchResults listing;
  private final Iterator<Dataset> left;
  private final Function<String, MetadataParts> metadataOf;
  private final Notes notes = new Notes();
  private @Nullable MetadataParts open;
  private @Nullable RuntimeException failure;
  private boolean partial;
  private boolean any;

  SeriesBySeries(SearchResults listing, Function<String, MetadataParts> metadataOf) {
    this.listing = listing;
    this.left = listing.iterator();
    this.metadataOf = metadataOf;
  }

  @Override
  protected @Nullable Dataset advance() {
    if (failure != null) {
      throw failure;
    }
    try {
      return step();
    } catch (RuntimeException e) {
      failure = e;
      close();
      throw e;
    }
  }

  private @Nullable Dataset step() {
    while (true) {
      Dataset next = open == null ? null : open.next().orElse(null);
      if (next != null) {
        return next;
      }
      closeOpen();
      if (!left.hasNext()) {
        judgeListing();
        return null;
      }
      any = true;
      open = metadataOf.apply(uid(left.next()));
    }
  }

  private static String uid(Dataset series) {
    String uid = series.string(Tag.SeriesInstanceUID).orElse("");
    if (!Identifiers.isSegment(uid)) {
      throw MalformedResponseException.builder(
              "the series search lists a series without an identifier: its metadata cannot be"
                  + " retrieved")
          .build();
    }
    return uid;
  }

  private void judgeListing() {
    notes.add(listing.warnings());
    if (!any) {
      notes.tolerated("the series search lists nothing");
    } else if (listing.completeness() != Completeness.COMPLETE) {
      notes.tolerated("nobody can say whether the series search listed all series");
      partial |= listing.completeness() == Completeness.TRUNCATED;
    }
    listing.close();
  }

  private void closeOpen() {
    if (open != null) {
      notes.add(open.warnings());
      partial |= open.partial();
      open.close();
      open = null;
    }
  }

  @Override
  public boolean partial() {
    return partial || (open != null && open.partial());
  }

  @Override
  public List<Warning> warnings() {
    return notes.list();
  }

  @Override
  public void close() {
    closeOpen();
    listing.close();
  }
}
