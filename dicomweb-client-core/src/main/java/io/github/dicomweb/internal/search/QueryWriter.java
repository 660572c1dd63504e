// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.internal.search;

import io.github.dicomweb.dicom.Dictionary;
import io.github.dicomweb.dicom.DictionaryEntry;
import io.github.dicomweb.dicom.Tags;
import io.github.dicomweb.dicom.VR;
import io.github.dicomweb.internal.http.Percent;
import io.github.dicomweb.internal.search.SearchQuery.Option;
import io.github.dicomweb.profile.ServerProfile;
import io.github.dicomweb.profile.ServerProfile.ListStyle;
import io.github.dicomweb.profile.ServerProfile.MatchingParameters;
import io.github.dicomweb.profile.ServerProfile.QueryEscaping;
import io.github.dicomweb.profile.ServerProfile.ValueSeparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Writes the query of a search (PS3.18 §8.3.1, §8.3.4).
 *
 * <p>Some servers split lists at commas before they decode, so the comma between values stays as it
 * is and a comma within a value is encoded. Some do not decode at all: what need not be encoded is
 * therefore left alone, and what must be can be replaced by wildcards.
 */
final class QueryWriter {
  // All that RFC 3986 §3.4 lets stand in a query, less the separators & = + , ; and the quote,
  // which servers and proxies treat in ways of their own.
  private static final String LITERAL =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~*?:/@!$()";

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
                        .anyMatch(
                            value ->
                                !isNothing(query, value)
                                    && !Percent.encode(value, LITERAL).equals(value)));
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
    StringBuilder out = new StringBuilder();
    query
        .matches()
        .forEach((attribute, values) -> append(out, attribute, list(query, attribute, values)));
    List<String> fields = query.includeFields();
    if (profile.includeFieldStyle() == ListStyle.REPEATED) {
      fields.forEach(field -> append(out, "includefield", field));
    } else if (!fields.isEmpty()) {
      append(out, "includefield", String.join(",", fields));
    }
    if (query.has(Option.FUZZY)) {
      append(out, "fuzzymatching", "true");
    }
    boolean told = profile.matchingParameters() == MatchingParameters.SENT;
    if (told && query.has(Option.EMPTY_VALUES)) {
      append(out, "emptyvaluematching", "true");
    }
    if (told && query.has(Option.MULTIPLE_VALUES)) {
      append(out, "multiplevaluematching", "true");
    }
    if (limit >= 0) {
      append(out, "limit", Long.toString(limit));
    }
    if (offset > 0) {
      append(out, "offset", Long.toString(offset));
    }
    return out.toString();
  }

  private String list(SearchQuery query, String attribute, List<String> values) {
    boolean wildcards = escaping == QueryEscaping.WILDCARD && allowsWildcards(attribute);
    return values.stream()
        .map(value -> wildcards && !isNothing(query, value) ? wildcards(value) : value)
        .map(value -> Percent.encode(value, LITERAL))
        .collect(Collectors.joining(separator(attribute)));
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
              if (c < 128 && LITERAL.indexOf(c) >= 0) {
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

  private static void append(StringBuilder out, String name, String value) {
    out.append(out.isEmpty() ? "" : "&").append(name).append('=').append(value);
  }
}
