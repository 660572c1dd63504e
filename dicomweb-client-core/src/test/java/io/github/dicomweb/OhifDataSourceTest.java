// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.dicomweb.error.DicomFormatException;
import io.github.dicomweb.profile.Feature;
import io.github.dicomweb.profile.OhifDataSource;
import io.github.dicomweb.profile.ServerProfile;
import io.github.dicomweb.profile.ServerProfile.BulkDataBase;
import io.github.dicomweb.profile.ServerProfile.Links;
import io.github.dicomweb.profile.ServerProfile.Matching;
import io.github.dicomweb.profile.ServerProfile.PartStyle;
import io.github.dicomweb.profile.ServerProfile.TypeQuotes;
import io.github.dicomweb.search.StudySearch;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Configurations of the OHIF viewer as servers to talk to. */
class OhifDataSourceTest {
  private static final String ARCHIVE =
      """
      {
        "namespace": "@ohif/extension-default.dataSourcesModule.dicomweb",
        "sourceName": "archive",
        "configuration": {
          "friendlyName": "The archive",
          "name": "ARC",
          "wadoUriRoot": "https://pacs.example.org/aets/A/wado",
          "qidoRoot": "https://pacs.example.org/aets/A/rs",
          "wadoRoot": "https://pacs.example.org/aets/A/rs",
          "qidoSupportsIncludeField": true,
          "supportsReject": true,
          "dicomUploadEnabled": true,
          "imageRendering": "wadors",
          "thumbnailRendering": "wadors",
          "enableStudyLazyLoad": true,
          "supportsFuzzyMatching": true,
          "supportsWildcard": true,
          "omitQuotationForMultipartRequest": true,
          "bulkDataURI": {"enabled": true, "relativeResolution": "studies"},
          "requestOptions": {"auth": "user:t0ps3cret", "logRequests": true},
          "revision": 3,
          "nothing": null
        }
      }
      """;

  private static final String FILES =
      """
      {
        "sourceName": "files",
        "configuration": {
          "qidoRoot": "/dicomweb", "wadoRoot": "/dicomweb", "wadoUriRoot": "/dicomweb",
          "qidoSupportsIncludeField": false, "supportsFuzzyMatching": false,
          "supportsWildcard": false, "staticWado": true, "singlepart": "bulkdata,video,pdf",
          "bulkDataURI": {"startsWith": "http://inside/", "prefixWith": "/outside/"}
        }
      }
      """;

  private static final String APP =
      """
      {
        // copied out of a script
        routerBasename: '/',
        dataSources: [ %s, %s,
          {"sourceName": "local", "namespace": "x.dicomlocal", "configuration": {}}, 7,
        ],
        defaultDataSourceName: 'archive',
      }
      """
          .formatted(ARCHIVE, FILES);

  @RegisterExtension final Wire wire = new Wire();

  @Test
  void entry_ofAnArchive_givesRootsAndFacts() {
    OhifDataSource source = OhifDataSource.parse(ARCHIVE);
    assertThat(source.qidoRoot()).isEqualTo("https://pacs.example.org/aets/A/rs");
    assertThat(source.wadoRoot()).isEqualTo("https://pacs.example.org/aets/A/rs");
    assertThat(source.stowRoot()).isEqualTo("https://pacs.example.org/aets/A/rs");
    assertThat(source.wadoUriRoot()).contains("https://pacs.example.org/aets/A/wado");
    assertThat(source.profile())
        .isEqualTo(
            ServerProfile.standard().toBuilder()
                .with(Feature.REJECT)
                .typeQuotes(TypeQuotes.BARE)
                .bulkDataBase(BulkDataBase.STUDY)
                .build());
  }

  @Test
  void keys_aboutTheViewerOrUnknown_areListedAndNotKept() {
    OhifDataSource source = OhifDataSource.parse(ARCHIVE);
    assertThat(source.ignoredKeys())
        .containsExactly(
            "bulkDataURI.enabled",
            "enableStudyLazyLoad",
            "friendlyName",
            "imageRendering",
            "name",
            "nothing",
            "requestOptions",
            "revision",
            "thumbnailRendering");
    assertThat(source.toString()).isEqualTo("OhifDataSource");
  }

  @Test
  void entry_ofStaticFiles_startsFromTheirPreset() {
    ServerProfile profile = OhifDataSource.parse(FILES).profile();
    assertThat(profile.matching()).isEqualTo(Matching.CLIENT);
    assertThat(profile.partStyle()).isEqualTo(PartStyle.SINGLE);
    assertThat(profile.links()).isEqualTo(Links.REBASED);
    assertThat(profile.features())
        .doesNotContain(
            Feature.WADO_URI, Feature.FUZZY_MATCHING, Feature.WILDCARDS, Feature.INCLUDE_FIELD);
  }

  @Test
  void configuration_alone_isEnough() {
    OhifDataSource source =
        OhifDataSource.parse("{\"wadoRoot\": \"https://h/rs\", \"stowRoot\": \"https://h/stow\"}");
    assertThat(source.qidoRoot()).isEqualTo("https://h/rs");
    assertThat(source.stowRoot()).isEqualTo("https://h/stow");
    assertThat(source.wadoUriRoot()).isEmpty();
    assertThat(source.profile())
        .isEqualTo(ServerProfile.standard().toBuilder().without(Feature.WADO_URI).build());
    assertThat(source.ignoredKeys()).isEmpty();
  }

  @Test
  void app_withSeveral_isChosenFromByNameOrDefault() throws IOException {
    assertThat(OhifDataSource.parse(APP, "files").wadoRoot()).isEqualTo("/dicomweb");
    assertThat(OhifDataSource.parse(APP).wadoRoot()).contains("aets");
    assertThat(OhifDataSource.parse(stream(APP), "files").wadoRoot()).isEqualTo("/dicomweb");
    assertThat(OhifDataSource.parse(stream(APP)).wadoRoot()).contains("aets");
    assertThat(OhifDataSource.parse("[" + FILES + "]").wadoRoot()).isEqualTo("/dicomweb");
    assertThat(
            OhifDataSource.parse(
                    "{\"servers\": {\"dicomWeb\": [{\"name\": \"P\", \"wadoRoot\": \"/p\"}]}}", "P")
                .wadoRoot())
        .isEqualTo("/p");
    assertThatIllegalArgumentException().isThrownBy(() -> OhifDataSource.parse(APP, "local"));
    assertThatIllegalArgumentException().isThrownBy(() -> OhifDataSource.parse(APP, "other"));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> OhifDataSource.parse("[" + FILES + "," + ARCHIVE + "]"));
  }

  private static ByteArrayInputStream stream(String json) {
    return new ByteArrayInputStream(json.getBytes(UTF_8));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "false | MULTIPART",
        "true | SINGLE",
        "'' | MULTIPART",
        "[] | MULTIPART",
        "[\"bulkdata\"] | SINGLE",
        "\"\" | MULTIPART",
        "\" video \" | SINGLE"
      })
  void singlepart_inAnyForm_isRead(String value, PartStyle expected) {
    String json = value.isEmpty() ? "\"\"" : value;
    assertThat(
            OhifDataSource.parse("{\"wadoRoot\": \"/x\", \"singlepart\": " + json + "}")
                .profile()
                .partStyle())
        .isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "7",
        "\"t0ps3cret\"",
        "{",
        "{}",
        "[]",
        "{\"wadoRoot\"}",
        "{\"wadoRoot\": t0ps3cret}",
        "{\"wadoRoot\": \"/t0ps3cret",
        "{\"wadoRoot\": \"/a\"} t0ps3cret",
        "{\"wadoRoot\": \"/a\", \"wadoRoot\": \"/t0ps3cret\"}",
        "{\"wadoRoot\": null}",
        "{\"wadoRoot\": \"\"}",
        "{\"wadoRoot\": true}",
        "{\"wadoRoot\": [\"/t0ps3cret\"]}",
        "{\"wadoRoot\": \"https://user:t0ps3cret@host/rs\"}",
        "{\"wadoRoot\": \"https://user@host/rs\"}",
        "{\"wadoRoot\": \"https://host/rs?token=t0ps3cret\"}",
        "{\"wadoRoot\": \"/rs#t0ps3cret\"}",
        "{\"wadoRoot\": \"javascript:t0ps3cret\"}",
        "{\"wadoRoot\": \"file:///t0ps3cret\"}",
        "{\"wadoRoot\": \"/a\", \"supportsWildcard\": \"t0ps3cret\"}",
        "{\"wadoRoot\": \"/a\", \"singlepart\": [true, \"t0ps3cret\"]}",
        "{\"wadoRoot\": \"/a\", \"singlepart\": {\"t0ps3cret\": 1}}",
        "{\"wadoRoot\": \"/a\", \"bulkDataURI\": \"t0ps3cret\"}",
        "{\"wadoRoot\": \"/a\", \"bulkDataURI\": {\"relativeResolution\": \"t0ps3cret\"}}",
        "{wadoRoot: '/a', transform: url => url.replace('t0ps3cret', '')}",
        "window.config = {wadoRoot: '/t0ps3cret'}"
      })
  void json_thatIsNoDataSource_isRefusedWithoutAWordOfIt(String json) {
    assertThatExceptionOfType(DicomFormatException.class)
        .isThrownBy(() -> OhifDataSource.parse(json))
        .satisfies(
            e -> {
              StringWriter trace = new StringWriter();
              e.printStackTrace(new PrintWriter(trace, true));
              assertThat(trace.toString()).doesNotContain("t0ps3cret");
            });
  }

  @Test
  void json_withoutEnd_meetsALimit() {
    for (String json :
        List.of(
            "[".repeat(100_000),
            "{\"a\":".repeat(100_000),
            "{\"wadoRoot\": \"/" + "a".repeat(100_000) + "\"}",
            "{\"" + "a".repeat(10_000) + "\": 1, \"wadoRoot\": \"/\"}",
            "{\"n\": " + "1".repeat(10_000) + ", \"wadoRoot\": \"/\"}",
            "{\"wadoRoot\": \"/\"}" + " ".repeat(2_000_000))) {
      assertThatExceptionOfType(DicomFormatException.class)
          .isThrownBy(() -> OhifDataSource.parse(json));
      assertThatExceptionOfType(DicomFormatException.class)
          .isThrownBy(() -> OhifDataSource.parse(stream(json)));
    }
  }

  @Test
  void builder_ofADataSource_sendsToItsRoots() throws Exception {
    String json =
        """
        {"qidoRoot": "/q", "wadoRoot": "/w/", "wadoUriRoot": "/uri", "stowRoot": "/s",
         "qidoSupportsIncludeField": false}
        """;
    OhifDataSource relative = OhifDataSource.parse(json);
    assertThatIllegalArgumentException().isThrownBy(() -> DicomWebClient.builder(relative));
    assertThatIllegalArgumentException().isThrownBy(() -> DicomWebClient.builder(relative, "/x"));
    String viewer = wire.server().url("/viewer/index.html").toString();
    DicomWebClient client = wire.client(DicomWebClient.builder(relative, viewer));
    for (int i = 0; i < 3; i++) {
      wire.enqueueJson("[]");
    }
    assertThat(client.searchForStudies().execute().results()).isEmpty();
    assertThat(client.retrieveMetadata("1").execute()).isEmpty();
    assertThatExceptionOfType(io.github.dicomweb.error.MalformedResponseException.class)
        .isThrownBy(() -> client.retrieveByUri("1", "2", "3").dicom().open());
    assertThat(wire.take().getTarget()).isEqualTo("/q/studies");
    assertThat(wire.take().getTarget()).isEqualTo("/w/studies/1/metadata");
    assertThat(wire.take().getTarget()).startsWith("/uri?requestType=WADO");

    OhifDataSource absolute = OhifDataSource.parse("{\"wadoRoot\": \"" + wire.baseUrl() + "\"}");
    wire.enqueueJson("[]");
    assertThat(wire.client(DicomWebClient.builder(absolute)).searchForStudies().execute().results())
        .isEmpty();
    assertThat(wire.takeTarget()).isEqualTo("/studies");
  }

  @Test
  void search_whatTheProfileDoesNotHave_isRefusedBeforeAnythingIsSent() throws Exception {
    ServerProfile none =
        ServerProfile.standard().toBuilder()
            .without(Feature.FUZZY_MATCHING, Feature.WILDCARDS, Feature.INCLUDE_FIELD)
            .build();
    StudySearch search = wire.client(wire.builder().profile(none)).searchForStudies();
    refused(search.fuzzyMatching(), "FUZZY_MATCHING");
    refused(search.includeField("Rows"), "INCLUDE_FIELD");
    refused(search.includeAllFields(), "INCLUDE_FIELD");
    refused(search.patientName("DOE*"), "WILDCARDS");
    refused(search.match("StudyDescription", "a?b"), "WILDCARDS");
    assertThat(wire.requests()).isZero();

    wire.enqueueStatus(204);
    assertThat(search.patientName("DOE^J").execute().results())
        .as("wildcards are no way out of escaping there")
        .isEmpty();
    assertThat(wire.takeTarget()).isEqualTo("/studies?PatientName=DOE%5EJ");
    assertThat(wire.requests()).isEqualTo(1);
  }

  private static void refused(StudySearch search, String feature) {
    assertThatExceptionOfType(UnsupportedOperationException.class)
        .isThrownBy(search::execute)
        .withMessageContaining(feature);
    assertThatExceptionOfType(UnsupportedOperationException.class)
        .isThrownBy(search::results)
        .withMessageContaining(feature);
  }

  @Test
  void search_whereTheLibraryMatches_mayHaveWildcards() {
    ServerProfile files =
        ServerProfile.staticDicomWeb().toBuilder().without(Feature.WILDCARDS).build();
    wire.enqueueJson("[]");
    assertThat(
            wire.client(wire.builder().profile(files))
                .searchForStudies()
                .patientName("D*")
                .execute()
                .results())
        .isEmpty();
  }
}
