// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.dicomweb.dicom.Tag;
import io.github.dicomweb.testdata.TestObject;
import io.github.dicomweb.testdata.TestStudies;
import io.github.dicomweb.testkit.behavior.AnswerBehavior;
import io.github.dicomweb.testkit.behavior.AnswerBehavior.Completeness;
import io.github.dicomweb.testkit.behavior.AnswerBehavior.Compression;
import io.github.dicomweb.testkit.behavior.AnswerBehavior.Form;
import io.github.dicomweb.testkit.behavior.AnswerBehavior.Framing;
import io.github.dicomweb.testkit.behavior.AnswerBehavior.Links;
import io.github.dicomweb.testkit.behavior.AnswerBehavior.Numbers;
import io.github.dicomweb.testkit.behavior.AnswerBehavior.Ranges;
import io.github.dicomweb.testkit.behavior.Label;
import io.github.dicomweb.testkit.behavior.ServerBehavior;
import io.github.dicomweb.testkit.behavior.Truncation;
import io.github.dicomweb.testkit.behavior.Truncation.Ending;
import java.io.IOException;
import java.util.List;
import java.util.function.UnaryOperator;
import okio.Buffer;
import okio.ByteString;
import okio.GzipSource;
import okio.Okio;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Switches of answers, as they are seen on the wire. */
final class AnswerBehaviorTest {
  private static final TestObject SLICE = TestStudies.ctSlices().get(0);
  private static final String SINGLE = "application/dicom; transfer-syntax=*";

  @RegisterExtension final Http http = new Http();

  private void set(UnaryOperator<AnswerBehavior> change) {
    http.server().behavior(ServerBehavior.standard().withAnswers(change));
  }

  @Test
  void form_multipart_wrapsASinglePart() {
    set(answers -> answers.withForm(Form.MULTIPART));
    Http.Reply reply = http.get(Http.path(SLICE), SINGLE);

    assertThat(reply.header("Content-Type"))
        .startsWith("multipart/related; type=\"application/dicom\"; boundary=");
    assertThat(reply.parts()).hasSize(1);
    assertThat(reply.parts().get(0).body()).isEqualTo(ByteString.of(SLICE.bytes()));
  }

  @Test
  void form_multipart_wrapsMetadataAndThumbnails() {
    Http.Reply plain = http.get(Http.path(SLICE) + "/metadata");
    set(answers -> answers.withForm(Form.MULTIPART));

    Http.Reply metadata = http.get(Http.path(SLICE) + "/metadata");
    assertThat(metadata.header("Content-Type"))
        .startsWith("multipart/related; type=\"application/dicom+json\"; boundary=");
    assertThat(metadata.parts()).singleElement().extracting(p -> p.body()).isEqualTo(plain.body());
    assertThat(http.get(Http.path(SLICE) + "/thumbnail", "image/jpeg").parts()).hasSize(1);
  }

  @Test
  void form_multipart_leavesSearchesAlone() {
    set(answers -> answers.withForm(Form.MULTIPART));

    assertThat(http.get("/studies").header("Content-Type")).isEqualTo(Http.JSON);
  }

  @Test
  void form_singlePart_unwrapsWhatHasOnePart() {
    set(answers -> answers.withForm(Form.SINGLE_PART));
    Http.Reply one = http.get(Http.path(SLICE), Http.ANY_SYNTAX);

    assertThat(one.header("Content-Type"))
        .isEqualTo("application/dicom; transfer-syntax=1.2.840.10008.1.2.1");
    assertThat(one.body()).isEqualTo(ByteString.of(SLICE.bytes()));
    assertThat(http.get(Http.seriesPath(SLICE), Http.ANY_SYNTAX).parts()).hasSize(20);
  }

  @Test
  void form_singlePart_keepsTheLocationOfThePart() {
    set(answers -> answers.withForm(Form.SINGLE_PART));
    String target = Http.path(SLICE) + "/frames/1";
    Http.Reply reply = http.get(target, "multipart/related; type=\"application/octet-stream\"");

    assertThat(reply.header("Content-Location")).isEqualTo(http.server().baseUrl() + target);
  }

  @ParameterizedTest
  @CsvSource({
    "RIGHT, application/dicom; transfer-syntax=1.2.840.10008.1.2.1, application/dicom+json",
    "OCTET_STREAM, application/octet-stream, application/octet-stream",
    "TEXT_PLAIN, text/plain, text/plain",
    "BY_FILE_NAME, application/octet-stream, application/json",
    "MISSING, '', ''"
  })
  void contentType_isWhatTheLabelSays(Label label, String dicom, String json) {
    set(answers -> answers.withContentType(label));

    assertThat(http.get(Http.path(SLICE), SINGLE).header("Content-Type")).isEqualTo(dicom);
    assertThat(http.get("/studies").header("Content-Type")).isEqualTo(json);
    assertThat(http.get("/nowhere").header("Content-Type")).startsWith("text/plain");
  }

  @ParameterizedTest
  @EnumSource(names = {"CONTENT_LENGTH", "CHUNKED", "CONNECTION_CLOSE"})
  void framing_isToldByHeaders(Framing framing) {
    set(answers -> answers.withFraming(framing));
    Http.Reply reply = http.get(Http.seriesPath(SLICE), Http.ANY_SYNTAX);

    assertThat(reply.parts()).hasSize(20);
    assertThat(reply.header("Content-Length").isEmpty())
        .isEqualTo(framing != Framing.CONTENT_LENGTH);
    assertThat(reply.header("Transfer-Encoding"))
        .isEqualTo(framing == Framing.CHUNKED ? "chunked" : "");
    assertThat(reply.header("Connection"))
        .isEqualTo(framing == Framing.CONNECTION_CLOSE ? "close" : "");
  }

  @Test
  void framing_closeAfterSeveral_dependsOnTheParts() {
    set(answers -> answers.withFraming(Framing.CLOSE_AFTER_SEVERAL));
    Http.Reply one = http.get(Http.path(SLICE), Http.ANY_SYNTAX);
    Http.Reply several = http.get(Http.seriesPath(SLICE), Http.ANY_SYNTAX);

    assertThat(one.header("Content-Length")).isEqualTo("" + one.body().size());
    assertThat(several.header("Content-Length")).isEmpty();
    assertThat(several.header("Connection")).isEqualTo("close");
  }

  @Test
  void ranges_ignored_giveAll() {
    String target = Http.path(SLICE) + "/bulkdata/7FE00010";
    assertThat(range(target).status()).isEqualTo(206);
    set(answers -> answers.withRanges(Ranges.IGNORED));

    assertThat(range(target).status()).isEqualTo(200);
    assertThat(range(target).body().size()).isEqualTo(96 * 96 * 2);
  }

  private Http.Reply range(String target) {
    return http.send(
        http.request(target)
            .header("Accept", "application/octet-stream")
            .header("Range", "bytes=0-9"));
  }

  @Test
  void compression_always_isGzipThoughNobodyAsked() throws IOException {
    set(answers -> answers.withCompression(Compression.ALWAYS));
    Http.Reply reply =
        http.send(
            http.request("/studies")
                .header("Accept", Http.JSON)
                .header("Accept-Encoding", "identity"));

    assertThat(reply.header("Content-Encoding")).isEqualTo("gzip");
    Buffer body = new Buffer().write(reply.body());
    try (GzipSource plain = new GzipSource(body)) {
      assertThat(Okio.buffer(plain).readUtf8()).startsWith("[{").endsWith("}]");
    }
  }

  @ParameterizedTest
  @CsvSource({"gzip, gzip", "identity, ''"})
  void compression_whenAccepted_dependsOnTheRequest(String accepted, String encoding) {
    set(answers -> answers.withCompression(Compression.WHEN_ACCEPTED));
    Http.Reply reply = http.send(http.request("/studies").header("Accept-Encoding", accepted));

    assertThat(reply.header("Content-Encoding")).isEqualTo(encoding);
  }

  @ParameterizedTest
  @EnumSource(Framing.class)
  void truncation_wellFramed_looksWhole(Framing framing) {
    set(
        answers ->
            answers
                .withFraming(framing)
                .withTruncation(Truncation.after(1000, Ending.WELL_FRAMED)));

    assertThat(http.get(Http.seriesPath(SLICE), Http.ANY_SYNTAX).body().size()).isEqualTo(1000);
    assertThat(http.get("/nowhere").body().utf8()).contains("no such resource");
  }

  @ParameterizedTest
  @EnumSource(names = {"CONTENT_LENGTH", "CHUNKED"})
  void truncation_brokenOff_isSeenByTheHttpClient(Framing framing) {
    set(
        answers ->
            answers.withFraming(framing).withTruncation(Truncation.after(1000, Ending.BROKEN_OFF)));

    assertThatThrownBy(() -> http.get(Http.seriesPath(SLICE), Http.ANY_SYNTAX))
        .hasCauseInstanceOf(IOException.class);
    set(answers -> answers);
    assertThat(http.get(Http.seriesPath(SLICE), Http.ANY_SYNTAX).parts()).hasSize(20);
  }

  @Test
  void truncation_beforeTheClosingDelimiter_keepsAllParts() {
    set(answers -> answers.withTruncation(Truncation.beforeClosingDelimiter(Ending.WELL_FRAMED)));
    ByteString body = http.get(Http.path(SLICE), Http.ANY_SYNTAX).body();

    assertThat(body.utf8()).startsWith("--").doesNotEndWith("--\r\n");
    assertThat(body.substring(body.size() - SLICE.bytes().length))
        .isEqualTo(ByteString.of(SLICE.bytes()));
  }

  @ParameterizedTest
  @CsvSource({"PARTIAL, 206, '1 objects not acceptable.'", "SILENTLY_PARTIAL, 200, ''"})
  void completeness_lessThanWhole_leavesTheLastOut(
      Completeness completeness, int status, String warning) {
    set(answers -> answers.withCompleteness(completeness));
    Http.Reply series = http.get(Http.seriesPath(SLICE), Http.ANY_SYNTAX);

    assertThat(series.status()).isEqualTo(status);
    assertThat(series.parts()).hasSize(19);
    assertThat(series.header("Warning")).contains(warning);
    assertThat(http.get(Http.seriesPath(SLICE) + "/metadata").datasets()).hasSize(19);
  }

  @ParameterizedTest
  @CsvSource({
    "NUMBERS, '[20]', '[96]'",
    "STRINGS, '[\"20\"]', '[96]'",
    "ALL_STRINGS, '[\"20\"]', '[\"96\"]'"
  })
  void numbers_inJson_areOfTheirForm(Numbers numbers, String integers, String shorts) {
    set(answers -> answers.withNumbers(numbers));

    assertThat(http.get("/series?Modality=CT").body().utf8())
        .contains("\"00201209\":{\"vr\":\"IS\",\"Value\":" + integers);
    assertThat(http.get(Http.path(SLICE) + "/metadata").body().utf8())
        .contains("\"00280010\":{\"vr\":\"US\",\"Value\":" + shorts);
  }

  @ParameterizedTest
  @CsvSource({"WRONG_HOST, http://archive.invalid/dicom-web/", "WRONG_SCHEME, https://127.0.0.1:"})
  void links_wrong_leadNowhere(Links links, String start) {
    set(answers -> answers.withLinks(links));
    String frames = Http.path(SLICE) + "/frames/1";

    assertThat(http.get("/studies").datasets().get(0).string(Tag.RetrieveURL).orElseThrow())
        .startsWith(start);
    assertThat(
            http.get(frames, "multipart/related; type=\"application/octet-stream\"")
                .parts()
                .get(0)
                .headers()
                .get("Content-Location"))
        .startsWith(start);
    assertThat(http.get(frames, "application/octet-stream").header("Content-Location"))
        .startsWith(start);
    assertThat(
            http.get(
                    Http.path(SLICE) + "/metadata",
                    "multipart/related; type=\"application/dicom+xml\"")
                .parts()
                .get(0)
                .body()
                .utf8())
        .contains("uri=\"" + start);
  }

  @Test
  void warnings_areOnEachAnswer() {
    set(answers -> answers.withWarnings(List.of("299 a \"b\"", "299 c: d")));

    assertThat(http.get("/studies").headers().values("Warning"))
        .containsExactly("299 a \"b\"", "299 c: d");
    assertThat(http.get("/nowhere").headers().values("Warning")).hasSize(2);
  }
}
