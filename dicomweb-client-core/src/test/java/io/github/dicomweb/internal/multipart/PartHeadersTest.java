// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.internal.multipart;

import static io.github.dicomweb.internal.multipart.Bodies.part;
import static io.github.dicomweb.internal.multipart.Bodies.reader;
import static io.github.dicomweb.internal.multipart.Bodies.texts;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.dicomweb.config.Limits;
import io.github.dicomweb.internal.multipart.MultipartException.Kind;
import java.io.IOException;
import java.util.Map;
import okio.Buffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PartHeadersTest {
  private static final String B = "--simple-boundary";

  @Test
  void headers_severalOfOneName_areKeptInOrderAndTheFirstIsFound() throws IOException {
    MultipartPart part =
        part(reader(B + "\r\nContent-ID:a\r\ncontent-id :  b \r\nX:\r\n\r\n\r\n" + B + "--"));

    assertThat(part.headers())
        .containsExactly(
            Map.entry("Content-ID", "a"), Map.entry("content-id", "b"), Map.entry("X", ""));
    assertThat(part.header("CONTENT-ID")).isEqualTo("a");
  }

  @Test
  void headers_folded_areJoinedAndReported() throws IOException {
    MultipartReader reader =
        reader(B + "\r\nContent-Type: a/b;\r\n\tc=d;\r\n  e=f\r\nX: y\r\n\r\n1\r\n" + B + "--");
    MultipartPart part = part(reader);

    assertThat(part.header("content-type")).isEqualTo("a/b; c=d; e=f");
    assertThat(part.header("x")).isEqualTo("y");
    assertThat(reader.tolerated()).containsExactly("a folded part header");
  }

  @ParameterizedTest
  @ValueSource(strings = {"no colon", ": no name", "bad name: x", " folded before any"})
  void headers_lineThatIsNone_isReportedAndTheOthersAreKept(String line) throws IOException {
    MultipartReader reader = reader(B + "\r\n" + line + "\r\nX: y\r\n\r\n1\r\n" + B + "--");
    MultipartPart part = part(reader);

    assertThat(part.headers()).containsExactly(Map.entry("X", "y"));
    assertThat(Bodies.text(part)).isEqualTo("1");
    assertThat(reader.tolerated()).containsExactly("a part header line without a colon");
  }

  @Test
  void headers_noneAndNoBlankLineBeforeBinary_isAllBody() throws IOException {
    MultipartReader reader = reader(B + "\r\n\0\1: DICM\r\n\r\n\r\n" + B + "--");

    assertThat(texts(reader)).containsExactly("\0\1: DICM\r\n\r\n");
    assertThat(reader.tolerated()).containsExactly("a part without headers");
  }

  @Test
  void headers_noneBeforeBinaryLongerThanTheLimitWithoutLineFeed_isAllBody() throws IOException {
    String data = "\0".repeat(100_000);

    assertThat(texts(B + "\r\n" + data + "\r\n" + B + "--")).containsExactly(data);
  }

  @Test
  void headers_noneBeforeTextWithoutBlankLine_isAllBody() throws IOException {
    MultipartReader reader = reader(B + "\r\n{\"a\":1}\r\nX: y\r\n" + B + "--");

    assertThat(texts(reader)).containsExactly("{\"a\":1}\r\nX: y");
    assertThat(reader.tolerated()).containsExactly("a part without headers");
  }

  @Test
  void headers_onlyAndThenTheDelimiter_isAnEmptyPart() throws IOException {
    MultipartReader reader = reader(B + "\r\nX: y\r\n" + B + "\r\nX: z\r\n\r\n1\r\n" + B + "--");
    MultipartPart first = part(reader);

    assertThat(first.header("x")).isEqualTo("y");
    assertThat(Bodies.text(first)).isEmpty();
    assertThat(Bodies.text(part(reader))).isEqualTo("1");
    assertThat(reader.nextPart()).isNull();
    assertThat(reader.tolerated())
        .containsExactly("a part without the blank line that ends its headers");
  }

  @Test
  void headers_binaryAfterThemWithoutBlankLine_isTheBody() throws IOException {
    MultipartReader reader = reader(B + "\r\nX: y\r\n\0\0\0\0DICM\r\n" + B + "--");
    MultipartPart part = part(reader);

    assertThat(part.header("x")).isEqualTo("y");
    assertThat(Bodies.text(part)).isEqualTo("\0\0\0\0DICM");
    assertThat(reader.tolerated())
        .containsExactly("a part without the blank line that ends its headers");
  }

  @ParameterizedTest
  @ValueSource(strings = {"X: y\0\r\n", "X: y\rz\r\n", "words\r\n\0\r\n", "X: \177\r\n"})
  void headers_controlCharacters_areMalformed(String headers) {
    assertThatThrownBy(() -> texts(B + "\r\n" + headers + "\r\n1\r\n" + B + "--"))
        .isInstanceOfSatisfying(
            MultipartException.class, e -> assertThat(e.kind()).isEqualTo(Kind.MALFORMED));
  }

  @Test
  void headers_exactlyAtTheLimit_areRead_andOneByteMoreIsNot() throws IOException {
    String headers = "X: yyyy\r\n\r\n";
    String body = B + "\r\n" + headers + "1\r\n" + B + "--";

    assertThat(texts(limited(body, headers.length()))).containsExactly("1");
    assertThatThrownBy(() -> texts(limited(body, headers.length() - 1)))
        .isInstanceOfSatisfying(
            MultipartException.class,
            e -> {
              assertThat(e.kind()).isEqualTo(Kind.LIMIT);
              assertThat(e.offset()).isEqualTo(B.length() + 2);
            });
  }

  @Test
  void headers_endlessLine_isALimit() {
    assertThatThrownBy(() -> texts(B + "\r\nX: " + "y".repeat(1_000_000)))
        .isInstanceOfSatisfying(
            MultipartException.class, e -> assertThat(e.kind()).isEqualTo(Kind.LIMIT));
  }

  private static MultipartReader limited(String body, int limit) {
    return new MultipartReader(
        new Buffer().writeUtf8(body),
        Bodies.BOUNDARY,
        Limits.defaults().withPartHeaderBytes(limit));
  }
}
