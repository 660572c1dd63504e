// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.profile;

import io.github.dicomweb.profile.ServerProfile.BulkDataBase;
import io.github.dicomweb.profile.ServerProfile.Links;
import io.github.dicomweb.profile.ServerProfile.PartStyle;
import io.github.dicomweb.profile.ServerProfile.TypeQuotes;

/** What the keys of a data source say of its server. */
final class OhifFacts {
  private OhifFacts() {}

  static ServerProfile read(OhifNode source) {
    boolean isStatic = source.flag("staticWado").orElse(false);
    ServerProfileBuilder facts =
        (isStatic ? ServerProfile.staticDicomWeb() : ServerProfile.standard()).toBuilder();
    has(source, "supportsFuzzyMatching", facts, Feature.FUZZY_MATCHING);
    has(source, "supportsWildcard", facts, Feature.WILDCARDS);
    has(source, "qidoSupportsIncludeField", facts, Feature.INCLUDE_FIELD);
    has(source, "supportsReject", facts, Feature.REJECT);
    has(source, "supportsStow", facts, Feature.STORE);
    // That a viewer shows no button does not say that the server cannot store.
    if (source.flag("dicomUploadEnabled").orElse(false)) {
      facts.with(Feature.STORE);
    }
    source
        .list("singlepart")
        .ifPresent(l -> facts.partStyle(l.isEmpty() ? PartStyle.MULTIPART : PartStyle.SINGLE));
    source
        .flag("omitQuotationForMultipartRequest")
        .ifPresent(omit -> facts.typeQuotes(omit ? TypeQuotes.BARE : TypeQuotes.QUOTED));
    source.object("bulkDataURI").ifPresent(bulk -> bulkData(bulk, facts));
    if (source.text("wadoUriRoot").isEmpty()) {
      facts.without(Feature.WADO_URI);
    }
    return facts.build();
  }

  private static void has(
      OhifNode source, String key, ServerProfileBuilder facts, Feature feature) {
    source
        .flag(key)
        .ifPresent(
            offered -> {
              if (offered) {
                facts.with(feature);
              } else {
                facts.without(feature);
              }
            });
  }

  private static void bulkData(OhifNode bulk, ServerProfileBuilder facts) {
    String key = "relativeResolution";
    bulk.text(key)
        .ifPresent(
            level ->
                facts.bulkDataBase(
                    switch (level) {
                      case "studies" -> BulkDataBase.STUDY;
                      case "series" -> BulkDataBase.SERIES;
                      case "instances" -> BulkDataBase.INSTANCE;
                      default -> throw bulk.wrong(key, "must be studies, series or instances");
                    }));
    // An origin that the viewer has to replace is one that nobody but the server knows.
    boolean replaced = bulk.text("startsWith").isPresent();
    boolean replacement = bulk.text("prefixWith").isPresent();
    if (replaced || replacement) {
      facts.links(Links.REBASED);
    }
  }
}
