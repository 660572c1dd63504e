// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.internal.search;

import io.github.dicomweb.internal.negotiate.Gate;
import io.github.dicomweb.internal.search.SearchQuery.Option;
import io.github.dicomweb.profile.Feature;
import io.github.dicomweb.profile.ServerProfile;
import io.github.dicomweb.profile.ServerProfile.Matching;

/** Refuses what a server does not do, since most would ignore it and give something else. */
final class Offered {
  private Offered() {}

  static void check(SearchQuery query, ServerProfile profile) {
    if (query.has(Option.FUZZY)) {
      Gate.require(profile, Feature.FUZZY_MATCHING);
    }
    if (!query.includeFields().isEmpty()) {
      Gate.require(profile, Feature.INCLUDE_FIELD);
    }
    // Where the matching is done here, so are wildcards.
    if (profile.matching() == Matching.SERVER && hasWildcards(query)) {
      Gate.require(profile, Feature.WILDCARDS);
    }
  }

  private static boolean hasWildcards(SearchQuery query) {
    return query.matches().entrySet().stream()
        .anyMatch(
            match ->
                QueryWriter.allowsWildcards(match.getKey())
                    && match.getValue().stream()
                        .anyMatch(v -> v.indexOf('*') >= 0 || v.indexOf('?') >= 0));
  }
}
