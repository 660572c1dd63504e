// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.dicom.part10;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.dicomweb.config.Limits;
import io.github.dicomweb.dicom.BulkDataReference;
import io.github.dicomweb.dicom.Dataset;
import io.github.dicomweb.dicom.Element;
import io.github.dicomweb.dicom.FragmentsElement;
import io.github.dicomweb.dicom.Tag;
import io.github.dicomweb.dicom.TransferSyntax;
import io.github.dicomweb.dicom.VR;
import io.github.dicomweb.error.DicomFormatException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class Part10ReaderTest {
  private static Bytes body(Bytes bytes) {
    return bytes
        .text(Tag.SOPInstanceUID, "UI", "1.2.3")
        .text(Tag.PatientName, "PN", "Doe^J ")
        .head(Tag.Rows, "US", 2)
        .number(512, 2)
        .head(Tag.Columns, "US", 4)
        .number(1, 2)
        .number(65535, 2)
        .head(Tag.FrameIncrementPointer, "AT", 4)
        .number(0x0018, 2)
        .number(0x1063, 2)
        .head(Tag.RequestAttributesSequence, "SQ", Bytes.UNDEFINED)
        .item(Bytes.UNDEFINED)
        .text(Tag.ScheduledProcedureStepID, "SH", "S1")
        .endItem()
        .item(0)
        .endSequence()
        .head(Tag.PixelData, "OW", 4)
        .number(0x0102, 2)
        .number(0x0304, 2);
  }

  private static void check(Part10File file) {
    Dataset dataset = file.dataset();
    assertThat(dataset.string(Tag.SOPInstanceUID)).contains("1.2.3");
    assertThat(dataset.personName(Tag.PatientName).orElseThrow().givenName()).isEqualTo("J");
    assertThat(dataset.intValue(Tag.Rows)).hasValue(512);
    assertThat(dataset.strings(Tag.Columns)).containsExactly("1", "65535");
    assertThat(dataset.string(Tag.FrameIncrementPointer)).contains("00181063");
    assertThat(dataset.sequence(Tag.RequestAttributesSequence)).hasSize(2);
    assertThat(dataset.string("RequestAttributesSequence[0].ScheduledProcedureStepID"))
        .contains("S1");
    assertThat(dataset.inlineBinary(Tag.PixelData).orElseThrow()).containsExactly(2, 1, 4, 3);
    assertThat(dataset.element(Tag.PixelData).orElseThrow().vr()).isEqualTo(VR.OW);
  }

  private static Part10File read(Bytes bytes) {
    return Part10Reader.create().read(bytes.toByteArray());
  }

  private static byte[] deflate(byte[] bytes) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (DeflaterOutputStream deflater = new DeflaterOutputStream(out, new Deflater(9, true))) {
      deflater.write(bytes);
    }
    return out.toByteArray();
  }

  @Test
  void read_everyUncompressedEncoding_givesTheSame() throws IOException {
    check(read(body(Bytes.littleEndianFile())));
    check(read(body(Bytes.file("1.2.840.10008.1.2").implicit())));
    check(read(body(Bytes.file("1.2.840.10008.1.2.2").bigEndian())));
    byte[] deflated = deflate(body(new Bytes()).toByteArray());
    check(read(Bytes.file("1.2.840.10008.1.2.1.99").raw(deflated)));
    check(read(Bytes.file("1.2.840.10008.1.2.1.99").raw(deflated).raw(new byte[1])));
  }

  @Test
  void read_withoutPreambleOrMeta_guessesTheEncoding() {
    Part10File file = read(body(new Bytes().implicit()));
    check(file);
    assertThat(file.transferSyntax()).isEqualTo(TransferSyntax.IMPLICIT_VR_LITTLE_ENDIAN);
    assertThat(file.fileMeta().isEmpty()).isTrue();
    check(read(body(new Bytes().bigEndian())));
    check(read(body(new Bytes())));
    byte[] whole = body(Bytes.littleEndianFile()).toByteArray();
    check(Part10Reader.create().read(Arrays.copyOfRange(whole, 128, whole.length)));
    check(Part10Reader.create().read(Arrays.copyOfRange(whole, 132, whole.length)));
  }

  @Test
  void read_anotherEncodingThanTheMetaSays_isReadAsItIs() {
    check(read(body(Bytes.file("1.2.840.10008.1.2"))));
    check(read(body(Bytes.file("1.2.840.10008.1.2.1").implicit())));
  }

  @Test
  void read_aStream_givesTheSameAsBytes() throws IOException {
    byte[] bytes = body(Bytes.littleEndianFile()).toByteArray();
    InputStream slow =
        new ByteArrayInputStream(bytes) {
          @Override
          public synchronized int read(byte[] target, int offset, int length) {
            return super.read(target, offset, Math.min(1, length));
          }
        };
    assertThat(Part10Reader.create().read(slow).dataset())
        .isEqualTo(Part10Reader.create().read(bytes).dataset());
  }

  @Test
  void read_meta_isKeptApartAndWithoutGroupLength() {
    Part10File file = read(body(Bytes.littleEndianFile()));
    assertThat(file.fileMeta().string(Tag.TransferSyntaxUID)).contains("1.2.840.10008.1.2.1");
    assertThat(file.fileMeta().contains(Tag.FileMetaInformationGroupLength)).isFalse();
    assertThat(file.dataset().contains(Tag.TransferSyntaxUID)).isFalse();
  }

  @Test
  void read_unknownOfUndefinedLength_isASequenceInImplicitVr() {
    byte[] inner = new Bytes().implicit().text(Tag.PatientID, "LO", "42").toByteArray();
    Dataset dataset =
        read(Bytes.littleEndianFile()
                .head(0x00091001, "UN", Bytes.UNDEFINED)
                .item(inner.length)
                .raw(inner)
                .endSequence()
                .head(0x00091002, "UN", Bytes.UNDEFINED)
                .item(Bytes.UNDEFINED)
                .text(Tag.PatientID, "LO", "43")
                .endItem()
                .endSequence())
            .dataset();
    assertThat(dataset.string("00091001[0].PatientID")).contains("42");
    assertThat(dataset.string("00091002[0].PatientID")).contains("43");
  }

  @Test
  void read_unknownVrOfAKnownTag_isWhatTheDictionarySays() {
    Dataset dataset =
        read(Bytes.littleEndianFile()
                .value(0x00091001, "UN", (byte) 1, (byte) 2)
                .value(Tag.PatientID, "UN", (byte) '7', (byte) ' '))
            .dataset();
    assertThat(dataset.string(Tag.PatientID)).contains("7");
    assertThat(dataset.inlineBinary(0x00091001).orElseThrow()).containsExactly(1, 2);
  }

  @Test
  void read_unknownVrOfAPrivateCreator_isThatOfCreators() {
    Dataset dataset =
        read(Bytes.littleEndianFile()
                .value(0x00090010, "UN", (byte) 'A', (byte) 'C')
                .value(0x00091001, "UN", (byte) 1, (byte) 2))
            .dataset();
    assertThat(dataset.string(0x00090010)).contains("AC");
    assertThat(dataset.privateElement("AC", 0x00090001)).isPresent();
  }

  @Test
  void read_groupLengthOfUndefinedLength_isLeftOutLikeAnyOther() {
    Dataset dataset =
        read(Bytes.littleEndianFile()
                .head(0x00080000, "SQ", Bytes.UNDEFINED)
                .item(0)
                .endSequence()
                .text(Tag.PatientID, "LO", "7"))
            .dataset();
    assertThat(dataset.size()).isEqualTo(1);
    assertThat(dataset.string(Tag.PatientID)).contains("7");
  }

  @Test
  void read_unknownVrWithoutAValue_isWhatTheDictionarySays() {
    Dataset dataset =
        read(Bytes.littleEndianFile().value(Tag.PatientID, "UN").value(0x00091001, "UN")).dataset();
    assertThat(dataset.element(Tag.PatientID).map(Element::vr)).contains(VR.LO);
    assertThat(dataset.element(0x00091001).map(Element::vr)).contains(VR.UN);
  }

  @Test
  void read_implicitAmbiguousVr_dependsOnPixelRepresentation() {
    Bytes implicit = Bytes.file("1.2.840.10008.1.2").implicit();
    Dataset dataset =
        read(implicit
                .head(Tag.PixelRepresentation, "US", 2)
                .number(1, 2)
                .head(Tag.SmallestImagePixelValue, "SS", 2)
                .number(-5, 2)
                .text(0x00290010, "LO", "ACME"))
            .dataset();
    assertThat(dataset.intValue(Tag.SmallestImagePixelValue)).hasValue(-5);
    assertThat(dataset.string(0x00290010)).contains("ACME");
  }

  @Test
  void read_encapsulatedPixelData_givesTheFragments() {
    Dataset dataset = read(encapsulated()).dataset();
    FragmentsElement fragments = (FragmentsElement) dataset.element(Tag.PixelData).orElseThrow();
    assertThat(fragments.count()).isEqualTo(3);
    assertThat(fragments.fragment(0)).isEmpty();
    assertThat(fragments.fragment(2)).containsExactly(3, 4);
    assertThat(dataset.contains(Tag.DataSetTrailingPadding)).isTrue();
  }

  private static Bytes encapsulated() {
    return Bytes.file("1.2.840.10008.1.2.4.50")
        .head(Tag.PixelData, "OB", Bytes.UNDEFINED)
        .item(0)
        .item(2)
        .raw((byte) 1, (byte) 2)
        .item(2)
        .raw((byte) 3, (byte) 4)
        .endSequence()
        .value(Tag.DataSetTrailingPadding, "OB", (byte) 0, (byte) 0);
  }

  @Test
  void stopBefore_aTag_touchesNothingThatFollows() throws IOException {
    byte[] bytes = body(Bytes.littleEndianFile()).toByteArray();
    byte[] cut = Arrays.copyOf(bytes, bytes.length - 3);
    Dataset dataset = Part10Reader.create().stopBefore(Tag.PixelData).read(cut).dataset();
    assertThat(dataset.contains(Tag.PixelData)).isFalse();
    assertThat(dataset.contains(Tag.RequestAttributesSequence)).isTrue();
    assertThatThrownBy(() -> Part10Reader.create().strict().read(cut))
        .isInstanceOf(DicomFormatException.class);
  }

  @Test
  void referToValuesAbove_inAFile_pointsAtTheBytes(@TempDir Path dir) throws IOException {
    for (Bytes bytes : new Bytes[] {body(Bytes.littleEndianFile()), encapsulated()}) {
      byte[] content = bytes.toByteArray();
      Path file = Files.write(dir.resolve("a b.dcm"), content);
      Dataset dataset = Part10Reader.create().referToValuesAbove(3).read(file).dataset();
      BulkDataReference reference = dataset.bulkData(Tag.PixelData).orElseThrow();
      int offset = (int) reference.offset().orElseThrow();
      int length = (int) reference.length().orElseThrow();
      assertThat(reference.uri()).startsWith("file:///");
      if (length == 4) {
        assertThat(Arrays.copyOfRange(content, offset, offset + length))
            .containsExactly(2, 1, 4, 3);
      } else {
        assertThat(length).isEqualTo(28);
        assertThat(content[offset + length - 1]).isEqualTo((byte) 4);
      }
      assertThat(
              Part10Reader.create()
                  .referToValuesAbove(3)
                  .read(content)
                  .dataset()
                  .contains(Tag.PixelData))
          .isFalse();
      assertThat(
              Part10Reader.create()
                  .leaveOutValuesAbove(3)
                  .read(file)
                  .dataset()
                  .contains(Tag.PixelData))
          .isFalse();
    }
  }

  @Test
  void read_trailingZerosOrDelimiter_isTheEnd() {
    check(read(body(Bytes.littleEndianFile()).raw(new byte[5])));
    check(read(body(Bytes.littleEndianFile()).raw(new byte[100])));
    check(read(body(Bytes.littleEndianFile()).endItem()));
  }

  @Test
  void read_valueOfAnOddSize_keepsTheBytes() {
    Dataset dataset =
        read(Bytes.littleEndianFile().value(Tag.Rows, "US", (byte) 1, (byte) 2, (byte) 3))
            .dataset();
    assertThat(dataset.inlineBinary(Tag.Rows).orElseThrow()).containsExactly(1, 2, 3);
  }

  @Test
  void read_vrThatTheStandardDoesNotHave_passesThrough() {
    Dataset dataset = read(Bytes.littleEndianFile().value(0x00091001, "ZZ", (byte) 1)).dataset();
    assertThat(dataset.element(0x00091001).orElseThrow().vr().code()).isEqualTo("ZZ");
  }

  @Test
  void read_cutAtAnyByte_isATypedErrorOrAWholePrefix() {
    byte[] bytes = body(Bytes.littleEndianFile()).toByteArray();
    Dataset whole = Part10Reader.create().read(bytes).dataset();
    for (int length = 0; length < bytes.length; length++) {
      byte[] cut = Arrays.copyOf(bytes, length);
      try {
        Dataset part = Part10Reader.create().strict().read(cut).dataset();
        part.forEach(e -> assertThat(whole.element(e.tag())).contains(e));
        assertThat(part.size()).isLessThan(whole.size());
      } catch (DicomFormatException e) {
        assertThat(e.getMessage()).doesNotContain("Doe");
      }
    }
  }

  @Test
  void read_hugeClaimedLength_isAnErrorWithoutAllocating() {
    int huge = 0x7FFFFFF0;
    for (Bytes bytes :
        new Bytes[] {
          Bytes.littleEndianFile().head(Tag.PixelData, "OB", huge),
          Bytes.littleEndianFile().head(Tag.PixelData, "OB", 0xFFFFFFFE),
          Bytes.littleEndianFile().head(Tag.PatientComments, "UT", huge),
          Bytes.littleEndianFile().head(Tag.PixelData, "OB", Bytes.UNDEFINED).item(huge),
          Bytes.littleEndianFile().head(Tag.RequestAttributesSequence, "SQ", huge).item(huge),
          Bytes.littleEndianFile().head(Tag.PatientID, "LO", Bytes.UNDEFINED & 0xFFFF),
          Bytes.file("1.2.840.10008.1.2").implicit().head(Tag.PatientID, "LO", huge),
        }) {
      byte[] content = bytes.toByteArray();
      Part10Reader reader =
          Part10Reader.create()
              .strict()
              .limits(
                  Limits.defaults()
                      .withInlineBytes(Integer.MAX_VALUE)
                      .withStringLength(Integer.MAX_VALUE));
      assertThatThrownBy(() -> reader.read(content)).isInstanceOf(DicomFormatException.class);
      assertThatThrownBy(() -> reader.read(new ByteArrayInputStream(content)))
          .isInstanceOf(DicomFormatException.class);
    }
  }

  @Test
  void read_nestedTenThousandDeep_isATypedError() {
    for (Limits limits :
        new Limits[] {Limits.defaults(), Limits.defaults().withDepth(Integer.MAX_VALUE)}) {
      Bytes bytes = Bytes.littleEndianFile();
      for (int i = 0; i < 10_000; i++) {
        bytes.head(Tag.RequestAttributesSequence, "SQ", Bytes.UNDEFINED).item(Bytes.UNDEFINED);
      }
      byte[] content = bytes.toByteArray();
      assertThatThrownBy(() -> Part10Reader.create().limits(limits).read(content))
          .isInstanceOf(DicomFormatException.class)
          .hasMessageContaining("nested");
    }
  }

  @Test
  void read_moreThanALimit_isATypedError() throws IOException {
    Limits limits = Limits.defaults();
    byte[] bytes = body(Bytes.littleEndianFile()).toByteArray();
    assertThatThrownBy(() -> Part10Reader.create().limits(limits.withElements(3)).read(bytes))
        .isInstanceOf(DicomFormatException.class);
    assertThatThrownBy(() -> Part10Reader.create().limits(limits.withInlineBytes(3)).read(bytes))
        .isInstanceOf(DicomFormatException.class);
    assertThatThrownBy(() -> Part10Reader.create().limits(limits.withStringLength(3)).read(bytes))
        .isInstanceOf(DicomFormatException.class);
    byte[] bomb =
        Bytes.file("1.2.840.10008.1.2.1.99")
            .raw(deflate(new Bytes().value(Tag.PixelData, "OB", new byte[1 << 20]).toByteArray()))
            .toByteArray();
    assertThatThrownBy(
            () -> Part10Reader.create().limits(limits.withInflatedBytes(100_000)).read(bomb))
        .isInstanceOf(DicomFormatException.class)
        .hasMessageContaining("deflated");
    assertThat(Part10Reader.create().read(bomb).dataset().contains(Tag.PixelData)).isTrue();
    byte[] cut = Arrays.copyOf(bomb, bomb.length - 20);
    assertThatThrownBy(() -> Part10Reader.create().strict().read(cut))
        .isInstanceOf(DicomFormatException.class);
    byte[] damaged =
        Bytes.file("1.2.840.10008.1.2.1.99").raw(new byte[] {7, 7, 7, 7}).toByteArray();
    assertThatThrownBy(() -> Part10Reader.create().strict().read(damaged))
        .isInstanceOf(DicomFormatException.class);
  }

  @Test
  void read_bytesChangedAtRandom_throwsNothingButTheTypedError() {
    byte[] good = body(Bytes.littleEndianFile()).raw(encapsulated().toByteArray()).toByteArray();
    Random random = new Random(42);
    int read = 0;
    for (int i = 0; i < 20_000; i++) {
      byte[] bytes = good.clone();
      for (int k = 0; k <= i % 4; k++) {
        bytes[130 + random.nextInt(bytes.length - 130)] = (byte) random.nextInt(256);
      }
      try {
        read += Part10Reader.create().read(bytes).dataset().size() > 0 ? 1 : 0;
        Part10Reader.create().strict().read(bytes);
      } catch (DicomFormatException e) {
        assertThat(e.getMessage()).doesNotContain("Doe");
      }
    }
    assertThat(read).isPositive();
  }

  @Test
  void read_whatIsNoDicom_isATypedError() {
    for (byte[] bytes :
        new byte[][] {
          {},
          "Hello world, this is text".getBytes(StandardCharsets.US_ASCII),
          new byte[1000],
          {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10, 0, 0, 0, 13}
        }) {
      assertThatThrownBy(() -> Part10Reader.create().read(bytes))
          .isInstanceOf(DicomFormatException.class)
          .hasMessageContaining("not a DICOM file");
    }
  }
}
