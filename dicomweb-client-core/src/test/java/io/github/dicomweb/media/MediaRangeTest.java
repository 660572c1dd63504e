// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.dicomweb.dicom.TransferSyntax;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MediaRangeTest {
  private static final MediaRange JPEG = MediaRange.of(MediaType.JPEG);

  @Test
  void toString_allParameters_areAsInAnAcceptHeader() {
    assertThat(JPEG.transferSyntax(TransferSyntax.JPEG_BASELINE).q(0.5))
        .hasToString("image/jpeg; transfer-syntax=1.2.840.10008.1.2.4.50; q=0.5");
    assertThat(MediaRange.allOf("IMAGE").anyTransferSyntax())
        .hasToString("image/*; transfer-syntax=*");
  }

  @Test
  void includes_wildcards_takeWhatTheyName() {
    assertThat(MediaRange.allOf("image").includes(MediaType.PNG)).isTrue();
    assertThat(MediaRange.allOf("image").includes(MediaType.MP4)).isFalse();
    assertThat(MediaRange.ANY.includes(MediaType.MP4)).isTrue();
    assertThat(JPEG.includes(MediaType.PNG)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, -1, 1.1, Double.NaN})
  void q_outsideItsRange_isRefused(double q) {
    assertThatIllegalArgumentException().isThrownBy(() -> JPEG.q(q));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "image", "image/", "image/*", "a/b; c=d", "a/b/c", "a b/c"})
  void mediaType_notATypeAndASubtype_isRefused(String name) {
    assertThatIllegalArgumentException().isThrownBy(() -> MediaType.of(name));
  }

  @ParameterizedTest
  @CsvSource({
    "INSTANCES, application/dicom, true",
    "INSTANCES, application/octet-stream, true",
    "FRAMES, application/dicom, false",
    "FRAMES, image/jls, true",
    "BULK_DATA, application/pdf, true",
    "METADATA, application/dicom+xml, true",
    "METADATA, image/jpeg, false",
    "SEARCH, application/dicom+json, true",
    "RENDERED, image/png, true",
    "RENDERED, application/dicom, false",
    "RENDERED, image/jls, false",
    "RENDERED, model/stl, true",
    "THUMBNAIL, image/png, true",
    "THUMBNAIL, video/mp4, false"
  })
  void category_aMediaType_isLegalOrNot(ResourceCategory category, String type, boolean legal) {
    assertThat(category.objectionTo(MediaRange.of(MediaType.of(type))).isEmpty()).isEqualTo(legal);
  }

  @Test
  void category_transferSyntax_mustFitTheMediaType() {
    MediaRange wrong = JPEG.transferSyntax(TransferSyntax.JPEG_2000);

    assertThatIllegalArgumentException()
        .isThrownBy(() -> ResourceCategory.FRAMES.require(wrong))
        .withMessageContaining("image/jpeg");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ResourceCategory.RENDERED.require(JPEG.anyTransferSyntax()));
    assertThat(ResourceCategory.FRAMES.require(JPEG.anyTransferSyntax())).isNotNull();
  }
}
