// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.internal.search;

import io.github.dicomweb.dicom.Dictionary;
import io.github.dicomweb.dicom.DictionaryEntry;
import io.github.dicomweb.dicom.Tags;
import io.github.dicomweb.dicom.VR;
import io.github.dicomweb.internal.http.Query;
import io.github.dicomweb.internal.search.SearchQuery.Option;
import io.github.dicomweb.profile.ServerProfile;
import io.github.dicomweb.profile.ServerProfile.ListStyle;
import io.github.dicomweb.profile.ServerProfile.MatchingParameters;
import io.github.dicomweb.profile.ServerProfile.QueryEscaping;
import io.github.dicomweb.profile.ServerProfile.ValueSeparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Writes the query of a search (PS3.18 §8.3.1, §8.3.4).
 *
 * <p>For servers that do not decode, what must be encoded can be replaced by wildcards.
 */
final class QueryWriter {
  static final Set<String> WILDCARD_VRS =
      Set.of("AE", "CS", "LO", "LT", "PN", "SH", "ST", "UC", "UR", "UT");

  private final ServerProfile profile;
  private final QueryEscaping escaping;

  QueryWriter(ServerProfile profile, QueryEscaping escaping) {
    this.profile = profile;
    this.escaping = escaping;
  }

  /** Whether a server that does not decode would misread this query. */
  static boolean needsDecoding(SearchQuery query) {
    return query.matches().entrySet().stream()
        .anyMatch(
            match ->
                allowsWildcards(match.getKey())
                    && match.getValue().stream()
                        .anyMatch(value -> !isNothing(query, value) && Query.needsDecoding(value)));
  }

  static boolean allowsWildcards(String attribute) {
    return vr(attribute).filter(vr -> WILDCARD_VRS.contains(vr.toString())).isPresent();
  }

  static Optional<VR> vr(String attribute) {
    String last = attribute.substring(attribute.lastIndexOf('.') + 1);
    return Tags.parse(last).stream()
        .mapToObj(Dictionary::find)
        .flatMap(Optional::stream)
        .map(DictionaryEntry::vr)
        .findFirst();
  }

  /** Whether a value stands for none: no wildcard can take its place. */
  private static boolean isNothing(SearchQuery query, String value) {
    return query.has(Option.EMPTY_VALUES) && value.equals(SearchQuery.NOTHING);
  }

  String write(SearchQuery query, long limit, long offset) {
    Query out = new Query();
    query
        .matches()
        .forEach(
            (attribute, values) ->
                out.add(attribute, list(query, attribute, values), separator(attribute)));
    List<String> fields = query.includeFields();
    if (profile.includeFieldStyle() == ListStyle.REPEATED) {
      fields.forEach(field -> out.add("includefield", field));
    } else if (!fields.isEmpty()) {
      out.add("includefield", fields);
    }
    if (query.has(Option.FUZZY)) {
      out.add("fuzzymatching", "true");
    }
    boolean told = profile.matchingParameters() == MatchingParameters.SENT;
    if (told && query.has(Option.EMPTY_VALUES)) {
      out.add("emptyvaluematching", "true");
    }
    if (told && query.has(Option.MULTIPLE_VALUES)) {
      out.add("multiplevaluematching", "true");
    }
    query.parameters().forEach((name, value) -> out.add(Query.encode(name), value));
    if (limit >= 0) {
      out.add("limit", Long.toString(limit));
    }
    if (offset > 0) {
      out.add("offset", Long.toString(offset));
    }
    return out.encoded();
  }

  private List<String> list(SearchQuery query, String attribute, List<String> values) {
    boolean wildcards = escaping == QueryEscaping.WILDCARD && allowsWildcards(attribute);
    return wildcards
        ? values.stream()
            .map(v -> isNothing(query, v) ? v : wildcards(firstGroup(attribute, v)))
            .toList()
        : values;
  }

  /**
   * The name up to its second group, and anything behind: servers match names group by group or as
   * one text, and no wildcard stands for what is between groups to both.
   */
  private static String firstGroup(String attribute, String value) {
    int end = value.indexOf('=');
    return end >= 0 && vr(attribute).filter(VR.PN::equals).isPresent()
        ? value.substring(0, end) + "*"
        : value;
  }

  /** Lists of UIDs have commas everywhere; servers disagree about all others. */
  private String separator(String attribute) {
    boolean backslash =
        profile.valueSeparator() == ValueSeparator.BACKSLASH
            && vr(attribute).filter(VR.UI::equals).isEmpty();
    return backslash ? "%5C" : ",";
  }

  /** Puts {@code ?} for what a server that does not decode would not understand. */
  private static String wildcards(String value) {
    StringBuilder out = new StringBuilder(value.length());
    value
        .codePoints()
        .forEach(
            c -> {
              if (c < 128 && Query.LITERAL.indexOf(c) >= 0) {
                out.append((char) c);
              } else if (c < 128) {
                out.append('?');
              } else if (out.isEmpty() || out.charAt(out.length() - 1) != '*') {
                // How many characters the server counts here depends on its encoding.
                out.append('*');
              }
            });
    return out.toString();
  }
}
