// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.internal.search;

import io.github.dicomweb.dicom.Dictionary;
import io.github.dicomweb.dicom.Tags;
import io.github.dicomweb.internal.http.Query;
import io.github.dicomweb.profile.ServerProfile;
import io.github.dicomweb.profile.ServerProfile.ListStyle;
import io.github.dicomweb.profile.ServerProfile.QueryEscaping;
import java.util.List;
import java.util.Set;

/**
 * Writes the query of a search (PS3.18 §8.3.1, §8.3.4).
 *
 * <p>For servers that do not decode, what must be encoded can be replaced by wildcards.
 */
final class QueryWriter {
  private static final Set<String> WILDCARD_VRS =
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
                    && match.getValue().stream().anyMatch(Query::needsDecoding));
  }

  static boolean allowsWildcards(String attribute) {
    String last = attribute.substring(attribute.lastIndexOf('.') + 1);
    return Tags.parse(last).stream()
        .mapToObj(Dictionary::find)
        .flatMap(entry -> entry.stream())
        .anyMatch(entry -> WILDCARD_VRS.contains(entry.vr().toString()));
  }

  String write(SearchQuery query, long limit, long offset) {
    Query out = new Query();
    query.matches().forEach((attribute, values) -> out.add(attribute, list(attribute, values)));
    List<String> fields = query.includeFields();
    if (profile.includeFieldStyle() == ListStyle.REPEATED) {
      fields.forEach(field -> out.add("includefield", field));
    } else if (!fields.isEmpty()) {
      out.add("includefield", fields);
    }
    if (query.fuzzy()) {
      out.add("fuzzymatching", "true");
    }
    if (limit >= 0) {
      out.add("limit", Long.toString(limit));
    }
    if (offset > 0) {
      out.add("offset", Long.toString(offset));
    }
    return out.encoded();
  }

  private List<String> list(String attribute, List<String> values) {
    boolean wildcards = escaping == QueryEscaping.WILDCARD && allowsWildcards(attribute);
    return wildcards ? values.stream().map(QueryWriter::wildcards).toList() : values;
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
