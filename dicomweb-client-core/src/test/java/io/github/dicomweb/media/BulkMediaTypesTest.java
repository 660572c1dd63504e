// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.media;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dicomweb.dicom.TransferSyntax;
import io.github.dicomweb.dicom.Uids;
import io.github.dicomweb.media.BulkMediaTypes.Loss;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BulkMediaTypesTest {
  @Test
  void table_eachTransferSyntax_isRegisteredAndLeadsBack() {
    BulkMediaTypes.all()
        .forEach(
            (type, syntaxes) ->
                assertThat(syntaxes)
                    .isNotEmpty()
                    .allSatisfy(
                        syntax -> {
                          assertThat(Uids.find(syntax.uid())).as(syntax.uid()).isPresent();
                          assertThat(BulkMediaTypes.mediaTypeOf(syntax)).contains(type);
                          assertThat(BulkMediaTypes.lossOf(syntax)).isNotEqualTo(Loss.UNKNOWN);
                        }));
  }

  @ParameterizedTest
  @CsvSource({
    "application/octet-stream, .1",
    "image/jpeg, .4.70",
    "image/jls, .4.80",
    "image/jp2, .4.90",
    "image/jpx, .4.92",
    "image/dicom-rle, .5",
    "video/mpeg, .4.101",
    "video/mp4, .4.102"
  })
  void defaultTransferSyntax_ofEachType_isTheStandards(String type, String suffix) {
    assertThat(BulkMediaTypes.defaultTransferSyntaxOf(MediaType.of(type)))
        .contains(TransferSyntax.of("1.2.840.10008.1.2" + suffix));
  }

  @Test
  void mediaTypeOf_uncompressedSyntaxesOfFiles_isOctetStream() {
    assertThat(BulkMediaTypes.mediaTypeOf(TransferSyntax.IMPLICIT_VR_LITTLE_ENDIAN))
        .contains(MediaType.OCTET_STREAM);
    assertThat(BulkMediaTypes.mediaTypeOf(TransferSyntax.EXPLICIT_VR_BIG_ENDIAN))
        .contains(MediaType.OCTET_STREAM);
    assertThat(BulkMediaTypes.mediaTypeOf(TransferSyntax.of("1.2.3"))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "image/x-dicom-rle, image/dicom-rle",
    "image/x-jls, image/jls",
    "image/dicom+jp2, image/jp2",
    "image/jpll, image/jpeg",
    "image/png, image/png"
  })
  void canonical_legacyName_isWhatTheStandardCallsItNow(String legacy, String now) {
    MediaType type = MediaType.of(legacy);

    assertThat(BulkMediaTypes.canonical(type)).isEqualTo(MediaType.of(now));
    assertThat(BulkMediaTypes.isLegacy(type)).isEqualTo(!legacy.equals(now));
  }

  @ParameterizedTest
  @CsvSource({
    ".4.50, LOSSY",
    ".4.70, LOSSLESS",
    ".4.81, EITHER",
    ".4.90, LOSSLESS",
    ".4.91, EITHER",
    ".4.102, LOSSY",
    ".4.203, EITHER",
    ".99, UNKNOWN"
  })
  void lossOf_aTransferSyntax_isWhatItDoesToThePixels(String suffix, Loss loss) {
    assertThat(BulkMediaTypes.lossOf(TransferSyntax.of("1.2.840.10008.1.2" + suffix)))
        .isEqualTo(loss);
  }
}
