// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.testdata;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TestStudiesTest {
  @Test
  void all_index_listsTwoStudiesWithDistinctInstances() {
    assertThat(TestStudies.all()).hasSize(26).containsAll(TestStudies.phantomStudy());
    assertThat(TestStudies.all()).extracting(TestObject::sopInstanceUid).doesNotHaveDuplicates();
    assertThat(TestStudies.all().stream().map(TestObject::studyInstanceUid).distinct()).hasSize(2);
    assertThat(TestStudies.all().stream().map(TestObject::seriesInstanceUid).distinct()).hasSize(5);
  }

  @Test
  void phantomStudy_series_areThoseOfOneStudy() {
    assertThat(TestStudies.ctSlices())
        .hasSize(20)
        .allMatch(slice -> slice.sopClassUid().equals(Uids.CT_IMAGE_STORAGE));
    assertThat(
            List.of(
                TestStudies.multiFrame(),
                TestStudies.structuredReport(),
                TestStudies.encapsulatedPdf()))
        .extracting(TestObject::sopClassUid)
        .containsExactly(
            Uids.MULTI_FRAME_GRAYSCALE_BYTE_SECONDARY_CAPTURE,
            Uids.BASIC_TEXT_SR_STORAGE,
            Uids.ENCAPSULATED_PDF_STORAGE);
    assertThat(TestStudies.phantomStudy().stream().map(TestObject::studyInstanceUid).distinct())
        .hasSize(1);
  }

  @Test
  void secondStudy_objects_areInThreeTransferSyntaxes() {
    assertThat(TestStudies.secondStudy())
        .containsExactly(
            TestStudies.privateAndNested(), TestStudies.bigEndian(), TestStudies.deflated())
        .extracting(TestObject::transferSyntaxUid)
        .containsExactly("1.2.840.10008.1.2.1", "1.2.840.10008.1.2.2", "1.2.840.10008.1.2.1.99");
  }

  @Test
  void bytes_everyObject_beginsAsPart10FileAndNamesItsOwnUids() {
    for (TestObject object : TestStudies.all()) {
      byte[] bytes = object.bytes();
      assertThat(new String(bytes, 128, 4, US_ASCII)).isEqualTo("DICM");
      assertThat(new String(bytes, 0, 400, ISO_8859_1))
          .contains(object.sopClassUid())
          .contains(object.sopInstanceUid())
          .contains(object.transferSyntaxUid());
    }
  }

  @Test
  void bytes_patientNames_areInTheCharacterSetOfTheirStudy() {
    assertThat(new String(TestStudies.structuredReport().bytes(), UTF_8))
        .contains("ISO_IR 192", TestStudies.PHANTOM_PATIENT_NAME, TestStudies.PHANTOM_PATIENT_ID);
    assertThat(new String(TestStudies.bigEndian().bytes(), ISO_8859_1))
        .contains("ISO_IR 100", TestStudies.SECOND_PATIENT_NAME, TestStudies.SECOND_PATIENT_ID);
  }

  @Test
  void copyAllTo_directory_keepsFoldersAndOctets(@TempDir Path dir) throws IOException {
    List<Path> files = TestStudies.copyAllTo(dir);

    assertThat(files).hasSize(26).doesNotHaveDuplicates();
    assertThat(dir.resolve("phantom/1-ct/ct-01.dcm"))
        .isEqualTo(files.get(0))
        .hasBinaryContent(TestStudies.all().get(0).bytes());
  }

  @Test
  void copyTo_existingFile_isReplaced(@TempDir Path dir) throws IOException {
    TestObject object = TestStudies.deflated();
    Files.writeString(object.copyTo(dir), "something else");

    assertThat(object.copyTo(dir)).hasBinaryContent(object.bytes());
  }

  @Test
  void open_object_givesItsOctets() throws IOException {
    try (InputStream in = TestStudies.multiFrame().open()) {
      assertThat(in.readAllBytes()).isEqualTo(TestStudies.multiFrame().bytes());
    }
  }

  @Test
  void toString_object_tellsNoUid() {
    assertThat(TestStudies.multiFrame())
        .hasToString("TestObject[phantom/2-multi-frame/moving-disc.dcm]");
  }
}
