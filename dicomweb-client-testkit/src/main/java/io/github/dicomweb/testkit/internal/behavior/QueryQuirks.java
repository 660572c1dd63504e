// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.testkit.internal.behavior;

import io.github.dicomweb.dicom.Dictionary;
import io.github.dicomweb.dicom.Tags;
import io.github.dicomweb.testkit.behavior.PageBehavior;
import io.github.dicomweb.testkit.behavior.PageBehavior.Offset;
import io.github.dicomweb.testkit.behavior.SearchBehavior;
import io.github.dicomweb.testkit.behavior.SearchBehavior.Escapes;
import io.github.dicomweb.testkit.behavior.SearchBehavior.Extension;
import io.github.dicomweb.testkit.behavior.SearchBehavior.Fuzzy;
import io.github.dicomweb.testkit.behavior.SearchBehavior.LowerKeys;
import io.github.dicomweb.testkit.behavior.SearchBehavior.RepeatedParameters;
import io.github.dicomweb.testkit.behavior.SearchBehavior.SequenceKeys;
import io.github.dicomweb.testkit.behavior.SearchBehavior.UnknownParameters;
import io.github.dicomweb.testkit.internal.archive.Level;
import io.github.dicomweb.testkit.internal.http.HttpProblem;
import io.github.dicomweb.testkit.internal.http.Query;
import io.github.dicomweb.testkit.internal.http.Request;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Predicate;

/** Turns the query of a search into what the server takes it for. */
final class QueryQuirks {
  private static final String INCLUDE_FIELD = "includefield";
  private static final String LIMIT = "limit";
  private static final Set<String> KNOWN =
      Set.of(INCLUDE_FIELD, LIMIT, "offset", "fuzzymatching", "accept", "charset");

  private final SearchBehavior search;
  private final PageBehavior pages;

  QueryQuirks(SearchBehavior search, PageBehavior pages) {
    this.search = search;
    this.pages = pages;
  }

  Request apply(Request request, Level level) {
    if (search.query() == SearchBehavior.Query.IGNORED) {
      return request.withQuery(Query.of(List.of()));
    }
    Request read =
        search.escapes() == Escapes.LITERAL ? request.withQueryTakenLiterally() : request;
    List<Query.Parameter> parameters = once(read.query().parameters());
    for (Query.Parameter parameter : parameters) {
      check(parameter);
    }
    parameters = fields(parameters);
    parameters.removeIf(isPassedOver(level));
    return parameters.equals(request.query().parameters())
        ? request
        : read.withQuery(Query.of(parameters));
  }

  private List<Query.Parameter> once(List<Query.Parameter> parameters) {
    if (search.repeatedParameters() == RepeatedParameters.REFUSED) {
      return new ArrayList<>(parameters);
    }
    Map<String, Query.Parameter> counting = new LinkedHashMap<>();
    List<Query.Parameter> result = new ArrayList<>();
    for (Query.Parameter parameter : parameters) {
      if (parameter.name().equals(INCLUDE_FIELD)) {
        result.add(parameter);
      } else if (search.repeatedParameters() == RepeatedParameters.LAST) {
        counting.put(parameter.name(), parameter);
      } else {
        counting.putIfAbsent(parameter.name(), parameter);
      }
    }
    result.addAll(counting.values());
    return result;
  }

  private void check(Query.Parameter parameter) {
    if (search.unknownParameters() == UnknownParameters.REFUSED
        && !isKnown(parameter.name())
        && path(parameter.name()).isEmpty()) {
      throw HttpProblem.badRequest("A query parameter is not known.");
    }
    if (parameter.name().equals(LIMIT) && parameter.rawValue().matches("\\d{1,9}")) {
      int limit = Integer.parseInt(parameter.rawValue());
      if (limit < pages.smallestLimit() || limit > pages.largestLimit()) {
        throw HttpProblem.badRequest("The limit is not in the range of this server.");
      }
    }
  }

  private boolean isKnown(String name) {
    return KNOWN.contains(name)
        || (name.equals("emptyvaluematching") && search.emptyValues() == Extension.DONE)
        || (name.equals("multiplevaluematching") && search.multipleValues() == Extension.DONE);
  }

  private List<Query.Parameter> fields(List<Query.Parameter> parameters) {
    List<Query.Parameter> result = new ArrayList<>();
    boolean seen = false;
    for (Query.Parameter parameter : parameters) {
      boolean field = parameter.name().equals(INCLUDE_FIELD);
      boolean counts =
          switch (search.includeField()) {
            case EITHER -> true;
            case COMMAS -> !seen;
            case REPEATED -> parameter.rawValue().indexOf(',') < 0;
          };
      if (!field || counts) {
        result.add(parameter);
      }
      seen |= field;
    }
    return result;
  }

  private Predicate<Query.Parameter> isPassedOver(Level level) {
    return parameter ->
        (parameter.name().equals("offset") && pages.offset() == Offset.IGNORED)
            || (parameter.name().equals("fuzzymatching") && search.fuzzy() == Fuzzy.IGNORED)
            || (parameter.name().equals("emptyvaluematching")
                && search.emptyValues() == Extension.IGNORED)
            || (parameter.name().equals("multiplevaluematching")
                && search.multipleValues() == Extension.IGNORED)
            || isIgnoredKey(path(parameter.name()), level);
  }

  private boolean isIgnoredKey(List<Integer> path, Level level) {
    if (path.isEmpty()) {
      return false;
    }
    return (search.lowerKeys() == LowerKeys.IGNORED && !level.includes(path.get(0)))
        || (search.sequenceKeys() == SequenceKeys.IGNORED && path.size() > 1);
  }

  /** The tags that a name stands for; none where it is no attribute. */
  private static List<Integer> path(String name) {
    List<Integer> path = new ArrayList<>();
    for (String step : name.split("\\.", -1)) {
      long hex = Tags.parseHex(step);
      OptionalInt tag = hex >= 0 ? OptionalInt.of((int) hex) : Dictionary.tagOf(step);
      if (tag.isEmpty()) {
        return List.of();
      }
      path.add(tag.getAsInt());
    }
    return path;
  }
}
