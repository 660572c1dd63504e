// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.internal.probe;

import io.github.dicomweb.dicom.Dataset;
import io.github.dicomweb.dicom.Tag;
import io.github.dicomweb.internal.decode.BodyForm;
import io.github.dicomweb.internal.decode.SinglePart;
import io.github.dicomweb.internal.http.Exchange;
import io.github.dicomweb.internal.http.Query;
import io.github.dicomweb.internal.http.Service;
import io.github.dicomweb.profile.Feature;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/** What can be retrieved. */
final class RetrieveSteps {
  private static final String DICOM =
      "multipart/related; type=\"application/dicom\"; transfer-syntax=*";

  private final Probing probing;
  private final SearchSteps searches;

  RetrieveSteps(Probing probing, SearchSteps searches) {
    this.probing = probing;
    this.searches = searches;
  }

  /** One instance of a study, with its metadata. */
  @Nullable Sample sample(String study) {
    Optional<String> series =
        first(
                searches.likelyPictured(Sample.getStudy(Service.SEARCH, study).path("series")),
                "series of a study")
            .flatMap(d -> Sample.identifier(d, Tag.SeriesInstanceUID));
    if (series.isEmpty()) {
      return null;
    }
    Optional<Dataset> found =
        first(
            searches.search(
                Sample.getSeries(Service.SEARCH, study, series.get()).path("instances"), "limit=1"),
            "instances of a series");
    Optional<String> instance = found.flatMap(d -> Sample.identifier(d, Tag.SOPInstanceUID));
    return instance.isEmpty() ? null : metadata(study, series.get(), instance.get(), found.get());
  }

  private Optional<Dataset> first(Reply<List<Dataset>> reply, String what) {
    if (reply.value() == null || reply.value().isEmpty()) {
      probing.unknown(reply, "no " + what);
      return Optional.empty();
    }
    probing.certain(reply, "searches for the " + what);
    return Optional.of(reply.value().get(0));
  }

  private Sample metadata(String study, String series, String instance, Dataset found) {
    Reply<Map.Entry<HttpUrl, List<Dataset>>> reply =
        probing.ask(
            Sample.getInstance(study, series, instance).path("metadata"),
            SearchSteps.JSON,
            (answer, warnings) -> Map.entry(answer.url(), searches.two(answer, warnings)));
    HttpUrl base = probing.transport().base(Service.RETRIEVE);
    if (reply.value() == null || reply.value().getValue().isEmpty()) {
      probing.unknown(reply, "no metadata in JSON");
      return new Sample(study, series, instance, found, Dataset.empty(), base);
    }
    probing.certain(reply, "metadata in JSON");
    Dataset metadata = reply.value().getValue().get(0);
    return new Sample(study, series, instance, found, metadata, reply.value().getKey());
  }

  void instances(Sample sample) {
    offered(
        body(sample.get(), DICOM, SinglePart.INSTANCE),
        "single instances",
        Feature.INSTANCE_RETRIEVAL);
    offered(
        body(Sample.getStudy(Service.RETRIEVE, sample.study()), DICOM, SinglePart.INSTANCE),
        "whole studies",
        Feature.STUDY_RETRIEVAL);
    offered(
        body(
            Sample.getSeries(Service.RETRIEVE, sample.study(), sample.series()),
            DICOM,
            SinglePart.INSTANCE),
        "whole series",
        Feature.SERIES_RETRIEVAL);
    offered(
        probing.ask(
            Sample.getStudy(Service.RETRIEVE, sample.study()).path("metadata"),
            SearchSteps.JSON,
            searches::two),
        "metadata of whole studies",
        Feature.STUDY_METADATA);
  }

  void pictures(Sample sample) {
    if (!sample.hasPixels()) {
      probing.skipped("rendered images and thumbnails: the instance has no pixels");
      return;
    }
    String jpeg = "image/jpeg";
    offered(
        body(sample.get().path("rendered"), jpeg, SinglePart.RENDERED),
        "rendered instances",
        Feature.RENDERED);
    offered(
        body(sample.get().path("thumbnail"), jpeg, SinglePart.RENDERED),
        "thumbnails",
        Feature.THUMBNAIL);
  }

  void byUri(Sample sample) {
    HttpUrl uri = probing.transport().base(Service.URI);
    if (uri.equals(probing.transport().base(Service.RETRIEVE))) {
      probing.skipped("WADO-URI: no URL was set for it");
      return;
    }
    String query =
        new Query()
            .add("requestType", "WADO")
            .add("studyUID", sample.study())
            .add("seriesUID", sample.series())
            .add("objectUID", sample.instance())
            .add("contentType", "application/dicom")
            .encoded();
    offered(
        body(
            Exchange.get(Service.URI).named("wado").query(query),
            "application/dicom",
            SinglePart.INSTANCE),
        "objects by WADO-URI",
        Feature.WADO_URI);
  }

  private Reply<BodyForm> body(Exchange.Builder resource, String accept, SinglePart single) {
    return probing.ask(
        resource, accept, (answer, warnings) -> BodyForm.of(answer, single, warnings));
  }

  private void offered(Reply<?> reply, String what, Feature feature) {
    if (reply.value() != null) {
      probing.facts().with(feature);
      probing.certain(reply, "has " + what);
    } else if (reply.missing()) {
      probing.facts().without(feature);
      probing.likely(reply, "does not have " + what);
    } else {
      probing.unlessRead(reply, "whether it has " + what + " is open");
    }
  }
}
