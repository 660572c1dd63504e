// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.internal.probe;

import io.github.dicomweb.dicom.Dataset;
import io.github.dicomweb.dicom.Element;
import io.github.dicomweb.dicom.Tag;
import io.github.dicomweb.dicom.Tags;
import io.github.dicomweb.internal.http.Query;
import io.github.dicomweb.internal.http.Service;
import io.github.dicomweb.profile.Feature;
import io.github.dicomweb.profile.ServerProfile.ListStyle;
import java.util.List;
import java.util.Set;

/** How attributes are asked for that do not come by themselves. */
final class FieldSteps {
  private static final Set<String> PLAIN = Set.of("CS", "LO", "SH", "DA", "TM", "UI", "ST", "AS");

  private final Probing probing;
  private final SearchSteps searches;

  FieldSteps(Probing probing, SearchSteps searches) {
    this.probing = probing;
    this.searches = searches;
  }

  void run(Sample sample) {
    List<Integer> fields =
        sample.metadata().stream()
            .filter(element -> usable(sample, element))
            .map(Element::tag)
            .limit(2)
            .toList();
    if (fields.size() < 2) {
      probing.skipped("includefield: no two attributes to ask for");
      return;
    }
    List<String> names = fields.stream().map(Tags::keyword).toList();
    Reply<List<Dataset>> together = ask(sample, new Query().add("includefield", names));
    if (hasAll(together, sample, fields)) {
      probing.facts().includeFieldStyle(ListStyle.COMMA).with(Feature.INCLUDE_FIELD);
      probing.certain(together, "includefield takes a list");
      return;
    }
    Query repeated = new Query();
    names.forEach(name -> repeated.add("includefield", name));
    Reply<List<Dataset>> apart = ask(sample, repeated);
    if (hasAll(apart, sample, fields)) {
      probing.facts().includeFieldStyle(ListStyle.REPEATED).with(Feature.INCLUDE_FIELD);
      probing.certain(apart, "includefield is repeated for each attribute");
    } else {
      probing.unknown(apart, "includefield did not bring what was asked for");
    }
  }

  private static boolean usable(Sample sample, Element element) {
    int tag = element.tag();
    return !sample.found().contains(tag)
        && PLAIN.contains(element.vr().toString())
        && !Tags.keyword(tag).isEmpty()
        && sample.metadata().string(tag).isPresent();
  }

  private Reply<List<Dataset>> ask(Sample sample, Query query) {
    return searches.search(
        Sample.getSeries(Service.SEARCH, sample.study(), sample.series()).path("instances"),
        query.add("limit", "1").encoded());
  }

  private static boolean hasAll(Reply<List<Dataset>> reply, Sample sample, List<Integer> fields) {
    if (reply.value() == null || reply.value().isEmpty()) {
      return false;
    }
    Dataset result = reply.value().get(0);
    return result.string(Tag.SOPInstanceUID).filter(sample.instance()::equals).isPresent()
        && fields.stream().allMatch(tag -> result.string(tag).isPresent());
  }
}
