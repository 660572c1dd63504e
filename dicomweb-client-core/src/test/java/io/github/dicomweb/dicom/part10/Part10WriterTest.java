// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.dicom.part10;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.dicomweb.dicom.BinaryElement;
import io.github.dicomweb.dicom.Dataset;
import io.github.dicomweb.dicom.Element;
import io.github.dicomweb.dicom.FragmentsElement;
import io.github.dicomweb.dicom.NumberElement;
import io.github.dicomweb.dicom.SequenceElement;
import io.github.dicomweb.dicom.Tag;
import io.github.dicomweb.dicom.Tags;
import io.github.dicomweb.dicom.TextElement;
import io.github.dicomweb.dicom.TransferSyntax;
import io.github.dicomweb.dicom.VR;
import io.github.dicomweb.error.DicomFormatException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class Part10WriterTest {
  private static final int PRIVATE = 0x00091001;

  private static Dataset with(Element... elements) {
    var builder =
        Dataset.builder()
            .put(Tag.SOPClassUID, "1.2.840.10008.5.1.4.1.1.7")
            .put(Tag.SOPInstanceUID, "1.2.3");
    Stream.of(elements).forEach(builder::put);
    return builder.build();
  }

  /** The bytes behind the file meta information and the identifiers. */
  private static byte[] body(Element element) {
    byte[] without = Part10Writer.create().toBytes(with());
    byte[] bytes = Part10Writer.create().toBytes(with(element));
    return Arrays.copyOfRange(bytes, without.length, bytes.length);
  }

  private static Dataset read(byte[] bytes) {
    return Part10Reader.create().read(bytes).dataset();
  }

  @Test
  void toBytes_anyDataset_beginsWithPreambleAndNewMeta() {
    Dataset old = with(TextElement.of(Tag.TransferSyntaxUID, VR.UI, "1.2.840.10008.1.2"));
    byte[] bytes = Part10Writer.create().toBytes(old);
    assertThat(Arrays.copyOf(bytes, 128)).containsOnly(0);
    assertThat(new String(bytes, 128, 4, StandardCharsets.ISO_8859_1)).isEqualTo("DICM");
    Part10File file = Part10Reader.create().read(bytes);
    assertThat(file.transferSyntax()).isEqualTo(TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN);
    assertThat(file.fileMeta().string(Tag.MediaStorageSOPClassUID))
        .contains("1.2.840.10008.5.1.4.1.1.7");
    assertThat(file.fileMeta().string(Tag.MediaStorageSOPInstanceUID)).contains("1.2.3");
    assertThat(file.fileMeta().string(Tag.ImplementationClassUID))
        .contains(Part10Writer.IMPLEMENTATION_CLASS_UID);
    assertThat(file.dataset().contains(Tag.TransferSyntaxUID)).isFalse();
    int length = bytes[140] & 0xFF;
    assertThat(bytes[144 + length]).as("the dataset begins with group 0008").isEqualTo((byte) 8);
  }

  static Stream<Object[]> padded() {
    return Stream.of(
        new Object[] {TextElement.of(PRIVATE, VR.LO, "abc"), "LO\4\0abc "},
        new Object[] {TextElement.of(PRIVATE, VR.UI, "1.2"), "UI\4\0" + "1.2\0"},
        new Object[] {TextElement.of(PRIVATE, VR.UT, "é<"), "UT\0\0\4\0\0\0Ã©< "},
        new Object[] {TextElement.of(PRIVATE, VR.CS, List.of("A", "")), "CS\2\0A\\"},
        new Object[] {BinaryElement.of(PRIVATE, VR.OB, new byte[] {1}), "OB\0\0\2\0\0\0\1\0"},
        new Object[] {BinaryElement.of(PRIVATE, VR.of("ZZ"), new byte[2]), "UN\0\0\2\0\0\0\0\0"},
        new Object[] {TextElement.of(PRIVATE, VR.of("ZZ"), "x"), "UN\0\0\2\0\0\0x "},
        new Object[] {TextElement.of(PRIVATE, VR.AT, "00181063"), "AT\4\0\u0018\0c\u0010"},
        new Object[] {NumberElement.of(PRIVATE, VR.SS, -2L), "SS\2\0þÿ"});
  }

  @ParameterizedTest
  @MethodSource("padded")
  void toBytes_valueOfAVr_isPaddedAsTheVrHasIt(Element element, String expected) {
    assertThat(new String(body(element), StandardCharsets.ISO_8859_1))
        .isEqualTo("\t\0\1\u0010" + expected);
  }

  @Test
  void toBytes_textOfOtherCharacterSets_isUtf8InItemsToo() {
    Dataset item =
        Dataset.builder()
            .put(Tag.SpecificCharacterSet, "ISO 2022 IR 87")
            .put(Tag.PatientName, "山田")
            .build();
    Dataset dataset = with(SequenceElement.of(Tag.ReferencedPatientSequence, VR.SQ, List.of(item)));
    Dataset read = read(Part10Writer.create().toBytes(dataset));
    assertThat(read.string(Tag.SpecificCharacterSet)).contains("ISO_IR 192");
    assertThat(read.string("ReferencedPatientSequence.SpecificCharacterSet"))
        .contains("ISO_IR 192");
    assertThat(read.string("ReferencedPatientSequence.PatientName")).contains("山田");
  }

  @Test
  void toBytes_longValueOfAShortVr_becomesUnAndIsReadAgain() {
    String values = "1.5\\".repeat(20_000) + "1.5";
    Element element = TextElement.of(Tag.ContourData, VR.DS, List.of(values.split("\\\\")));
    byte[] body = body(element);
    assertThat(new String(body, 4, 2, StandardCharsets.ISO_8859_1)).isEqualTo("UN");
    assertThat(read(Part10Writer.create().toBytes(with(element))).element(Tag.ContourData))
        .contains(element);
  }

  @Test
  void toBytes_fragments_keepOffsetsUnlessPaddingMovesThem() {
    byte[] offsets = {0, 0, 0, 0};
    Part10Writer writer = Part10Writer.create().transferSyntax(TransferSyntax.JPEG_BASELINE);
    Element even = FragmentsElement.of(Tag.PixelData, VR.OB, List.of(offsets, new byte[] {1, 2}));
    Part10File file = Part10Reader.create().read(writer.toBytes(with(even)));
    assertThat(file.transferSyntax()).isEqualTo(TransferSyntax.JPEG_BASELINE);
    assertThat(file.dataset().element(Tag.PixelData)).contains(even);
    Element odd = FragmentsElement.of(Tag.PixelData, VR.OW, List.of(offsets, new byte[] {1}));
    assertThat(read(writer.toBytes(with(odd))).element(Tag.PixelData))
        .contains(
            FragmentsElement.of(Tag.PixelData, VR.OB, List.of(new byte[0], new byte[] {1, 0})));
  }

  static Stream<Element> unwritable() {
    Element inItem = TextElement.of(PRIVATE, VR.LO, "a\\b");
    return Stream.of(
        inItem,
        TextElement.of(PRIVATE, VR.CS, "山"),
        TextElement.of(PRIVATE, VR.LT, List.of("a", "b")),
        TextElement.of(PRIVATE, VR.AT, "no tag"),
        TextElement.of(PRIVATE, VR.US, "text"),
        NumberElement.of(PRIVATE, VR.US, 65536L),
        NumberElement.of(PRIVATE, VR.SS, -32769L),
        NumberElement.of(PRIVATE, VR.FL, 1e300),
        NumberElement.of(PRIVATE, VR.US, Arrays.asList(1, null)),
        FragmentsElement.of(PRIVATE, VR.OB, List.of(new byte[0])),
        BinaryElement.of(0xFFFEE00D, VR.OB, new byte[2]),
        SequenceElement.of(Tag.DirectoryRecordSequence, VR.SQ, List.of(Dataset.empty())));
  }

  @ParameterizedTest
  @MethodSource("unwritable")
  void toBytes_whatAFileCannotHold_isAnErrorWithItsPath(Element element) {
    Dataset dataset = with(element);
    assertThatThrownBy(() -> Part10Writer.create().toBytes(dataset))
        .isInstanceOfSatisfying(
            DicomFormatException.class,
            e -> assertThat(e.location()).contains(Tags.toHex(element.tag())));
  }

  @Test
  void toBytes_problemInAnItem_namesThePath() {
    Dataset item = Dataset.builder().put(TextElement.of(PRIVATE, VR.LO, "a\\b")).build();
    Dataset dataset =
        with(
            SequenceElement.of(
                Tag.ReferencedPatientSequence, VR.SQ, List.of(Dataset.empty(), item)));
    assertThatThrownBy(() -> Part10Writer.create().toBytes(dataset))
        .isInstanceOf(DicomFormatException.class)
        .hasMessageContaining("00081120[1].00091001");
  }

  @Test
  void toBytes_transferSyntaxThatDoesNotFit_isRefused() {
    Dataset fragments =
        with(FragmentsElement.of(Tag.PixelData, VR.OB, List.of(new byte[0], new byte[2])));
    assertThatThrownBy(() -> Part10Writer.create().toBytes(fragments))
        .isInstanceOf(DicomFormatException.class);
    Dataset plain = with(BinaryElement.of(Tag.PixelData, VR.OB, new byte[2]));
    Part10Writer jpeg = Part10Writer.create().transferSyntax(TransferSyntax.JPEG_BASELINE);
    assertThatThrownBy(() -> jpeg.toBytes(plain)).isInstanceOf(DicomFormatException.class);
    for (TransferSyntax syntax :
        List.of(
            TransferSyntax.IMPLICIT_VR_LITTLE_ENDIAN,
            TransferSyntax.EXPLICIT_VR_BIG_ENDIAN,
            TransferSyntax.DEFLATED_EXPLICIT_VR_LITTLE_ENDIAN)) {
      assertThatThrownBy(() -> jpeg.transferSyntax(syntax))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"1.2.x", "1.2 .3", "1.2,3", "\u0661.2", "urn:oid:1.2", "1.2-3"})
  void toBytes_whatIsNoUid_isRefusedWithItsPath(String uid) {
    refused(uid);
    refused("1." + "2".repeat(63));
  }

  private static void refused(String uid) {
    Dataset item =
        Dataset.builder().put(TextElement.of(Tag.ReferencedSOPInstanceUID, VR.UI, uid)).build();
    Dataset dataset = with(SequenceElement.of(Tag.ReferencedPatientSequence, VR.SQ, List.of(item)));
    assertThatThrownBy(() -> Part10Writer.create().toBytes(dataset))
        .isInstanceOf(DicomFormatException.class)
        .hasMessageContaining("UID")
        .hasMessageContaining("00081120[0].00081155")
        .hasMessageNotContaining(uid);
    Dataset itself = with().toBuilder().put(TextElement.of(Tag.SOPInstanceUID, VR.UI, uid)).build();
    assertThatThrownBy(() -> Part10Writer.create().toBytes(itself))
        .isInstanceOf(DicomFormatException.class)
        .hasMessageContaining("00080018");
  }

  @Test
  void toBytes_uidOf64Characters_orWithZerosInFront_isWritten() {
    String longest = "1." + "2".repeat(62);
    Dataset dataset =
        with(TextElement.of(Tag.ReferencedSOPInstanceUID, VR.UI, List.of(longest, "1.02.3", "")));
    assertThat(read(Part10Writer.create().toBytes(dataset)).strings(Tag.ReferencedSOPInstanceUID))
        .containsExactly(longest, "1.02.3", "");
  }

  /** What PS3.5 table 6.2-1 has shorter, and others read all the same. */
  @Test
  void toBytes_textLongerThanItsVrHasIt_isWritten() {
    Dataset dataset =
        with(
            TextElement.of(Tag.AccessionNumber, VR.SH, "A".repeat(40)),
            TextElement.of(Tag.PatientID, VR.LO, "\u00e9".repeat(300)),
            TextElement.of(Tag.SliceThickness, VR.DS, "1.00000000000000000000"),
            TextElement.of(Tag.PatientSex, VR.CS, "unknown"));
    Dataset read = read(Part10Writer.create().toBytes(dataset));
    dataset.forEach(
        element -> {
          if (element.tag() != Tag.SpecificCharacterSet) {
            assertThat(read.element(element.tag())).contains(element);
          }
        });
  }

  @Test
  void toBytes_withoutSopInstance_isRefused() {
    Dataset dataset = with().toBuilder().remove(Tag.SOPInstanceUID).build();
    assertThatThrownBy(() -> Part10Writer.create().toBytes(dataset))
        .isInstanceOf(DicomFormatException.class)
        .hasMessageContaining("00080018");
  }
}
