// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.internal.multipart;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ContentTypeTest {
  private static ContentType parse(String value) {
    return ContentType.parse(value).orElseThrow();
  }

  @Test
  void parse_asDcm4cheeWrites_givesEverything() {
    ContentType type =
        parse(
            "multipart/related;start=\"<x@y>\";transfer-syntax=1.2;type=\"application/dicom\";"
                + " boundary=uuid");

    assertThat(type.mediaType()).isEqualTo("multipart/related");
    assertThat(type.isMultipart()).isTrue();
    assertThat(type.parameter("start")).contains("<x@y>");
    assertThat(type.parameter("Transfer-Syntax")).contains("1.2");
    assertThat(type.boundary()).contains("uuid");
    assertThat(type.rootType()).map(ContentType::mediaType).contains("application/dicom");
  }

  @Test
  void parse_asOrthancWrites_findsTheTransferSyntaxWithinTheType() {
    ContentType type =
        parse(
            "multipart/related; type=\"application/octet-stream; transfer-syntax=1.2.840\";"
                + " boundary=b-b");

    ContentType root = type.rootType().orElseThrow();
    assertThat(root.mediaType()).isEqualTo("application/octet-stream");
    assertThat(root.parameter("transfer-syntax")).contains("1.2.840");
    assertThat(type.parameter("transfer-syntax")).isEmpty();
    assertThat(type.boundary()).contains("b-b");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "a/b; boundary=\"x;y\"; c=d|x;y",
        "a/b; boundary=\"x\\\"y\\\\z\"|x\"y\\z",
        "a/b; type=application/dicom; BOUNDARY = \t x |x",
        "a/b ;boundary= \"x\" junk; c=d|x",
        "a/b;;; boundary=x=y;|x=y",
        "a/b; c; boundary=x; boundary=y|x",
        "a/b; c=\"boundary=no\"; boundary=\"x|x",
        "a/b; boundary=a'()+_,-./:=?|a'()+_,-./:=?"
      })
  void boundary_writtenInAnyWay_isFound(String value, String boundary) {
    assertThat(parse(value).boundary()).contains(boundary);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"a/b", "a/b;", "a/b; boundary", "a/b; boundary=", "a/b; boundary=\"\"", "a/b; =x"})
  void boundary_absentOrEmpty_isNone(String value) {
    assertThat(parse(value).boundary()).isEmpty();
  }

  @Test
  void boundary_thatNoReaderCanUse_isNone() {
    assertThat(parse("a/b; boundary=\"x\ny\"").boundary()).isEmpty();
    assertThat(parse("a/b; boundary=" + "x".repeat(1025)).boundary()).isEmpty();
    assertThat(parse("a/b; boundary=" + "x".repeat(1024)).boundary()).isPresent();
  }

  @Test
  void parse_anyCase_isLowerExceptForValues() {
    ContentType type = parse(" Application/DICOM+JSON; Charset=UTF-8");

    assertThat(type.mediaType()).isEqualTo("application/dicom+json");
    assertThat(type.isMultipart()).isFalse();
    assertThat(type.rootType()).isEmpty();
    assertThat(type.parameter("CHARSET")).contains("UTF-8");
  }

  @Test
  void parse_typeWithoutQuotes_isFound() {
    assertThat(parse("multipart/related; type=application/dicom+xml").rootType())
        .map(ContentType::mediaType)
        .contains("application/dicom+xml");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "/", "a/", "/b", "application", "; a/b", "\"a/b"})
  void parse_noTypeOrSubtype_isEmptyUnlessThereIsASlash(String value) {
    assertThat(ContentType.parse(value).isPresent()).isEqualTo(value.equals("\"a/b"));
  }

  @Test
  void toString_parameters_areNotShown() {
    assertThat(parse("a/b; secret=token")).hasToString("a/b");
  }
}
