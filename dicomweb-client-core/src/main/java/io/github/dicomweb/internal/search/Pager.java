// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.internal.search;

import io.github.dicomweb.dicom.Dataset;
import io.github.dicomweb.error.HttpStatusException;
import io.github.dicomweb.error.Warning;
import io.github.dicomweb.internal.decode.DatasetStream;
import io.github.dicomweb.internal.http.Operation;
import io.github.dicomweb.profile.ServerProfile.QueryEscaping;
import io.github.dicomweb.search.Completeness;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.Queue;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Walks the pages of a search. Advances by what was received, never by what was asked for, since
 * servers cap pages; trusts an end only when the server has shown that it could have given more.
 */
final class Pager {
  private final SearchResource resource;
  private final SearchQuery query;
  private final Operation operation;
  private final int pageSize;
  private final ResultFilter filter;
  private final Queue<Dataset> buffer = new ArrayDeque<>();
  private final PageHistory history = new PageHistory();
  private final Set<Warning> warnings = new LinkedHashSet<>();

  private QueryEscaping escaping;
  private @Nullable DatasetStream open;
  private boolean started;
  private boolean ended;
  private boolean fullPageSeen;
  private long asked;
  private long inPage;
  private long received;
  private long delivered;
  private OptionalLong remaining = OptionalLong.empty();
  private Completeness completeness = Completeness.UNKNOWN;

  Pager(SearchResource resource, SearchQuery query, Operation operation) {
    this.resource = resource;
    this.query = query;
    this.operation = operation;
    this.pageSize =
        query.pageSize() > 0 ? query.pageSize() : resource.transport().profile().pageSize();
    this.filter = new ResultFilter(query);
    this.escaping = resource.memory().first();
  }

  /** The next result, or null at the end. */
  @Nullable Dataset next() {
    while (!ended) {
      if (query.limit() >= 0 && delivered >= query.limit()) {
        end(Completeness.LIMITED);
        break;
      }
      Dataset result = buffer.poll();
      if (result == null) {
        result = overflow();
      }
      if (result == null) {
        turnPage();
      } else if (escaping != QueryEscaping.WILDCARD || filter.test(result)) {
        delivered++;
        return result;
      }
    }
    return null;
  }

  /** Results beyond what was asked for: read straight from the answer, never collected. */
  private @Nullable Dataset overflow() {
    if (open == null) {
      return null;
    }
    Dataset result = open.next();
    if (result != null) {
      inPage++;
    }
    return result;
  }

  private void turnPage() {
    if (started && pageWasLast()) {
      return;
    }
    started = true;
    fetch();
  }

  /** Judges the page that has just been used up. */
  private boolean pageWasLast() {
    finishPage();
    received += inPage;
    boolean more = remaining.isPresent() && remaining.getAsLong() > 0;
    if (inPage == 0) {
      end(more ? Completeness.TRUNCATED : Completeness.COMPLETE);
    } else if (!more && inPage < asked && fullPageSeen) {
      end(Completeness.COMPLETE);
    } else if (!more && remaining.isPresent()) {
      end(Completeness.COMPLETE);
    }
    fullPageSeen |= inPage == asked;
    return ended;
  }

  private void fetch() {
    long wanted = query.limit() < 0 ? pageSize : Math.min(pageSize, query.limit() - delivered);
    // With a filter at work, some of a page may be dropped: asking for the exact rest would crawl.
    asked = escaping == QueryEscaping.WILDCARD ? pageSize : wanted;
    inPage = 0;
    try {
      open = resource.page(query, escaping, asked, query.offset() + received, operation);
    } catch (HttpStatusException e) {
      if (received == 0 || e.status() >= 500 || e.status() == 401 || e.status() == 403) {
        throw e;
      }
      warnings.add(Warning.tolerated("the server refused the next page with status " + e.status()));
      end(remaining.orElse(0) > 0 ? Completeness.TRUNCATED : Completeness.UNKNOWN);
      return;
    }
    List<Dataset> page = new ArrayList<>();
    boolean exhausted = false;
    // One more than was asked for: only then is it known that the page has ended, and its
    // connection is free.
    while (page.size() <= asked && !exhausted) {
      Dataset result = open.next();
      exhausted = result == null;
      if (result != null) {
        page.add(result);
      }
    }
    inPage = page.size();
    if (history.repeats(page)) {
      boolean more = remaining.orElse(0) > 0;
      finishPage();
      warnings.add(Warning.tolerated("the server repeated a page: it seems to ignore offset"));
      end(more ? Completeness.TRUNCATED : Completeness.UNKNOWN);
      return;
    }
    if (otherEscapingIsWorthATry(page.isEmpty())) {
      finishPage();
      escaping = QueryEscaping.WILDCARD;
      fetch();
      return;
    }
    buffer.addAll(page);
    if (exhausted) {
      finishPage();
    }
  }

  private boolean otherEscapingIsWorthATry(boolean nothingFound) {
    if (received > 0 || !QueryWriter.needsDecoding(query)) {
      return false;
    }
    if (!nothingFound) {
      resource.memory().found(escaping);
      return false;
    }
    return escaping == QueryEscaping.PERCENT && resource.memory().undecided();
  }

  /** Takes the last word of the open answer and closes it. */
  private void finishPage() {
    if (open == null) {
      return;
    }
    if (inPage > 0) {
      remaining = OptionalLong.empty();
    }
    for (Warning warning : open.warnings()) {
      warnings.add(warning);
      if (warning.remainingResults().isPresent()) {
        remaining = warning.remainingResults();
      }
    }
    open.close();
    open = null;
  }

  private void end(Completeness verdict) {
    ended = true;
    completeness = verdict;
    close();
  }

  void close() {
    ended = true;
    buffer.clear();
    finishPage();
  }

  Completeness completeness() {
    return completeness;
  }

  OptionalLong remaining() {
    return remaining;
  }

  List<Warning> warnings() {
    return List.copyOf(warnings);
  }

  long delivered() {
    return delivered;
  }
}
