// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.testdata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class DicomFileWriterTest {
  private static final HexFormat HEX = HexFormat.of().withUpperCase();
  private static final String EXPLICIT_IDENTITY =
      "08001600 5549 0400 312E3200" + "08001800 5549 0200 3100";

  @Test
  void file_explicitLittleEndian_writesShortAndLongHeaders() {
    DataElements data =
        identity()
            .set(Attr.Rows, 0x0102)
            .set(Attr.CTDIvol, 1.0)
            .set(Attr.FrameIncrementPointer, Attr.FrameTime)
            .set(Attr.EncapsulatedDocumentLength, 0x01020304)
            .pixels(new short[] {0x0A0B});

    assertBody(
        TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN,
        data,
        EXPLICIT_IDENTITY
            + "18004593 4644 0800 000000000000F03F"
            + "28000900 4154 0400 18006310"
            + "28001000 5553 0200 0201"
            + "42001500 554C 0400 04030201"
            + "E07F1000 4F57 0000 02000000 0B0A");
  }

  @Test
  void file_explicitBigEndian_turnsTagsLengthsNumbersAndWordsButNotOctets() {
    DataElements data =
        identity()
            .set(Attr.Rows, 0x0102)
            .set(Attr.FrameIncrementPointer, Attr.FrameTime)
            .bytes(0x00291002, "OB", new byte[] {1, 2})
            .pixels(new short[] {0x0A0B});

    assertBody(
        TransferSyntax.EXPLICIT_VR_BIG_ENDIAN,
        data,
        "00080016 5549 0004 312E3200"
            + "00080018 5549 0002 3100"
            + "00280009 4154 0004 00181063"
            + "00280010 5553 0002 0102"
            + "00291002 4F42 0000 00000002 0102"
            + "7FE00010 4F57 0000 00000002 0A0B");
  }

  @Test
  void file_implicitLittleEndian_writesNoVr() {
    assertBody(
        TransferSyntax.IMPLICIT_VR_LITTLE_ENDIAN,
        identity().set(Attr.InstanceNumber, 7),
        "08001600 04000000 312E3200" + "08001800 02000000 3100" + "20001300 02000000 3720");
  }

  @Test
  void file_sequences_endAsTheirStyleSays() {
    DataElements data =
        identity()
            .sequence(Attr.ReferencedSeriesSequence, new DataElements().set(Attr.Modality, "CT"))
            .sequenceOfUndefinedLength(0x00400275, new DataElements().set(Attr.Modality, "CT"));

    assertBody(
        TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN,
        data,
        EXPLICIT_IDENTITY
            + "08001511 5351 0000 12000000"
            + "FEFF00E0 0A000000 08006000 4353 0200 4354"
            + "40007502 5351 0000 FFFFFFFF"
            + "FEFF00E0 FFFFFFFF 08006000 4353 0200 4354 FEFF0DE0 00000000"
            + "FEFFDDE0 00000000");
  }

  @Test
  void file_textWithCharacterSet_isEncodedInIt() {
    assertBody(
        TransferSyntax.IMPLICIT_VR_LITTLE_ENDIAN,
        identity().set(Attr.SpecificCharacterSet, "ISO_IR 100").set(Attr.PatientName, "Ü"),
        "08000500 0A000000 49534F5F495220313030"
            + "08001600 04000000 312E3200"
            + "08001800 02000000 3100"
            + "10001000 02000000 DC20");
    assertBody(
        TransferSyntax.IMPLICIT_VR_LITTLE_ENDIAN,
        identity().set(Attr.SpecificCharacterSet, "ISO_IR 192").set(Attr.PatientName, "Ü"),
        "08000500 0A000000 49534F5F495220313932"
            + "08001600 04000000 312E3200"
            + "08001800 02000000 3100"
            + "10001000 02000000 C39C");
  }

  @Test
  void file_textOutsideTheCharacterSet_isRefused() {
    DataElements data = identity().set(Attr.PatientName, "山");

    assertThatIllegalArgumentException()
        .isThrownBy(() -> DicomFileWriter.file(TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN, data));
  }

  @Test
  void set_sameAttributeTwice_isRefused() {
    DataElements data = identity();

    assertThatIllegalStateException().isThrownBy(() -> data.set(Attr.SOPInstanceUID, "2"));
  }

  @Test
  void fileBeforePixels_thenPixels_isTheWholeFile() {
    byte[] start =
        DicomFileWriter.fileBeforePixels(TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN, identity(), 2);
    byte[] whole = Arrays.copyOf(start, start.length + 2);
    whole[start.length] = 0x0B;
    whole[start.length + 1] = 0x0A;

    assertThat(whole)
        .isEqualTo(
            DicomFileWriter.file(
                TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN, identity().pixels(new short[] {0x0A0B})));
  }

  private static DataElements identity() {
    return new DataElements().set(Attr.SOPClassUID, "1.2").set(Attr.SOPInstanceUID, "1");
  }

  /** Checks the preamble and the group length on the way to the data set. */
  private static void assertBody(TransferSyntax syntax, DataElements data, String hex) {
    byte[] file = DicomFileWriter.file(syntax, data);
    assertThat(Arrays.copyOf(file, 128)).containsOnly(0);
    // DICM, then (0002,0000) UL of four octets
    assertThat(HEX.formatHex(file, 128, 140)).isEqualTo("4449434D" + "02000000554C0400");
    int length = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN).getInt(140);
    assertThat(HEX.formatHex(file, 144 + length, file.length)).isEqualTo(hex.replace(" ", ""));
  }
}
