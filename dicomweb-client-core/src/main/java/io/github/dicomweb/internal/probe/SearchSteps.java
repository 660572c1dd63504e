// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.internal.probe;

import io.github.dicomweb.dicom.Dataset;
import io.github.dicomweb.dicom.Tag;
import io.github.dicomweb.error.Warning;
import io.github.dicomweb.internal.decode.DatasetStream;
import io.github.dicomweb.internal.http.Answer;
import io.github.dicomweb.internal.http.Exchange;
import io.github.dicomweb.internal.http.Query;
import io.github.dicomweb.internal.http.Service;
import io.github.dicomweb.internal.multipart.ContentType;
import io.github.dicomweb.profile.Feature;
import io.github.dicomweb.profile.ServerProfile.Links;
import io.github.dicomweb.profile.ServerProfile.Matching;
import io.github.dicomweb.profile.ServerProfile.Paging;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/** What searches show. */
final class SearchSteps {
  static final String JSON = "application/dicom+json";
  private static final String XML = "multipart/related; type=\"application/dicom+xml\"";

  private static final int SERIES = 20;
  private static final Set<String> NO_PICTURES =
      Set.of(
          "ASMT",
          "AU",
          "DOC",
          "ECG",
          "EEG",
          "EMG",
          "EOG",
          "EPS",
          "FID",
          "HD",
          "KO",
          "M3D",
          "PLAN",
          "PR",
          "REG",
          "RESP",
          "RTINTENT",
          "RTPLAN",
          "RTRAD",
          "RTRECORD",
          "RTSEGANN",
          "RTSTRUCT",
          "SR",
          "TEXTUREMAP");

  private final Probing probing;

  SearchSteps(Probing probing) {
    this.probing = probing;
  }

  /** At most two results: one more than was asked for tells that limits are ignored. */
  List<Dataset> two(Answer answer, List<Warning> warnings) {
    return some(answer, warnings, 2);
  }

  private List<Dataset> some(Answer answer, List<Warning> warnings, int most) {
    List<Dataset> results = new ArrayList<>();
    try (DatasetStream stream = DatasetStream.open(answer, probing.transport().limits())) {
      for (Dataset d = stream.next(); d != null && results.size() < most; d = stream.next()) {
        results.add(d);
      }
      stream.warnings().stream().filter(w -> !warnings.contains(w)).forEach(warnings::add);
    }
    return results;
  }

  Reply<List<Dataset>> search(Exchange.Builder resource, String query) {
    return probing.ask(resource.query(query), JSON, this::two);
  }

  /** Series, those first whose modality has pictures: without them half of the steps are idle. */
  Reply<List<Dataset>> likelyPictured(Exchange.Builder series) {
    return probing.ask(
        series.query("limit=" + SERIES),
        JSON,
        (answer, warnings) ->
            some(answer, warnings, SERIES).stream()
                .sorted(Comparator.comparing(SearchSteps::hasNoPictures))
                .toList());
  }

  private static boolean hasNoPictures(Dataset series) {
    return series.string(Tag.Modality).filter(NO_PICTURES::contains).isPresent();
  }

  private static Exchange.Builder studies() {
    return Exchange.get(Service.SEARCH).path("studies");
  }

  /** The first study, if there is any. */
  @Nullable Dataset first() {
    Reply<List<Dataset>> reply = search(studies(), "limit=1");
    List<Dataset> results = reply.value();
    if (results == null) {
      probing.unlessRead(reply, "studies cannot be searched like this");
      return null;
    }
    if (results.isEmpty()) {
      probing.certain(reply, "search works; there is nothing to find");
      return null;
    }
    probing.certain(reply, results.size() > 1 ? "search works; it ignores limit" : "search works");
    links(reply, results.get(0));
    return results.get(0);
  }

  private void links(Reply<?> reply, Dataset study) {
    Optional<HttpUrl> link = study.string(Tag.RetrieveURL).map(HttpUrl::parse);
    HttpUrl base = probing.transport().base(Service.RETRIEVE);
    if (link.filter(url -> !BulkSteps.sameOrigin(url, base)).isPresent()) {
      probing.facts().links(Links.REBASED);
      probing.likely(reply, "Retrieve URLs name another origin than the configured one");
    }
  }

  void options() {
    Reply<Boolean> reply =
        probing.ask(
            Exchange.options(Service.SEARCH).named("/"),
            "*/*",
            (answer, warnings) -> !answer.source().exhausted());
    if (reply.value() == null) {
      probing.unlessRead(reply, "no description of its services");
    } else {
      probing.certain(
          reply,
          reply.value() ? "describes its services" : "answers OPTIONS, and describes nothing");
    }
  }

  void xml() {
    Reply<Boolean> reply =
        probing.ask(
            studies().query("limit=1"),
            XML,
            (answer, warnings) -> {
              ContentType type = answer.contentType();
              return type != null
                  && (type.isMultipart() || type.mediaType().equals("application/dicom+xml"));
            });
    if (reply.value() == null) {
      probing.unlessRead(reply, "no results in XML");
    } else {
      probing.certain(
          reply, reply.value() ? "results in XML too" : "asked for XML it gives something else");
    }
  }

  /** A UID that nobody has. */
  void nothing() {
    UUID random = UUID.randomUUID();
    BigInteger number = new BigInteger(random.toString().replace("-", ""), 16);
    Reply<List<Dataset>> reply =
        search(
            studies(),
            new Query().add("StudyInstanceUID", "2.25." + number).add("limit", "1").encoded());
    List<Dataset> results = reply.value();
    if (results == null) {
      probing.unlessRead(reply, "does not search by Study Instance UID");
    } else if (results.isEmpty()) {
      probing.certain(
          reply, reply.status() == 204 ? "no result is 204" : "no result is 200, an empty list");
    } else {
      probing.facts().matching(Matching.CLIENT);
      probing.certain(reply, "ignores what is to be matched");
    }
  }

  void offset(String first) {
    Reply<List<Dataset>> reply = search(studies(), "limit=1&offset=1");
    List<Dataset> results = reply.value();
    if (results == null) {
      probing.unlessRead(reply, "refuses offset");
    } else if (results.isEmpty()) {
      probing.unknown(reply, "one study is not enough to see pages");
    } else if (results.get(0).string(Tag.StudyInstanceUID).filter(first::equals).isPresent()) {
      probing.facts().paging(Paging.NONE);
      probing.certain(reply, "ignores offset");
    } else {
      probing.facts().paging(Paging.OFFSET);
      probing.certain(reply, "pages by limit and offset");
    }
  }

  void relational() {
    Reply<List<Dataset>> reply = search(Exchange.get(Service.SEARCH).path("instances"), "limit=1");
    if (reply.value() != null) {
      probing.facts().with(Feature.RELATIONAL_SEARCH);
      probing.certain(reply, "searches for instances of all studies");
    } else if (reply.missing() || reply.status() == 400) {
      probing.facts().without(Feature.RELATIONAL_SEARCH);
      String meaning = "does not search for instances of all studies";
      if (reply.missing()) {
        probing.certain(reply, meaning);
      } else {
        probing.likely(reply, meaning);
      }
    } else {
      probing.unlessRead(reply, "whether it searches all studies is open");
    }
  }
}
