// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.dicom;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class DatasetDumpTest {
  @Test
  void toText_everyKindOfValue_isALine() {
    Dataset item = Dataset.builder().put(Tag.PatientID, "1").build();
    Dataset dataset =
        Dataset.builder()
            .put(Tag.ImageType, "ORIGINAL", "PRIMARY")
            .put(Tag.AccessionNumber)
            .put(Tag.PatientName, "Dôe^J=山田")
            .put(0x00090010, VR.LO, "CREATOR")
            .putInts(Tag.Rows, 512)
            .put(Tag.FrameIncrementPointer, "00181063")
            .putSequence(Tag.RequestAttributesSequence, Dataset.empty(), item)
            .putBinary(Tag.EncapsulatedDocument, VR.OB, new byte[20])
            .putBulkData(0x00420020, VR.OB, BulkDataReference.of("../b"))
            .put(FragmentsElement.of(Tag.PixelData, VR.OB, List.of(new byte[0], new byte[2])))
            .build();
    assertThat(DatasetDump.toText(dataset).lines().map(l -> l.replaceAll(" +", " ")))
        .containsExactly(
            "(0008,0008) CS [ORIGINAL\\PRIMARY] # 2 ImageType",
            "(0008,0050) SH (no value) # 0 AccessionNumber",
            "(0009,0010) LO [CREATOR] # 1 PrivateCreator",
            "(0010,0010) PN [Dôe^J=山田] # 1 PatientName",
            "(0028,0009) AT 00181063 # 1 FrameIncrementPointer",
            "(0028,0010) US 512 # 1 Rows",
            "(0040,0275) SQ (sequence) # 2 RequestAttributesSequence",
            " item 1 # 0 attributes",
            " item 2 # 1 attributes",
            " (0010,0020) LO [1] # 1 PatientID",
            "(0042,0011) OB 00\\00\\00\\00\\00\\00\\00\\00\\00\\00\\00\\00\\00\\00\\00\\00..."
                + " (20 bytes) # 1 EncapsulatedDocument",
            "(0042,0020) OB -> ../b # 1",
            "(7FE0,0010) OB (1 fragments) # 2 PixelData");
  }

  @Test
  void toText_longValuesAndControlCharacters_areCutAndShown() {
    Dataset dataset =
        Dataset.builder()
            .put(Tag.PatientComments, "\u001B[2J\r\n\u202E")
            .put(Tag.TextValue, "x".repeat(1000))
            .build();
    assertThat(DatasetDump.toText(dataset))
        .contains("[\\u001B[2J\\u000D\\u000A\\u202E]")
        .contains("x".repeat(64) + "...]")
        .doesNotContain("x".repeat(65));
  }

  @Test
  void toString_ofADataset_isNotTheDump() {
    Dataset dataset = Dataset.builder().put(Tag.PatientName, "Secret").build();
    assertThat(dataset.toString()).doesNotContain("Secret");
    assertThat(dataset.element(Tag.PatientName).orElseThrow().toString()).doesNotContain("Secret");
  }

  @Test
  void newUid_manyTimes_isANewOneOfTheStandardForm() {
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < 1000; i++) {
      String uid = Uids.newUid();
      assertThat(uid).matches("2\\.25\\.[1-9][0-9]{0,38}");
      assertThat(seen.add(uid)).isTrue();
    }
    // the example of PS3.5 §B.2
    assertThat(Uids.of(UUID.fromString("f81d4fae-7dec-11d0-a765-00a0c91e6bf6")))
        .isEqualTo("2.25.329800735698586629295641978511506172918");
    assertThat(Uids.of(new UUID(0, 1))).isEqualTo("2.25.1");
  }
}
