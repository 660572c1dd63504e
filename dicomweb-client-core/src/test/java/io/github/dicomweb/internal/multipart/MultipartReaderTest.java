// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.internal.multipart;

import static io.github.dicomweb.internal.multipart.Bodies.reader;
import static io.github.dicomweb.internal.multipart.Bodies.texts;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.dicomweb.config.Limits;
import io.github.dicomweb.internal.multipart.MultipartException.Kind;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import okio.Buffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Bodies as servers send them, and as they should not. */
class MultipartReaderTest {
  private static final String B = "--simple-boundary";
  private static final String TYPE = "Content-Type: application/dicom\r\n\r\n";

  @Test
  void read_twoParts_givesBoth() throws IOException {
    MultipartReader reader =
        reader(B + "\r\n" + TYPE + "one\r\n" + B + "\r\n" + TYPE + "two\r\n" + B + "--\r\n");

    assertThat(texts(reader)).containsExactly("one", "two");
    assertThat(reader.complete()).isTrue();
    assertThat(reader.tolerated()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "\r\n", "\n", "\r\nepilogue", "\nepilogue\r\n" + B, " \t\r\n", "\r"})
  void read_anyEndAfterTheClosingDelimiter_isComplete(String end) throws IOException {
    assertThat(texts(B + "\r\n" + TYPE + "one\r\n" + B + "--" + end)).containsExactly("one");
  }

  @ParameterizedTest
  @ValueSource(strings = {"\r\n", "preamble\r\n", "a\nb\r\n\r\n", B + "x\r\n", "-\r\n"})
  void read_textBeforeTheFirstDelimiter_isSkipped(String preamble) throws IOException {
    assertThat(texts(preamble + B + "\r\n" + TYPE + "one\r\n" + B + "--")).containsExactly("one");
  }

  @Test
  void read_preamble_isReported() throws IOException {
    MultipartReader reader = reader("hello\r\n" + B + "\r\n" + TYPE + "one\r\n" + B + "--");

    assertThat(texts(reader)).containsExactly("one");
    assertThat(reader.tolerated()).containsExactly("text before the first delimiter");
  }

  @Test
  void read_lineFeedsOnly_keepsCarriageReturnsInTheData() throws IOException {
    MultipartReader reader =
        reader(
            B + "\nContent-Type: a/b\n\none\r\n" + B + "\nContent-Type: a/b\n\ntwo\n" + B + "--");

    assertThat(texts(reader)).containsExactly("one\r", "two");
    assertThat(reader.tolerated()).containsExactly("lines that end with LF alone");
  }

  @Test
  void read_delimiterWithoutCarriageReturnInCrLfBody_isTakenAndReported() throws IOException {
    MultipartReader reader =
        reader(B + "\r\n" + TYPE + "one\n" + B + "\r\n" + TYPE + "two\r\r\n" + B + "--");

    assertThat(texts(reader)).containsExactly("one", "two\r");
    assertThat(reader.tolerated()).containsExactly("delimiters with line ends of both kinds");
  }

  @Test
  void read_delimiterLineWithLineFeedInCrLfBody_isTakenAndReported() throws IOException {
    MultipartReader reader =
        reader(B + "\r\n" + TYPE + "one\r\n" + B + "\n" + TYPE + "two\r\n" + B + "--");

    assertThat(texts(reader)).containsExactly("one", "two");
    assertThat(reader.tolerated())
        .containsExactly("lines that end with LF alone", "delimiters with line ends of both kinds");
  }

  @Test
  void read_blanksAfterTheBoundary_areIgnored() throws IOException {
    MultipartReader reader =
        reader(B + "  \t\r\n" + TYPE + "one\r\n" + B + " \r\n" + TYPE + "two\r\n" + B + "-- ");

    assertThat(texts(reader)).containsExactly("one", "two");
    assertThat(reader.tolerated()).isEmpty();
  }

  @Test
  void read_moreBlanksThanAHeaderMayHave_isALimit() {
    assertThatThrownBy(() -> texts(B + " ".repeat(20_000) + "\r\n\r\n" + B + "--"))
        .isInstanceOfSatisfying(
            MultipartException.class, e -> assertThat(e.kind()).isEqualTo(Kind.LIMIT));
  }

  @Test
  void read_partWithoutHeaders_isReported() throws IOException {
    MultipartReader reader = reader(B + "\r\n\r\none\r\n" + B + "--");

    assertThat(texts(reader)).containsExactly("one");
    assertThat(reader.tolerated()).containsExactly("a part without headers");
  }

  @ParameterizedTest
  @ValueSource(strings = {B + "--", B + "--\r\n", "\r\n" + B + "--\r\n", "none\n" + B + "--"})
  void read_zeroParts_isComplete(String body) throws IOException {
    MultipartReader reader = reader(body);

    assertThat(reader.nextPart()).isNull();
    assertThat(reader.complete()).isTrue();
    assertThat(reader.nextPart()).isNull();
  }

  @Test
  void read_emptyParts_areParts() throws IOException {
    MultipartReader reader =
        reader(
            B
                + "\r\n"
                + TYPE
                + "\r\n"
                + B
                + "\r\n"
                + TYPE
                + B
                + "\r\n\r\n"
                + B
                + "\r\n"
                + B
                + "--");

    assertThat(texts(reader)).containsExactly("", "", "", "");
    assertThat(reader.tolerated()).containsExactly("a part without headers");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "x" + B + "y",
        "x" + B + "\r\ny",
        "\r" + B + "\r\n",
        "\r\n" + B + "2\r\n",
        "\r\n" + B + "-\r\n",
        "\r\n" + B + "-2",
        "\r\n" + B + "--2",
        "\r\n" + B + " 2",
        "\r\n" + B + "\r2",
        "\r\n-" + B + "\r\n",
        "\r\n--simple-boundar",
        "\r\n\r\n\r",
        "\n\n--",
        "\r\n--simple\r\n--simple-\r\n--",
        B + "2\r\n",
        "-",
        "--\r\n"
      })
  void read_dataThatResemblesADelimiter_isData(String data) throws IOException {
    String body = B + "\r\n" + TYPE + data + "\r\n" + B + "--\r\n";

    for (int chunk : new int[] {1, 2, 3, 7, 16, 8192}) {
      assertThat(texts(reader(Bodies.bytes(body), chunk))).containsExactly(data);
    }
  }

  @Test
  void read_delimitersAcrossSegmentEdges_areFound() throws IOException {
    for (int length = 8050; length < 8220; length++) {
      String data = "x".repeat(length);
      String body =
          B + "\r\n" + TYPE + data + "\r\n" + B + "\r\n" + TYPE + "two\r\n" + B + "--\r\n";

      assertThat(texts(body)).containsExactly(data, "two");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"a", "aaaaaaaaaaaaaaaa", "--", "-", "a b", "==boundary;x==", "bound\u00e4ry"})
  void read_anyBoundary_isFound(String boundary) throws IOException {
    String data = "aaaa" + boundary + "-\r\n-" + boundary + "\r\naaa-----";
    String body = "--" + boundary + "\r\n\r\n" + data + "\r\n--" + boundary + "--";
    MultipartReader reader =
        new MultipartReader(new Buffer().writeUtf8(body), boundary, Limits.defaults());

    assertThat(new String(Bodies.part(reader).inputStream().readAllBytes(), StandardCharsets.UTF_8))
        .isEqualTo(data);
    assertThat(reader.nextPart()).isNull();
  }

  @Test
  void nextPart_boundaryNeverOccurs_isMalformed() {
    assertThatThrownBy(() -> reader("<html>no multipart</html>\r\n").nextPart())
        .isInstanceOfSatisfying(
            MultipartException.class,
            e -> {
              assertThat(e.kind()).isEqualTo(Kind.MALFORMED);
              assertThat(e.partIndex()).isEqualTo(-1);
              assertThat(e.offset()).isEqualTo(27);
            })
        .hasMessageContaining("boundary does not occur");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "-", B, B + "-", B + "\r", "text\r\n" + B, B + "\r\n", B + "\r\nA: b"})
  void nextPart_cutBeforeTheFirstPart_isTruncated(String body) {
    assertThatThrownBy(() -> reader(body).nextPart())
        .isInstanceOfSatisfying(
            MultipartException.class,
            e -> {
              assertThat(e.kind()).isEqualTo(Kind.TRUNCATED);
              assertThat(e.offset()).isEqualTo(body.length());
            });
  }

  @Test
  void nextPart_errorTextInsteadOfHeaders_isTruncated() {
    String text = "java.lang.Something: it broke\r\njava.lang.Something: it broke\r\n";

    assertThatThrownBy(() -> texts(B + "\r\n" + text))
        .isInstanceOfSatisfying(
            MultipartException.class,
            e -> {
              assertThat(e.kind()).isEqualTo(Kind.TRUNCATED);
              assertThat(e.partIndex()).isZero();
            })
        .hasMessageNotContaining("broke");
  }

  @Test
  void read_asOrthancWrites_isClean() throws IOException {
    MultipartReader reader =
        reader(
            B
                + "\r\nContent-Type: application/dicom\r\nContent-Length: 3\r\nMIME-Version: 1.0\r\n\r\n"
                + "one\r\n"
                + B
                + "--\r\n");

    MultipartPart part = Bodies.part(reader);

    assertThat(part.header("mime-version")).isEqualTo("1.0");
    assertThat(part.header("Content-Location")).isNull();
    assertThat(Bodies.text(part)).isEqualTo("one");
    assertThat(reader.nextPart()).isNull();
    assertThat(reader.tolerated()).isEmpty();
  }

  @Test
  void read_asOrthancBreaksOffAfterAGoodPart_isTruncatedWithOneWholePart() throws IOException {
    MultipartReader reader = reader(B + "\r\n" + TYPE + "one\r\n" + B + "\r\n" + TYPE + "tw\r\n");
    MultipartPart one = Bodies.part(reader);
    MultipartPart two = Bodies.part(reader);

    assertThat(one.complete()).isTrue();
    assertThatThrownBy(() -> two.inputStream().readAllBytes())
        .isInstanceOfSatisfying(
            MultipartException.class, e -> assertThat(e.partIndex()).isEqualTo(1));
    assertThat(two.complete()).isFalse();
  }

  @Test
  void read_dicomFilesWithPreambleOfZeros_areUnchanged() throws IOException {
    String file = "\0".repeat(128) + "DICM\2\0\0\0UL\4\0\r\n--\0\r\n\r\n";
    MultipartReader reader = reader(B + "\r\n" + TYPE + file + "\r\n" + B + "--");

    assertThat(texts(reader)).isEqualTo(List.of(file));
  }
}
