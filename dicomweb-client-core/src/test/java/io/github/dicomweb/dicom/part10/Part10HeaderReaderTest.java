// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.dicom.part10;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.dicomweb.dicom.Tag;
import io.github.dicomweb.error.DicomFormatException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class Part10HeaderReaderTest {
  private static final Bytes FILE =
      Bytes.littleEndianFile()
          .text(Tag.SOPClassUID, "UI", "1.1")
          .text(Tag.SOPInstanceUID, "UI", "1.2")
          .head(Tag.ReferencedSeriesSequence, "SQ", Bytes.UNDEFINED)
          .item(Bytes.UNDEFINED)
          .text(Tag.SeriesInstanceUID, "UI", "9.9")
          .endItem()
          .endSequence()
          .text(Tag.StudyInstanceUID, "UI", "1.3")
          .text(Tag.SeriesInstanceUID, "UI", "1.4");

  @Test
  void read_aFile_givesItsIdentifiers() throws IOException {
    Part10Header header = Part10HeaderReader.read(new ByteArrayInputStream(FILE.toByteArray()));
    assertThat(header.sopClassUid()).contains("1.1");
    assertThat(header.sopInstanceUid()).contains("1.2");
    assertThat(header.studyInstanceUid()).contains("1.3");
    assertThat(header.seriesInstanceUid()).contains("1.4");
    assertThat(header.transferSyntaxUid()).contains("1.2.840.10008.1.2.1");
    assertThat(header.toString()).doesNotContain("1.2");
  }

  @Test
  void read_whatFollowsTheHeader_isNeverReached() throws IOException {
    byte[] head = FILE.toByteArray();
    InputStream endless =
        new InputStream() {
          private long at;

          @Override
          public int read() {
            at++;
            return at <= head.length ? head[(int) at - 1] & 0xFF : 0xFF;
          }

          @Override
          public int read(byte[] bytes, int offset, int length) {
            assertThat(at).isLessThan(64 * 1024);
            for (int i = 0; i < length; i++) {
              bytes[offset + i] = (byte) read();
            }
            return length;
          }
        };
    assertThat(Part10HeaderReader.read(endless).seriesInstanceUid()).contains("1.4");
  }

  @Test
  void read_withoutIdentifiersInTheDataset_takesThoseOfTheMeta() throws IOException {
    byte[] bytes =
        new Bytes()
            .raw(new byte[128])
            .raw((byte) 'D', (byte) 'I', (byte) 'C', (byte) 'M')
            .text(Tag.MediaStorageSOPClassUID, "UI", "2.1")
            .text(Tag.MediaStorageSOPInstanceUID, "UI", "2.2")
            .text(Tag.PatientID, "LO", "42")
            .toByteArray();
    Part10Header header = Part10HeaderReader.read(new ByteArrayInputStream(bytes));
    assertThat(header.sopClassUid()).contains("2.1");
    assertThat(header.sopInstanceUid()).contains("2.2");
    assertThat(header.studyInstanceUid()).isEmpty();
    assertThat(header.transferSyntaxUid()).isEmpty();
  }

  @Test
  void isDicom_anyFile_tellsThemApart(@TempDir Path dir) throws IOException {
    Path dicom = Files.write(dir.resolve("a"), FILE.toByteArray());
    Path text = Files.writeString(dir.resolve("b"), "no DICOM at all");
    Path empty = Files.createFile(dir.resolve("c"));
    assertThat(Part10HeaderReader.isDicom(dicom)).isTrue();
    assertThat(Part10HeaderReader.isDicom(text)).isFalse();
    assertThat(Part10HeaderReader.isDicom(empty)).isFalse();
    assertThat(Part10HeaderReader.read(dicom).sopInstanceUid()).contains("1.2");
    assertThatThrownBy(() -> Part10HeaderReader.read(text))
        .isInstanceOf(DicomFormatException.class);
  }
}
