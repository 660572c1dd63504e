// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.testkit.internal.search;

import io.github.dicomweb.dicom.Dataset;
import io.github.dicomweb.testkit.internal.archive.Archive;
import io.github.dicomweb.testkit.internal.archive.Level;
import io.github.dicomweb.testkit.internal.archive.Links;
import io.github.dicomweb.testkit.internal.http.Answer;
import io.github.dicomweb.testkit.internal.http.JsonBody;
import io.github.dicomweb.testkit.internal.http.PathVariables;
import io.github.dicomweb.testkit.internal.http.Request;
import io.github.dicomweb.testkit.internal.http.Router;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;

/** The six resources of Search (PS3.18 §10.6.1). */
public final class SearchService {
  private final Links links;
  private final View view;
  private final AtomicInteger maxResults;

  /**
   * A service.
   *
   * @param maxResults the most results of one answer, which may change between requests
   */
  public SearchService(Archive archive, Links links, AtomicInteger maxResults) {
    this.links = links;
    this.view = new View(archive, links);
    this.maxResults = maxResults;
  }

  public void register(Router router) {
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
    request.accept().require(List.of(JsonBody.OFFER));
    Level level = levels.get(levels.size() - 1);
    SearchQuery query = SearchQuery.of(request.query(), level);
    Predicate<Dataset> matcher = KeyMatcher.of(query.keys());
    List<Dataset> matches =
        view.of(level, path.study(), path.series()).stream().filter(matcher).toList();

    long available = Math.max(0, matches.size() - query.offset());
    long wanted = Math.min(available, query.limit());
    long count = Math.min(wanted, maxResults.get());
    Answer answer = Answer.of(count == 0 ? 204 : 200);
    for (String warning : query.warnings()) {
      answer = answer.header("Warning", warning(warning));
    }
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
    return JsonBody.array(
        answer, matches.stream().skip(query.offset()).limit(count).map(returned::of).toList());
  }

  private String warning(String text) {
    return "299 " + links.base() + " \"" + text + "\"";
  }
}
