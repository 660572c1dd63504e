// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.internal.probe;

import io.github.dicomweb.dicom.BulkDataReference;
import io.github.dicomweb.dicom.Element;
import io.github.dicomweb.dicom.Tag;
import io.github.dicomweb.internal.decode.BodyForm;
import io.github.dicomweb.internal.decode.SinglePart;
import io.github.dicomweb.internal.http.Exchange;
import io.github.dicomweb.internal.http.Service;
import io.github.dicomweb.internal.negotiate.Links;
import io.github.dicomweb.profile.Feature;
import io.github.dicomweb.profile.ServerProfile;
import io.github.dicomweb.profile.ServerProfile.BulkDataBase;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/** Where BulkDataURIs lead to. No other origin than the configured one is asked. */
final class BulkSteps {
  private final Probing probing;
  private final HttpUrl base;

  BulkSteps(Probing probing) {
    this.probing = probing;
    this.base = probing.transport().base(Service.RETRIEVE);
  }

  static boolean sameOrigin(HttpUrl one, HttpUrl other) {
    return one.scheme().equals(other.scheme())
        && one.host().equals(other.host())
        && one.port() == other.port();
  }

  void run(Sample sample) {
    // Pixel data are the largest there is, and so the last choice.
    Optional<BulkDataReference> reference =
        sample.metadata().stream()
            .map(Element::tag)
            .filter(tag -> tag != Tag.PixelData)
            .flatMap(tag -> sample.metadata().bulkData(tag).stream())
            .findFirst()
            .or(() -> sample.metadata().bulkData(Tag.PixelData));
    if (reference.isEmpty()) {
      probing.skipped("bulk data: the metadata refer to none");
      return;
    }
    String uri = reference.get().uri().strip();
    if (Links.isAbsolute(uri) || uri.startsWith("/")) {
      absolute(sample.metadataUrl().resolve(uri));
    } else {
      relative(sample, uri);
    }
  }

  private Reply<Boolean> ask(HttpUrl url) {
    return probing.ask(
        Exchange.get(Service.RETRIEVE, url, "bulkdata"),
        "multipart/related; type=\"application/octet-stream\"",
        (answer, warnings) -> BodyForm.of(answer, SinglePart.BULK, warnings).boundary() != null);
  }

  private void absolute(@Nullable HttpUrl url) {
    if (url == null) {
      probing.skipped("bulk data: the reference is no URL that HTTP can follow");
    } else if (sameOrigin(url, base)) {
      Reply<Boolean> reply = ask(url);
      if (reply.value() != null) {
        probing.facts().with(Feature.BULK_DATA);
        probing.certain(reply, "bulk data come by their URI");
      } else {
        probing.unlessRead(reply, "no bulk data by their URI");
      }
    } else {
      elsewhere(url);
    }
  }

  private void elsewhere(HttpUrl url) {
    HttpUrl moved = Links.rebase(url, base);
    if (!sameOrigin(moved, base)) {
      probing.skipped("bulk data: another origin, and no path of the configured one");
      return;
    }
    Reply<Boolean> reply = ask(moved);
    if (reply.value() != null) {
      probing.facts().links(ServerProfile.Links.REBASED).with(Feature.BULK_DATA);
      probing.likely(reply, "bulk data are there, under another origin than their URI names");
    } else {
      probing.unlessRead(reply, "bulk data are at another origin, which was not asked");
    }
  }

  private void relative(Sample sample, String uri) {
    HttpUrl study = directory(base, "studies", sample.study());
    HttpUrl series = directory(study, "series", sample.series());
    HttpUrl instance = directory(series, "instances", sample.instance());
    Map<HttpUrl, BulkDataBase> places = new LinkedHashMap<>();
    place(places, sample.metadataUrl().resolve(uri), BulkDataBase.REQUEST);
    place(places, instance.resolve(uri), BulkDataBase.INSTANCE);
    place(places, series.resolve(uri), BulkDataBase.SERIES);
    place(places, study.resolve(uri), BulkDataBase.STUDY);
    for (Map.Entry<HttpUrl, BulkDataBase> place : places.entrySet()) {
      Reply<Boolean> reply = ask(place.getKey());
      if (reply.value() != null) {
        probing.facts().bulkDataBase(place.getValue()).with(Feature.BULK_DATA);
        probing.certain(reply, "bulk data come by their URI, relative to " + place.getValue());
        return;
      }
      probing.unlessRead(reply, "no bulk data relative to " + place.getValue());
    }
  }

  private void place(Map<HttpUrl, BulkDataBase> places, @Nullable HttpUrl url, BulkDataBase name) {
    if (url != null && sameOrigin(url, base)) {
      places.putIfAbsent(url, name);
    }
  }

  private static HttpUrl directory(HttpUrl parent, String literal, String identifier) {
    HttpUrl.Builder url = parent.newBuilder();
    int last = parent.pathSize() - 1;
    if (parent.pathSegments().get(last).isEmpty()) {
      url.removePathSegment(last);
    }
    return url.addPathSegment(literal).addPathSegment(identifier).addPathSegment("").build();
  }
}
