// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.github.dicomweb.auth.Credentials;
import io.github.dicomweb.error.AuthenticationException;
import io.github.dicomweb.error.TransportException;
import io.github.dicomweb.probe.ProbeFinding;
import io.github.dicomweb.probe.ProbeFinding.Certainty;
import io.github.dicomweb.probe.ProbeReport;
import io.github.dicomweb.probe.ProbeRequest;
import io.github.dicomweb.profile.Feature;
import io.github.dicomweb.profile.ServerProfile;
import io.github.dicomweb.profile.ServerProfile.AcceptStyle;
import io.github.dicomweb.profile.ServerProfile.AnyTransferSyntax;
import io.github.dicomweb.profile.ServerProfile.BulkDataBase;
import io.github.dicomweb.profile.ServerProfile.Links;
import io.github.dicomweb.profile.ServerProfile.ListStyle;
import io.github.dicomweb.profile.ServerProfile.Matching;
import io.github.dicomweb.profile.ServerProfile.Paging;
import io.github.dicomweb.profile.ServerProfile.PartStyle;
import io.github.dicomweb.profile.ServerProfile.QueryEscaping;
import io.github.dicomweb.profile.ServerProfile.TypeQuotes;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import mockwebserver3.MockResponse;
import mockwebserver3.SocketEffect;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a probe asks of servers of several kinds, and what it concludes. */
class ProbeTest {
  @RegisterExtension final Wire wire = new Wire();

  private final ProbedServer server = new ProbedServer();

  private DicomWebClient client() {
    wire.dispatch(server::answer);
    return wire.client(
        wire.builder()
            .wadoUriUrl(wire.server().url("/wado").toString())
            .credentials(Credentials.bearer(() -> "t0ps3cret")));
  }

  private ProbeReport probe() {
    ProbeReport report = client().probe().execute();
    assertThat(report.requests())
        .isEqualTo(server.seen.size())
        .isLessThanOrEqualTo(ProbeRequest.REQUESTS);
    assertThat(server.seen).allMatch(line -> line.matches("(GET|OPTIONS) /(dicom-web|wado).*"));
    assertNoIdentifiers(report);
    return report;
  }

  private static void assertNoIdentifiers(ProbeReport report) {
    String text = report + " " + report.findings() + " " + report.warnings() + report.profile();
    for (String secret : List.of("2.25", "Geheimnis", "Gustav", "t0ps3cret", "localhost")) {
      assertThat(text).doesNotContain(secret);
    }
  }

  private static String said(ProbeReport report) {
    return report.findings().stream().map(ProbeFinding::meaning).collect(Collectors.joining("\n"));
  }

  private String bulkUrl(String origin) {
    return "%s/dicom-web/studies/%s/series/%s/instances/%s/bulk/1"
        .formatted(origin, ProbedServer.STUDY, ProbedServer.SERIES, ProbedServer.INSTANCE);
  }

  @Test
  void series_ofReports_isPassedOverForOneWithPictures() {
    ProbeReport before = probe();
    server.reportFirst = true;
    server.seen.clear();
    assertThat(said(probe())).isEqualTo(said(before)).contains("a frame comes");
  }

  @Test
  void standardServer_isFoundToBeOne() {
    server.bulk = bulkUrl("");
    ProbeReport report = probe();
    assertThat(report.profile())
        .isEqualTo(
            ServerProfile.standard().toBuilder()
                .queryEscaping(QueryEscaping.PERCENT)
                .acceptStyle(AcceptStyle.SEVERAL)
                .build());
    assertThat(report.warnings()).isEmpty();
    assertThat(report.findings())
        .extracting(ProbeFinding::request)
        .containsExactly(
            "GET /studies",
            "OPTIONS /",
            "GET /studies",
            "GET /instances",
            "GET /studies",
            "GET /studies",
            "GET /studies/{study}/series",
            "GET /studies/{study}/series/{series}/instances",
            "GET /studies/{study}/series/{series}/instances/{instance}/metadata",
            "GET /studies/{study}/series/{series}/instances/{instance}/frames/1",
            "GET /studies/{study}/series/{series}/instances/{instance}/frames/1",
            "GET /studies/{study}/series/{series}/instances/{instance}/frames/1",
            "GET /studies/{study}/series/{series}/instances/{instance}/rendered",
            "GET /studies/{study}/series/{series}/instances/{instance}/thumbnail",
            "GET {bulkdata}",
            "GET wado",
            "GET /studies/{study}/series/{series}/instances/{instance}",
            "GET /studies/{study}",
            "GET /studies/{study}/series/{series}",
            "GET /studies/{study}/metadata",
            "GET /studies/{study}/series/{series}/instances",
            "GET /studies");
    assertThat(report.findings()).allMatch(f -> f.status() == 200 || f.status() == 204);
    assertThat(report.findings()).noneMatch(f -> f.certainty() == Certainty.UNKNOWN);
    assertThat(server.seen)
        .contains(
            "GET /dicom-web/studies?limit=1",
            "OPTIONS /dicom-web",
            "GET /dicom-web/studies?PatientName=Geheimnis%5EGustav&limit=1",
            "GET /dicom-web/studies?limit=1&offset=1");
  }

  @Test
  void serverLikeOrthanc_isFoundOut() {
    server.decodes = false;
    server.empty = 200;
    server.options = false;
    server.lists = false;
    server.single = false;
    server.thumbnail = false;
    server.xml = false;
    server.bulk = bulkUrl("http://pacs.inside:8042");
    ProbeReport report = probe();
    assertThat(report.profile())
        .isEqualTo(
            ServerProfile.standard().toBuilder()
                .queryEscaping(QueryEscaping.WILDCARD)
                .links(Links.REBASED)
                .without(Feature.THUMBNAIL)
                .build());
    assertThat(said(report))
        .contains("no result is 200", "frames in multipart bodies only", "no results in XML")
        .contains("does not pick from a list");
    assertThat(server.seen).contains("GET /dicom-web/studies?PatientName=Geheimnis?Gustav&limit=1");
  }

  @Test
  void serverWithoutInstances_isFoundOut() {
    server.instances = false;
    server.collections = false;
    assertThat(probe().profile().features())
        .doesNotContain(
            Feature.INSTANCE_RETRIEVAL, Feature.SERIES_RETRIEVAL, Feature.STUDY_RETRIEVAL);
  }

  @Test
  void serverLikeAws_isFoundOut() {
    server.relational = false;
    server.collections = false;
    server.multipart = false;
    server.rendered = false;
    server.thumbnail = false;
    server.xml = false;
    server.wado = false;
    ProbeReport report = probe();
    assertThat(report.profile())
        .isEqualTo(
            ServerProfile.standard().toBuilder()
                .queryEscaping(QueryEscaping.PERCENT)
                .partStyle(PartStyle.SINGLE)
                .acceptStyle(AcceptStyle.SEVERAL)
                .without(
                    Feature.RELATIONAL_SEARCH,
                    Feature.STUDY_RETRIEVAL,
                    Feature.SERIES_RETRIEVAL,
                    Feature.STUDY_METADATA,
                    Feature.RENDERED,
                    Feature.THUMBNAIL,
                    Feature.WADO_URI)
                .build());
    assertThat(said(report)).contains("a frame comes alone", "the metadata refer to none");
  }

  @Test
  void serverOfFiles_ignoringWhatIsAsked_isFoundOut() {
    server.matches = false;
    server.pages = false;
    ProbeReport report = probe();
    assertThat(report.profile().matching()).isEqualTo(Matching.CLIENT);
    assertThat(report.profile().paging()).isEqualTo(Paging.NONE);
    assertThat(report.profile().queryEscaping())
        .as("what is ignored shows nothing of decoding")
        .isEqualTo(QueryEscaping.ADAPTIVE);
    assertThat(said(report)).contains("ignores limit", "ignores offset");
  }

  @Test
  void wordsOfRanges_areFoundByTrying() {
    server.stars = false;
    assertThat(probe().profile().anyTransferSyntax()).isEqualTo(AnyTransferSyntax.OMITTED);
    server.seen.clear();
    server.quotes = false;
    assertThat(probe().profile().typeQuotes()).isEqualTo(TypeQuotes.BARE);
    server.seen.clear();
    server.quotes = true;
    server.multipart = false;
    server.stars = true;
    assertThat(probe().profile().partStyle()).isEqualTo(PartStyle.SINGLE);
  }

  @Test
  void includeField_thatHasToBeRepeated_isFound() {
    server.commaFields = false;
    assertThat(probe().profile().includeFieldStyle()).isEqualTo(ListStyle.REPEATED);
    assertThat(server.seen)
        .anyMatch(line -> line.contains("includefield=Modality,Manufacturer&limit=1"))
        .anyMatch(line -> line.contains("includefield=Modality&includefield=Manufacturer&limit=1"));
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void escaping_withoutATellingName_isLearnedFromTheUid(boolean decodes) {
    server.name = "Nobody";
    server.decodes = decodes;
    assertThat(probe().profile().queryEscaping())
        .isEqualTo(decodes ? QueryEscaping.PERCENT : QueryEscaping.WILDCARD);
    assertThat(server.seen)
        .contains("GET /dicom-web/studies?StudyInstanceUID=2%2E25%2E7770001&limit=1");
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void escaping_whereNamesAreNotFound_isLearnedFromTheUid(boolean decodes) {
    server.findsNames = false;
    server.decodes = decodes;
    assertThat(probe().profile().queryEscaping())
        .isEqualTo(decodes ? QueryEscaping.PERCENT : QueryEscaping.WILDCARD);
  }

  @Test
  void escaping_ofANameInSeveralWritings_isLearnedFromTheUid() {
    server.name = "Yamada^Tarou\",\"Ideographic\":\"\u5c71^\u592a";
    assertThat(probe().profile().queryEscaping()).isEqualTo(QueryEscaping.PERCENT);
    assertThat(server.seen).noneMatch(line -> line.contains("PatientName="));
  }

  @ParameterizedTest
  @EnumSource(
      value = BulkDataBase.class,
      names = {"INSTANCE", "SERIES", "STUDY"})
  void relativeBulkData_isFoundWhereItIs(BulkDataBase base) {
    String series = "series/" + ProbedServer.SERIES + "/";
    String instance = "instances/" + ProbedServer.INSTANCE + "/";
    server.bulk =
        switch (base) {
          case INSTANCE, REQUEST -> "bulk/1";
          case SERIES -> instance + "bulk/1";
          case STUDY -> series + instance + "bulk/1";
        };
    BulkDataBase expected =
        // The metadata of an instance lie where the instance does.
        base == BulkDataBase.INSTANCE ? BulkDataBase.REQUEST : base;
    assertThat(probe().profile().bulkDataBase()).isEqualTo(expected);
  }

  @Test
  void linkToAnotherOrigin_isNotFollowed() {
    server.bulk = "http://127.0.0.2:1/elsewhere/x";
    ProbeReport report = probe();
    assertThat(said(report)).contains("another origin, and no path of the configured one");
    assertThat(report.profile().links()).isEqualTo(Links.AS_GIVEN);
  }

  @Test
  void emptyServer_showsLittleAndBreaksNothing() {
    wire.dispatch(
        request -> {
          server.seen.add(request.getMethod() + " " + request.getTarget());
          return Wire.json("[]");
        });
    ProbeReport report = wire.client().probe().execute();
    assertThat(report.profile()).isEqualTo(ServerProfile.standard());
    assertThat(server.seen).hasSize(4);
    assertThat(said(report)).contains("there is nothing to find");
  }

  @Test
  void profileOfTheClient_isWhereItStarts() {
    wire.dispatch(request -> ProbedServer.status(500));
    ServerProfile known = ServerProfile.google();
    ProbeReport report = wire.client(wire.builder().profile(known)).probe().execute();
    assertThat(report.profile()).isEqualTo(known);
    assertThat(report.findings()).hasSize(4);
    assertThat(report.findings())
        .allMatch(f -> f.status() == 500 && f.certainty() == Certainty.UNKNOWN);
  }

  @ParameterizedTest
  @ValueSource(ints = {401, 403})
  void firstSearch_refused_endsIt(int status) {
    wire.dispatch(request -> ProbedServer.status(status));
    assertThatExceptionOfType(AuthenticationException.class)
        .isThrownBy(() -> wire.client().probe().execute());
    assertThat(wire.requests()).isEqualTo(1);
  }

  @Test
  void server_notThere_endsIt() {
    DicomWebClient client = wire.client();
    wire.server().close();
    assertThatExceptionOfType(TransportException.class).isThrownBy(() -> client.probe().execute());
    assertThatExceptionOfType(ExecutionException.class)
        .isThrownBy(() -> client.probe().executeAsync().get())
        .withCauseInstanceOf(TransportException.class);
  }

  private ProbeReport spoilt(String path, MockResponse answer) {
    wire.dispatch(
        request -> {
          MockResponse right = server.answer(request);
          return request.getTarget().contains(path) ? answer : right;
        });
    ProbeReport report = wire.client().probe().execute();
    assertThat(report.requests()).isLessThanOrEqualTo(ProbeRequest.REQUESTS);
    assertNoIdentifiers(report);
    return report;
  }

  @Test
  void singleSteps_thatFail_areFindings() {
    MockResponse broken =
        new MockResponse.Builder().onResponseStart(new SocketEffect.CloseSocket()).build();
    assertThat(said(spoilt("/rendered", broken))).contains("the connection failed");
    for (String path : List.of("/series", "/metadata", "/frames/1")) {
      for (MockResponse answer :
          List.of(
              ProbedServer.status(401),
              ProbedServer.status(302),
              Wire.json("{\"Geheimnis\": Geheimnis"),
              Wire.json("<html>Geheimnis"))) {
        assertThat(spoilt(path, answer).findings())
            .as("%s %s", path, answer)
            .anyMatch(f -> f.certainty() == Certainty.UNKNOWN);
      }
    }
  }

  @Test
  void identifiers_thatLeadElsewhere_areNotFollowed() {
    for (String hostile : List.of("..", "a/../../admin", "x\\\\y", "")) {
      ProbedServer other = new ProbedServer();
      wire.dispatch(
          request ->
              request.getTarget().startsWith("/dicom-web/studies")
                  ? Wire.json("[" + Wire.study(hostile) + "]")
                  : other.answer(request));
      int before = wire.requests();
      ProbeReport report = wire.client().probe().execute();
      assertThat(report.findings()).isNotEmpty();
      assertThat(wire.requests() - before).isEqualTo(4);
    }
  }

  @Test
  void requests_neverExceedTheBound() {
    server.decodes = false;
    server.commaFields = false;
    server.stars = false;
    server.quotes = false;
    server.bulk = "nowhere";
    ProbeReport report = probe();
    assertThat(report.requests()).isEqualTo(ProbeRequest.REQUESTS);
    assertThat(said(report)).contains("not asked: there were enough requests");
  }

  @Test
  void log_namesNoIdentifier() {
    PrintStream real = System.err;
    ByteArrayOutputStream log = new ByteArrayOutputStream();
    System.setErr(new PrintStream(log, true, UTF_8));
    try {
      server.bulk = bulkUrl("http://pacs.inside");
      assertThat(probe().findings()).isNotEmpty();
    } finally {
      System.setErr(real);
    }
    assertThat(log.toString(UTF_8))
        .contains("GET wado answered 200")
        .doesNotContain("2.25.", "Geheimnis", "t0ps3cret");
  }

  @Test
  void withProfile_sharesTheServerAndEndsWithTheClient() throws Exception {
    server.decodes = false;
    DicomWebClient client = client();
    ServerProfile probed = client.probe().executeAsync().get().profile();
    server.seen.clear();
    DicomWebClient taught = client.withProfile(probed);
    Consumer<DicomWebClient> search =
        c -> assertThat(c.searchForStudies().patientName("Geheimnis^G*").execute()).hasSize(1);
    wire.dispatch(
        request -> {
          server.seen.add(request.getTarget());
          assertThat(request.getHeaders().get("Authorization")).isEqualTo("Bearer t0ps3cret");
          return Wire.json("[" + Wire.study("1") + "]");
        });
    search.accept(taught);
    assertThat(server.seen).containsExactly("/dicom-web/studies?PatientName=Geheimnis?G*");

    taught.close();
    assertThatIllegalStateException().isThrownBy(() -> search.accept(taught));
    search.accept(client);
    DicomWebClient second = client.withProfile(probed);
    search.accept(second);
    client.close();
    assertThatIllegalStateException().isThrownBy(() -> search.accept(second));
  }

  @Test
  void text_ofTheRequest_saysNothing() {
    assertThat(client().probe().toString()).isEqualTo("ProbeRequest");
  }
}
