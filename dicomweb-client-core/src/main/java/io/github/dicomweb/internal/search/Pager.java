// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.internal.search;

import io.github.dicomweb.dicom.Dataset;
import io.github.dicomweb.error.HttpStatusException;
import io.github.dicomweb.error.Warning;
import io.github.dicomweb.internal.decode.DatasetStream;
import io.github.dicomweb.internal.decode.Notes;
import io.github.dicomweb.internal.http.Operation;
import io.github.dicomweb.profile.ServerProfile.QueryEscaping;
import io.github.dicomweb.search.Completeness;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/**
 * Walks the pages of a search. Advances by what was received, never by what was asked for, since
 * servers cap pages; trusts an end only when the server has shown that it could have given more.
 */
final class Pager {
  private final SearchResource resource;
  private final SearchQuery query;
  private final SearchQuery sent;
  private final Operation operation;
  private final int pageSize;
  private final boolean onePage;
  private final @Nullable LocalMatching matching;
  private final ResultFilter filter;
  private final Queue<Dataset> buffer = new ArrayDeque<>();
  private final PageHistory history = new PageHistory();
  private final Notes notes = new Notes();

  private QueryEscaping escaping;
  private @Nullable DatasetStream open;
  private boolean started;
  private boolean ended;
  private boolean fullPageSeen;
  private boolean partial;
  private long toSkip;
  private long asked;
  private long inPage;
  private long received;
  private long delivered;
  private OptionalLong remaining = OptionalLong.empty();
  private Completeness completeness = Completeness.UNKNOWN;

  Pager(SearchResource resource, SearchQuery query, Operation operation) {
    this.resource = resource;
    this.query = query;
    this.sent = resource.toSend(query);
    this.operation = operation;
    this.onePage = resource.onePage();
    this.matching = resource.matchedHere() ? new LocalMatching(query) : null;
    this.toSkip = offsetIsOurs() ? query.offset() : 0;
    this.pageSize =
        query.pageSize() > 0 ? query.pageSize() : resource.transport().profile().pageSize();
    this.filter = new ResultFilter(query);
    this.escaping = resource.memory().first();
  }

  /** Whether results are passed over here, because the server would not, or not the right ones. */
  private boolean offsetIsOurs() {
    return onePage || matching != null;
  }

  private boolean filtering() {
    return matching != null || escaping == QueryEscaping.WILDCARD;
  }

  private boolean passes(Dataset result) {
    if (matching != null) {
      return matching.test(result);
    }
    return escaping != QueryEscaping.WILDCARD || filter.test(result);
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
      } else if (passes(result)) {
        if (toSkip == 0) {
          delivered++;
          return result;
        }
        toSkip--;
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
    boolean more = more();
    if (inPage == 0 || onePage) {
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
    asked = filtering() || onePage ? pageSize : wanted;
    inPage = 0;
    try {
      long offset = received + (offsetIsOurs() ? 0 : query.offset());
      open = resource.page(sent, escaping, onePage ? -1 : asked, offset, operation);
    } catch (HttpStatusException e) {
      if (received == 0 || e.status() >= 500 || e.status() == 401 || e.status() == 403) {
        throw e;
      }
      notes.tolerated("the server refused the next page with status " + e.status());
      end(more() ? Completeness.TRUNCATED : Completeness.UNKNOWN);
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
      boolean more = more();
      finishPage();
      notes.tolerated("the server repeated a page: it seems to ignore offset");
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
    if (received > 0 || !QueryWriter.needsDecoding(sent)) {
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
      partial = false;
    }
    partial |= open.partial();
    notes.add(open.warnings());
    for (Warning warning : open.warnings()) {
      if (warning.remainingResults().isPresent()) {
        remaining = warning.remainingResults();
      }
    }
    open.close();
    open = null;
  }

  /** Whether the server said, at the last page, that it has more. */
  private boolean more() {
    return partial || remaining.orElse(0) > 0;
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
    if (matching == null) {
      return notes.list();
    }
    List<Warning> all = new ArrayList<>(notes.list());
    all.addAll(matching.warnings());
    return all;
  }

  long delivered() {
    return delivered;
  }
}
