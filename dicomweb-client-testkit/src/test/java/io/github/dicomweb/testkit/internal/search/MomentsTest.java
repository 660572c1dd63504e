// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.testkit.internal.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.dicomweb.dicom.VR;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class MomentsTest {
  @ParameterizedTest
  @CsvSource({
    "DA,20260228,20260228,true",
    "DA,20260101-20261231,20260704,true",
    "DA,20260101-20261231,20270101,false",
    "DA,-20261231,19000101,true",
    "TM,10,105959,true",
    "TM,10,110000,false",
    "TM,1030-1045,104559.999999,true",
    "TM,1030-1045,1046,false",
    "TM,-12,1259,true",
    "TM,093000.5,093000.500000,true",
    "DT,2026,20260704120000,true",
    "DT,202602,20260301,false",
    "DT,2025-2026,202612312359,true",
    "DT,20260101120000+0100,20260101110000+0000,true",
    "DT,20260101120000-0500,20260101170000+0000,true",
    "DT,20260101100000-0500-20260101110000-0500,20260101153000+0000,true",
    "DT,-20260101,2025,true"
  })
  void parseRange_containsWhatItCovers(String vr, String range, String value, boolean expected) {
    VR type = VR.of(vr);

    assertThat(Moments.parseRange(type, range).contains(Moments.parse(type, value)))
        .isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "DA,-",
    "DA,20260230",
    "DA,2026-01-01",
    "DA,20260101-x",
    "TM,1",
    "TM,2400",
    "TM,10:30",
    "DT,20261301",
    "DT,26",
    "DT,20260101+1500",
    "DT,-"
  })
  void parseRange_other_isRefused(String vr, String value) {
    assertThatThrownBy(() -> Moments.parseRange(VR.of(vr), value))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
