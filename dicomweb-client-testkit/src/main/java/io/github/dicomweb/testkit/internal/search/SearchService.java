// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.testkit.internal.search;

import io.github.dicomweb.dicom.Dataset;
import io.github.dicomweb.testkit.internal.archive.Archive;
import io.github.dicomweb.testkit.internal.archive.Level;
import io.github.dicomweb.testkit.internal.archive.Links;
import io.github.dicomweb.testkit.internal.http.Answer;
import io.github.dicomweb.testkit.internal.http.DatasetBody;
import io.github.dicomweb.testkit.internal.http.Offer;
import io.github.dicomweb.testkit.internal.http.PathVariables;
import io.github.dicomweb.testkit.internal.http.Request;
import io.github.dicomweb.testkit.internal.http.Router;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import java.util.function.Supplier;
import okio.Buffer;

/**
 * The six resources of Search (PS3.18 §10.6.1); and what some servers have beyond the standard,
 * patients and counts.
 */
public final class SearchService {
  private static final Offer COUNT = Offer.single("application/json", "");

  private final Links links;
  private final View view;
  private final AtomicInteger maxResults;
  private final Supplier<Set<Matching>> supported;

  /**
   * A service.
   *
   * @param maxResults the most results of one answer, which may change between requests
   * @param supported the kinds of matching that are done; the others are refused in a Warning
   */
  public SearchService(
      Archive archive, Links links, AtomicInteger maxResults, Supplier<Set<Matching>> supported) {
    this.links = links;
    this.view = new View(archive, links);
    this.maxResults = maxResults;
    this.supported = supported;
  }

  /** Counts go first: they look like the studies of a UID. */
  public void register(Router router) {
    addCount(router, "patients", Level.PATIENT);
    addCount(router, "studies", Level.STUDY);
    addCount(router, "series", Level.SERIES);
    addCount(router, "instances", Level.INSTANCE);
    add(router, "patients", Level.PATIENT);
    add(router, "studies", Level.STUDY);
    add(router, "studies/{study}/series", Level.SERIES);
    add(router, "studies/{study}/series/{series}/instances", Level.INSTANCE);
    add(router, "studies/{study}/instances", Level.SERIES, Level.INSTANCE);
    add(router, "series", Level.STUDY, Level.SERIES);
    add(router, "instances", Level.STUDY, Level.SERIES, Level.INSTANCE);
  }

  /**
   * The levels are those whose attributes a result has by default, what is searched for the last.
   */
  private void add(Router router, String template, Level... levels) {
    router.add("GET", template, (request, path) -> search(request, path, List.of(levels)));
  }

  private Answer search(Request request, PathVariables path, List<Level> levels)
      throws IOException {
    Offer offer = DatasetBody.requireList(request);
    Level level = levels.get(levels.size() - 1);
    SearchQuery query = SearchQuery.of(request.query(), level, supported.get());
    List<Dataset> matches = matches(query, level, path);
    long available = Math.max(0, matches.size() - query.offset());
    long wanted = Math.min(available, query.limit());
    long count = Math.min(wanted, maxResults.get());
    Answer answer = warned(Answer.of(count == 0 ? 204 : 200), query);
    if (count < wanted) {
      answer =
          answer.header(
              "Warning",
              warning(
                  "There are "
                      + (available - count)
                      + " additional results that can be requested"));
    }
    if (count == 0) {
      return answer;
    }
    Set<Integer> asked = new TreeSet<>(query.included());
    query.keys().forEach(key -> asked.add(key.tag()));
    ReturnedAttributes returned = ReturnedAttributes.of(levels, asked, query.all());
    return DatasetBody.list(
        answer,
        offer,
        matches.stream().skip(query.offset()).limit(count).map(returned::of).toList());
  }

  private void addCount(Router router, String template, Level level) {
    router.add("GET", template + "/count", (request, path) -> count(request, path, level));
  }

  private Answer count(Request request, PathVariables path, Level level) {
    request.accept().require(List.of(COUNT));
    SearchQuery query = SearchQuery.of(request.query(), level, supported.get());
    int count = matches(query, level, path).size();
    return warned(Answer.of(200), query)
        .body(COUNT.type(), new Buffer().writeUtf8("{\"count\":" + count + "}"));
  }

  private List<Dataset> matches(SearchQuery query, Level level, PathVariables path) {
    Predicate<Dataset> matcher = KeyMatcher.of(query.keys());
    return view.of(level, path.study(), path.series()).stream().filter(matcher).toList();
  }

  private Answer warned(Answer answer, SearchQuery query) {
    Answer warned = answer;
    for (String warning : query.warnings()) {
      warned = warned.header("Warning", warning(warning));
    }
    return warned;
  }

  private String warning(String text) {
    return "299 " + links.base() + " \"" + text + "\"";
  }
}
