// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dicomweb.testdata.TestObject;
import io.github.dicomweb.testdata.TestStudies;
import io.github.dicomweb.testkit.behavior.Label;
import io.github.dicomweb.testkit.behavior.MultipartBehavior;
import io.github.dicomweb.testkit.behavior.MultipartBehavior.Boundary;
import io.github.dicomweb.testkit.behavior.MultipartBehavior.Closing;
import io.github.dicomweb.testkit.behavior.MultipartBehavior.LineEnds;
import io.github.dicomweb.testkit.behavior.MultipartBehavior.Padding;
import io.github.dicomweb.testkit.behavior.MultipartBehavior.Parameters;
import io.github.dicomweb.testkit.behavior.PartBehavior;
import io.github.dicomweb.testkit.behavior.PartBehavior.HeaderOrder;
import io.github.dicomweb.testkit.behavior.PartBehavior.Length;
import io.github.dicomweb.testkit.behavior.PartBehavior.Location;
import io.github.dicomweb.testkit.behavior.PartBehavior.Syntax;
import io.github.dicomweb.testkit.behavior.ServerBehavior;
import java.nio.charset.StandardCharsets;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Switches of multipart answers, as they are seen on the wire. */
final class MultipartBehaviorTest {
  private static final TestObject SLICE = TestStudies.ctSlices().get(0);
  private static final String FRAMES = Http.path(TestStudies.multiFrame()) + "/frames/2,3";
  private static final String OCTETS = "multipart/related; type=\"application/octet-stream\"";

  @RegisterExtension final Http http = new Http();

  private Http.Reply with(UnaryOperator<MultipartBehavior> change) {
    http.server().behavior(ServerBehavior.standard().withMultipart(change));
    return http.get(FRAMES, OCTETS);
  }

  private Http.Reply withParts(UnaryOperator<PartBehavior> change) {
    http.server().behavior(ServerBehavior.standard().withParts(change));
    return http.get(FRAMES, OCTETS);
  }

  private static String text(Http.Reply reply) {
    return reply.body().string(StandardCharsets.ISO_8859_1);
  }

  private static String boundary(Http.Reply reply) {
    String type = reply.header("Content-Type");
    return type.substring(type.indexOf("boundary=") + 9).replace("\"", "");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "QUOTED|multipart/related; type=\"application/octet-stream\"; boundary=B",
        "UNQUOTED|multipart/related; type=application/octet-stream; boundary=B",
        "BOUNDARY_QUOTED|multipart/related; type=\"application/octet-stream\"; boundary=\"B\"",
        "TYPE_MISSING|multipart/related; boundary=B",
        "SYNTAX_IN_TYPE|multipart/related; type=\"application/octet-stream;"
            + " transfer-syntax=1.2.840.10008.1.2.1\"; boundary=B",
        "START_FIRST|multipart/related;start=\"<S@resteasy-multipart>\";"
            + "transfer-syntax=1.2.840.10008.1.2.1;type=\"application/octet-stream\"; boundary=B"
      })
  void parameters_areWrittenInTheirForm(Parameters parameters, String expected) {
    Http.Reply reply = with(multipart -> multipart.withParameters(parameters));
    String type =
        reply.header("Content-Type").replace(boundary(reply), "B").replaceFirst("<.*@", "<S@");

    assertThat(type).isEqualTo(expected);
    assertThat(text(reply)).startsWith("--" + boundary(reply) + "\r\n");
  }

  @Test
  void boundary_longest_has70Characters() {
    Http.Reply reply = with(multipart -> multipart.withBoundary(Boundary.LONGEST));

    assertThat(boundary(reply)).hasSize(70);
    assertThat(reply.parts()).hasSize(2);
  }

  @Test
  void boundary_special_isQuoted() {
    Http.Reply reply = with(multipart -> multipart.withBoundary(Boundary.SPECIAL));

    assertThat(reply.header("Content-Type")).endsWith("?:(b)=\"");
    assertThat(reply.parts()).hasSize(2);
  }

  @Test
  void preambleAndEpilogue_standAroundTheParts() {
    Http.Reply reply = with(multipart -> multipart.withPreamble("Before.").withEpilogue("Behind."));

    assertThat(text(reply))
        .startsWith("Before.\r\n--" + boundary(reply) + "\r\n")
        .endsWith("\r\n--" + boundary(reply) + "--\r\nBehind.");
  }

  @Test
  void closing_nothing_endsWithTheDelimiter() {
    Http.Reply reply = with(multipart -> multipart.withClosing(Closing.NOTHING));

    assertThat(text(reply)).endsWith("\r\n--" + boundary(reply) + "--");
  }

  @Test
  void padding_blanks_standBehindDelimiters() {
    Http.Reply reply = with(multipart -> multipart.withPadding(Padding.BLANKS));

    assertThat(text(reply))
        .startsWith("--" + boundary(reply) + " \t\r\n")
        .endsWith("--" + boundary(reply) + "-- \t\r\n");
  }

  @Test
  void lineEnds_lf_areInHeadersOrEverywhere() {
    Http.Reply headers = with(multipart -> multipart.withLineEnds(LineEnds.LF_IN_HEADERS));
    assertThat(text(headers))
        .startsWith("--" + boundary(headers) + "\nContent-Type: ")
        .endsWith("\r\n--" + boundary(headers) + "--\r\n");

    Http.Reply all = with(multipart -> multipart.withLineEnds(LineEnds.LF));
    String closing = "\n--" + boundary(all) + "--\n";
    assertThat(text(all)).endsWith(closing).doesNotEndWith("\r" + closing);
  }

  @ParameterizedTest
  @CsvSource({"ABSENT,", "RIGHT, 4096", "TOO_LARGE, 4097"})
  void length_ofParts_isWhatTheSwitchSays(Length length, String expected) {
    Http.Reply reply = withParts(parts -> parts.withLength(length));

    assertThat(reply.parts().get(0).headers().get("Content-Length")).isEqualTo(expected);
    assertThat(reply.parts().get(0).body().size()).isEqualTo(4096);
  }

  @Test
  void headerOrder_typeLast_hasTheTypeAtTheEnd() {
    Http.Reply reply = withParts(parts -> parts.withHeaderOrder(HeaderOrder.TYPE_LAST));

    assertThat(reply.parts().get(0).headers().names().stream().toList())
        .containsExactlyInAnyOrder("MIME-Version", "Content-Location", "Content-Type");
    assertThat(text(reply)).startsWith("--" + boundary(reply) + "\r\nMIME-Version: 1.0\r\n");
  }

  @ParameterizedTest
  @CsvSource({
    "RIGHT, application/octet-stream; transfer-syntax=1.2.840.10008.1.2.1",
    "TEXT_PLAIN, text/plain",
    "MISSING,"
  })
  void contentType_ofParts_isWhatTheLabelSays(Label label, String expected) {
    Http.Reply reply = withParts(parts -> parts.withContentType(label));

    assertThat(reply.parts().get(0).headers().get("Content-Type")).isEqualTo(expected);
    assertThat(reply.header("Content-Type")).startsWith("multipart/related; type=\"application/o");
  }

  @ParameterizedTest
  @CsvSource({
    "ABSENT, application/octet-stream",
    "STAR, application/octet-stream; transfer-syntax=*"
  })
  void syntax_ofParts_isNotNamed(Syntax syntax, String expected) {
    Http.Reply reply = withParts(parts -> parts.withSyntax(syntax));

    assertThat(reply.parts().get(1).headers().get("Content-Type")).isEqualTo(expected);
  }

  @Test
  void syntax_absentFromFiles_isNamedForOthers() {
    Http.Reply frames = withParts(parts -> parts.withSyntax(Syntax.ABSENT_FROM_FILES));
    Http.Reply file = http.get(Http.path(SLICE), Http.ANY_SYNTAX);

    assertThat(frames.parts().get(0).header("Content-Type")).contains("transfer-syntax=1.2");
    assertThat(file.parts().get(0).header("Content-Type")).isEqualTo("application/dicom");
  }

  @Test
  void location_ofParts_isAbsoluteRelativeOrAbsent() {
    String path = Http.path(TestStudies.multiFrame()) + "/frames/2";

    assertThat(location(withParts(parts -> parts))).isEqualTo(http.server().baseUrl() + path);
    assertThat(location(withParts(parts -> parts.withLocation(Location.ABSOLUTE_PATH))))
        .isEqualTo("/dicom-web" + path);
    assertThat(location(withParts(parts -> parts.withLocation(Location.RELATIVE)))).isEqualTo("2");
    assertThat(location(withParts(parts -> parts.withLocation(Location.ABSENT)))).isNull();
  }

  private static @Nullable String location(Http.Reply reply) {
    return reply.parts().get(0).headers().get("Content-Location");
  }

  @Test
  void location_ofASinglePart_isOfTheSameForm() {
    withParts(parts -> parts.withLocation(Location.RELATIVE));
    Http.Reply reply = http.get(Http.path(SLICE) + "/frames/1", "application/octet-stream");

    assertThat(reply.header("Content-Location")).isEqualTo("1");
  }
}
