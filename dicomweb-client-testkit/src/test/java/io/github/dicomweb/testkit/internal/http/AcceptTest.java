// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.testkit.internal.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class AcceptTest {
  private static final String IMPLICIT = "1.2.840.10008.1.2";
  private static final Offer MULTIPART = Offer.multipart("application/dicom", IMPLICIT);
  private static final Offer SINGLE = Offer.single("application/dicom", IMPLICIT);
  private static final Offer JSON = Offer.single("application/dicom+json", "");

  private static Accept accept(String... values) {
    return Accept.parse(List.of(values));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "multipart/related; type=\"application/dicom\"; transfer-syntax=*",
        "multipart/related;type=application/dicom;transfer-syntax=1.2.840.10008.1.2",
        "multipart/related; type=\"application/*\"; transfer-syntax=\"*\"",
        "Multipart/Related; TYPE=\"Application/DICOM\"; Transfer-Syntax=*",
        "text/html;x=\"a,b;c\", multipart/related; transfer-syntax=*;q=0.001"
      })
  void accepts_rangeOfTheOffer_isTrue(String value) {
    assertThat(accept(value).accepts(MULTIPART)).isTrue();
    assertThat(accept(value).accepts(JSON)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "multipart/related; type=\"application/dicom\"",
        "application/dicom; transfer-syntax=*",
        "multipart/related; type=\"image/jpeg\"; transfer-syntax=*",
        "multipart/related; type=\"application/dicom\"; transfer-syntax=*; q=0, application/json"
      })
  void accepts_otherRange_isFalse(String value) {
    assertThat(accept(value).accepts(MULTIPART)).isFalse();
  }

  @Test
  void best_followsQuality() {
    String single = "application/dicom; transfer-syntax=*";
    String multipart = "multipart/related; type=\"application/dicom\"; transfer-syntax=*";
    List<Offer> offers = List.of(MULTIPART, SINGLE);

    assertThat(accept(single + ";q=0.4", multipart + ";q=0.3").best(offers)).hasValue(SINGLE);
    assertThat(accept(single + "," + multipart).best(offers)).hasValue(SINGLE);
    assertThat(accept(multipart, single).best(offers)).hasValue(MULTIPART);
  }

  @Test
  void best_exactRangeDecidesOverAWildcard() {
    assertThat(accept("*/*, application/dicom+json;q=0").best(List.of(JSON))).isEmpty();
    assertThat(accept("*/*;q=0, application/dicom+json;q=0.1").best(List.of(JSON))).hasValue(JSON);
  }

  @ParameterizedTest
  @ValueSource(strings = {"dicom", "a/b;q=2", "a/b;q=x", "a/b;c", "a/b;q=0.0001"})
  void parse_malformed_isABadRequest(String value) {
    assertThatThrownBy(() -> accept(value)).isInstanceOf(HttpProblem.class);
  }
}
