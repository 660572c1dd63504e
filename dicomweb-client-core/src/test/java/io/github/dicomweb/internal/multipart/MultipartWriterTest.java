// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.internal.multipart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.dicomweb.config.Limits;
import java.io.IOException;
import okio.Buffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MultipartWriterTest {
  private static final String DICOM = "application/dicom";

  @Test
  void write_twoParts_isExactlyWhatTheStandardShows() throws IOException {
    MultipartWriter writer = MultipartWriter.create(DICOM, "B");
    Buffer sink = new Buffer();

    writer.beginPart(sink, DICOM, null);
    sink.writeUtf8("one");
    writer.endPart(sink);
    writer.beginPart(sink, "application/pdf", "http://host/bulk/1");
    writer.endPart(sink);
    writer.finish(sink);

    assertThat(sink.readUtf8())
        .isEqualTo(
            """
            --B\r
            Content-Type: application/dicom\r
            \r
            one\r
            --B\r
            Content-Type: application/pdf\r
            Content-Location: http://host/bulk/1\r
            \r
            \r
            --B--\r
            """);
    assertThat(writer.contentType())
        .isEqualTo("multipart/related; type=\"application/dicom\"; boundary=B");
  }

  @Test
  void write_noParts_isAClosingDelimiterThatReadsAsZeroParts() throws IOException {
    MultipartWriter writer = MultipartWriter.create(DICOM, "B");
    Buffer sink = new Buffer();
    writer.finish(sink);

    assertThat(sink.size()).isEqualTo(writer.closingLength());
    MultipartReader reader = new MultipartReader(sink, "B", Limits.defaults());
    assertThat(reader.nextPart()).isNull();
    assertThat(reader.complete()).isTrue();
  }

  @Test
  void randomBoundary_twice_isLongLegalAndDifferent() {
    assertThat(MultipartWriter.randomBoundary())
        .matches("[0-9a-f]{40}")
        .isNotEqualTo(MultipartWriter.randomBoundary());
  }

  @Test
  void contentType_randomBoundary_isReadBack() {
    ContentType type = ContentType.parse(MultipartWriter.create(DICOM).contentType()).orElseThrow();

    assertThat(type.boundary().orElseThrow()).hasSize(40);
    assertThat(type.rootType()).map(ContentType::mediaType).contains(DICOM);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a b", "a;b", "a\"b", "a\r\n", "a/b", "a=b", "{", "b\u00e4"})
  void create_boundaryThatNeedsQuotes_isRefused(String boundary) {
    assertThatIllegalArgumentException().isThrownBy(() -> MultipartWriter.create(DICOM, boundary));
  }

  @Test
  void create_boundaryOf70Characters_isTheLongest() {
    String longest = "aZ09-_.+'".repeat(8).substring(0, 70);

    assertThat(MultipartWriter.create(DICOM, longest).contentType()).endsWith(longest);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> MultipartWriter.create(DICOM, longest + "x"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a\r\nX: y", "a\n", "a\0", "b\u00e4"})
  void beginPart_valueThatCannotStandInAHeader_isRefused(String value) {
    MultipartWriter writer = MultipartWriter.create(DICOM, "B");

    assertThatIllegalArgumentException()
        .isThrownBy(() -> writer.beginPart(new Buffer(), value, null));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> writer.beginPart(new Buffer(), DICOM, value));
    assertThatIllegalArgumentException().isThrownBy(() -> MultipartWriter.create(value, "B"));
  }

  @Test
  void create_rootTypeWithQuotes_isRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> MultipartWriter.create("a/b; c=\"d\"", "B"));
  }
}
