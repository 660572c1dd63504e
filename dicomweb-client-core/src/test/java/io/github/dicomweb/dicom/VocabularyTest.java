// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.dicom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class VocabularyTest {
  @Test
  void vr_ofACode_isTheConstant() {
    assertThat(VR.of("PN")).isSameAs(VR.PN);
    assertThat(VR.of("UV").hasLongLength()).isTrue();
    assertThat(VR.of("US").hasLongLength()).isFalse();
    assertThat(VR.SQ.kind()).isEqualTo(VR.Kind.SEQUENCE);
    assertThat(VR.UT.isMultiValued()).isFalse();
    assertThat(VR.UC.isMultiValued()).isTrue();
  }

  @Test
  void vr_ofAnUnknownCode_passesThroughAsOneObject() {
    VR vr = VR.of("ZZ");
    assertThat(VR.of("ZZ")).isSameAs(vr);
    assertThat(vr.isStandard()).isFalse();
    assertThat(vr.code()).isEqualTo("ZZ");
    assertThat(vr.kind()).isEqualTo(VR.Kind.BINARY);
    assertThat(VR.of("Smith").toString()).doesNotContain("Smith");
  }

  @Test
  void transferSyntax_ofKnownUids_knowsTheEncoding() {
    assertThat(TransferSyntax.of("1.2.840.10008.1.2"))
        .isEqualTo(TransferSyntax.IMPLICIT_VR_LITTLE_ENDIAN);
    assertThat(TransferSyntax.IMPLICIT_VR_LITTLE_ENDIAN.isImplicitVr()).isTrue();
    assertThat(TransferSyntax.EXPLICIT_VR_BIG_ENDIAN.isBigEndian()).isTrue();
    assertThat(TransferSyntax.DEFLATED_EXPLICIT_VR_LITTLE_ENDIAN.isDeflated()).isTrue();
    assertThat(TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN.isEncapsulated()).isFalse();
    assertThat(TransferSyntax.JPEG_BASELINE.isEncapsulated()).isTrue();
    assertThat(TransferSyntax.JPEG_XL.name()).isEqualTo("JPEG XL");
    assertThat(TransferSyntax.JPEG_2000.name()).isEqualTo("JPEG 2000 Image Compression");
  }

  @Test
  void transferSyntax_ofAnUnknownUid_passesThrough() {
    TransferSyntax syntax = TransferSyntax.of("1.2.3.4");
    assertThat(syntax.uid()).isEqualTo("1.2.3.4");
    assertThat(syntax.name()).isEqualTo("1.2.3.4");
    assertThat(syntax.toString()).doesNotContain("1.2.3");
    assertThatThrownBy(() -> TransferSyntax.of("")).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void transferSyntax_byKeyword_isFoundInAnyCase() {
    assertThat(TransferSyntax.find("jpeg2000lossless")).contains(TransferSyntax.JPEG_2000_LOSSLESS);
    assertThat(TransferSyntax.find("1.2.3")).contains(TransferSyntax.of("1.2.3"));
    assertThat(TransferSyntax.find("CTImageStorage")).isEmpty();
  }

  @Test
  void uids_knownAndUnknown_haveNames() {
    assertThat(Uids.name("1.2.840.10008.5.1.4.1.1.2")).isEqualTo("CT Image Storage");
    assertThat(Uids.name("1.2.3")).isEqualTo("1.2.3");
    assertThat(Uids.find("1.2.840.10008.5.1.4.1.1.2").orElseThrow().type()).isEqualTo("SOP Class");
  }
}
