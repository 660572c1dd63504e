// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.dicom.part10;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.dicomweb.dicom.Dataset;
import io.github.dicomweb.dicom.Deviation;
import io.github.dicomweb.dicom.Tag;
import io.github.dicomweb.dicom.TransferSyntax;
import io.github.dicomweb.dicom.VR;
import io.github.dicomweb.error.DicomFormatException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import org.junit.jupiter.api.Test;

/** What a damaged file still gives, and how it tells. */
class DamagedFilesTest {
  private static final int UNDEFINED = Bytes.UNDEFINED;
  private static final int SEQUENCE = Tag.RequestAttributesSequence;

  private static Part10File read(Bytes bytes) {
    byte[] content = bytes.toByteArray();
    Part10File file = Part10Reader.create().read(content);
    try {
      Part10File streamed = Part10Reader.create().read(new ByteArrayInputStream(content));
      assertThat(streamed.dataset()).isEqualTo(file.dataset());
      assertThat(streamed.problem().isPresent()).isEqualTo(file.problem().isPresent());
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    if (file.problem().isPresent()) {
      assertThatThrownBy(() -> Part10Reader.create().strict().read(content))
          .isInstanceOf(DicomFormatException.class);
      assertThatThrownBy(file::orThrow).isSameAs(file.problem().orElseThrow());
    } else {
      assertThat(file.orThrow()).isSameAs(file);
      readStrictly(content, file);
    }
    return file;
  }

  private static void readStrictly(byte[] content, Part10File file) {
    if (file.warnings().isEmpty()) {
      assertThat(Part10Reader.create().strict().read(content).dataset()).isEqualTo(file.dataset());
    } else {
      assertThatThrownBy(() -> Part10Reader.create().strict().read(content))
          .isInstanceOf(DicomFormatException.class)
          .hasMessageContaining(file.warnings().get(0).description());
    }
  }

  private static List<String> warnings(Part10File file) {
    return file.warnings().stream().map(Deviation::description).toList();
  }

  private static Bytes start() {
    return Bytes.littleEndianFile().text(Tag.SOPInstanceUID, "UI", "1.2.3");
  }

  @Test
  void read_aValueThatBreaksOff_givesWhatCameBeforeAndWhereItEnded() {
    Part10File file =
        read(
            start()
                .text(Tag.PatientID, "LO", "42")
                .head(Tag.PixelData, "OW", 100)
                .raw(new byte[9]));
    assertThat(file.dataset().string(Tag.PatientID)).contains("42");
    assertThat(file.dataset().contains(Tag.PixelData)).isFalse();
    DicomFormatException problem = file.problem().orElseThrow();
    assertThat(problem.location()).contains("7FE00010");
    assertThat(problem.byteOffset()).isPresent();
    assertThat(file.toString()).contains("damaged").doesNotContain("42");
  }

  @Test
  void read_aSequenceThatBreaksOff_keepsTheItemsAndAttributesThatAreWhole() {
    for (int length : new int[] {UNDEFINED, 1000}) {
      Part10File file =
          read(
              start()
                  .head(SEQUENCE, "SQ", length)
                  .item(UNDEFINED)
                  .text(Tag.ScheduledProcedureStepID, "SH", "S1")
                  .endItem()
                  .item(UNDEFINED)
                  .text(Tag.ScheduledProcedureStepID, "SH", "S2")
                  .head(Tag.RequestedProcedureID, "SH", 30)
                  .raw((byte) 'x'));
      Dataset dataset = file.dataset();
      assertThat(dataset.sequence(SEQUENCE)).hasSize(2);
      assertThat(dataset.string("RequestAttributesSequence[1].ScheduledProcedureStepID"))
          .contains("S2");
      assertThat(file.problem().orElseThrow().location().orElseThrow()).startsWith("00400275");
    }
  }

  @Test
  void read_cutAtAnyByte_givesAPrefixAndAProblem() {
    byte[] bytes =
        start()
            .head(SEQUENCE, "SQ", UNDEFINED)
            .item(UNDEFINED)
            .text(Tag.ScheduledProcedureStepID, "SH", "S1")
            .endItem()
            .endSequence()
            .text(Tag.PatientComments, "LT", "end")
            .toByteArray();
    Dataset whole = Part10Reader.create().read(bytes).dataset();
    int meta = Bytes.littleEndianFile().toByteArray().length;
    for (int length = meta; length < bytes.length; length++) {
      Part10File file = Part10Reader.create().read(Arrays.copyOf(bytes, length));
      Dataset part = file.dataset();
      assertThat(part).isNotEqualTo(whole);
      part.stream()
          .filter(e -> e.tag() != SEQUENCE)
          .forEach(e -> assertThat(whole.element(e.tag())).contains(e));
      boolean betweenAttributes =
          part.stream().allMatch(e -> whole.element(e.tag()).orElseThrow().equals(e))
              && file.problem().isEmpty();
      assertThat(file.problem().isPresent() || betweenAttributes).isTrue();
    }
  }

  @Test
  void read_aLengthBeyondItsItem_costsTheRestOfThatItemOnly() {
    byte[] bad =
        new Bytes()
            .text(Tag.ScheduledProcedureStepID, "SH", "S1")
            .head(Tag.RequestedProcedureID, "SH", 5000)
            .raw((byte) 'x', (byte) 'y')
            .toByteArray();
    byte[] good = new Bytes().text(Tag.ScheduledProcedureStepID, "SH", "S2").toByteArray();
    Part10File file =
        read(
            start()
                .head(SEQUENCE, "SQ", 16 + bad.length + good.length)
                .item(bad.length)
                .raw(bad)
                .item(good.length)
                .raw(good)
                .text(Tag.StudyComments, "LT", "after"));
    assertThat(file.dataset().strings("RequestAttributesSequence[0].ScheduledProcedureStepID"))
        .containsExactly("S1");
    assertThat(file.dataset().strings("RequestAttributesSequence[1].ScheduledProcedureStepID"))
        .containsExactly("S2");
    assertThat(file.dataset().string(Tag.StudyComments)).contains("after");
    assertThat(file.problem().orElseThrow().location()).contains("00400275[0].00401001");
  }

  @Test
  void read_somethingThatIsNoItemInASequenceOfKnownLength_costsTheSequenceOnly() {
    Part10File file =
        read(
            start()
                .value(SEQUENCE, "SQ", new byte[] {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
                .text(Tag.StudyComments, "LT", "after"));
    assertThat(file.dataset().string(Tag.StudyComments)).contains("after");
    assertThat(file.problem().orElseThrow().location()).contains("00400275");
  }

  @Test
  void read_strayBytesAtTheEndOfASequence_takeNothingOfWhatFollows() {
    Part10File file =
        read(
            start()
                .value(
                    SEQUENCE, "SQ", new byte[] {(byte) 0xFE, (byte) 0xFF, (byte) 0xDD, (byte) 0xE0})
                .text(Tag.StudyComments, "LT", "after"));
    assertThat(file.dataset().string(Tag.StudyComments)).contains("after");
    assertThat(file.problem().orElseThrow().location()).contains("00400275");
  }

  @Test
  void read_strayBytesAtTheEndOfAnItem_takeNothingOfTheNext() {
    byte[] id = new Bytes().text(Tag.PatientID, "LO", "42").toByteArray();
    byte[] items =
        new Bytes()
            .item(id.length + 2)
            .raw(id)
            .raw((byte) 8, (byte) 0)
            .item(id.length)
            .raw(id)
            .toByteArray();
    Part10File file =
        read(start().value(SEQUENCE, "SQ", items).text(Tag.StudyComments, "LT", "after"));
    assertThat(file.dataset().string("RequestAttributesSequence[0].PatientID")).contains("42");
    assertThat(file.dataset().string("RequestAttributesSequence[1].PatientID")).contains("42");
    assertThat(file.dataset().string(Tag.StudyComments)).contains("after");
    assertThat(file.problem().orElseThrow().location()).contains("00400275[0]");
  }

  @Test
  void read_fragmentsThatBreakOff_areLeftOut() {
    Part10File file =
        read(
            Bytes.file("1.2.840.10008.1.2.4.50")
                .text(Tag.PatientID, "LO", "42")
                .head(Tag.PixelData, "OB", UNDEFINED)
                .item(0)
                .item(100)
                .raw(new byte[7]));
    assertThat(file.dataset().contains(Tag.PatientID)).isTrue();
    assertThat(file.dataset().contains(Tag.PixelData)).isFalse();
    assertThat(file.problem().orElseThrow().location()).contains("7FE00010");
  }

  private static byte[] deflated() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    byte[] noise = new byte[100_000];
    new Random(1).nextBytes(noise);
    try (DeflaterOutputStream deflater = new DeflaterOutputStream(out, new Deflater(1, true))) {
      deflater.write(
          new Bytes()
              .text(Tag.PatientID, "LO", "42")
              .value(Tag.PixelData, "OB", noise)
              .toByteArray());
    }
    return out.toByteArray();
  }

  @Test
  void read_deflatedDataThatBreaksOffOrIsDamaged_givesWhatCameBefore() throws IOException {
    byte[] deflated = deflated();
    Part10File cut =
        read(
            Bytes.file("1.2.840.10008.1.2.1.99")
                .raw(Arrays.copyOf(deflated, deflated.length - 500)));
    assertThat(cut.dataset().string(Tag.PatientID)).contains("42");
    assertThat(cut.problem().orElseThrow()).hasMessageContaining("deflated");
    Part10File junk = read(Bytes.file("1.2.840.10008.1.2.1.99").raw(new byte[] {7, 7, 7, 7}));
    assertThat(junk.dataset().isEmpty()).isTrue();
    assertThat(junk.problem()).isPresent();
  }

  @Test
  void read_aSourceThatFails_isItsFailureAndNoDamage() throws IOException {
    byte[] whole = Bytes.file("1.2.840.10008.1.2.1.99").raw(deflated()).toByteArray();
    InputStream failing =
        new InputStream() {
          @Override
          public int read() throws IOException {
            throw new EOFException("reset");
          }

          @Override
          public int read(byte[] bytes, int offset, int length) throws IOException {
            throw new EOFException("reset");
          }
        };
    InputStream in =
        new SequenceInputStream(new ByteArrayInputStream(whole, 0, whole.length / 2), failing);
    assertThatThrownBy(() -> Part10Reader.create().read(in)).isInstanceOf(IOException.class);
  }

  @Test
  void read_damagedMeta_tellsSo() {
    Part10File file =
        read(
            new Bytes()
                .raw(new byte[128])
                .raw(new byte[] {'D', 'I', 'C', 'M'})
                .head(Tag.MediaStorageSOPClassUID, "UI", 500));
    assertThat(file.dataset().isEmpty()).isTrue();
    assertThat(file.problem().orElseThrow().location()).contains("00020002");
  }

  @Test
  void read_strayBytesBeforeTheDataset_arePassedOver() {
    for (byte[] stray : new byte[][] {{0}, {'\n'}, {13, 10}, {1, 2, 3}}) {
      Part10File file =
          read(
              Bytes.littleEndianFile()
                  .raw(stray)
                  .text(Tag.SOPInstanceUID, "UI", "1.2.3")
                  .text(Tag.PatientID, "LO", "42"));
      assertThat(file.problem()).isEmpty();
      assertThat(file.dataset().string(Tag.PatientID)).contains("42");
      assertThat(warnings(file)).containsExactly("stray bytes before the dataset");
    }
  }

  @Test
  void read_aStrayByteInAFileWithoutMeta_isPassedOver() {
    Part10File file = read(new Bytes().raw((byte) ' ').text(Tag.SOPInstanceUID, "UI", "1.2.3"));
    assertThat(file.problem()).isEmpty();
    assertThat(file.dataset().string(Tag.SOPInstanceUID)).contains("1.2.3");
    assertThat(warnings(file)).contains("stray bytes before the dataset");
  }

  @Test
  void read_implicitVrsWhereTheMetaSaysExplicit_isReadAsItIs() {
    Part10File file =
        read(
            Bytes.littleEndianFile()
                .implicit()
                .text(Tag.SOPInstanceUID, "UI", "1.2.3")
                .text(Tag.PatientID, "LO", "42"));
    assertThat(file.dataset().string(Tag.PatientID)).contains("42");
    assertThat(warnings(file))
        .containsExactly("implicit VRs in a transfer syntax of explicit ones");
  }

  @Test
  void read_damageInAnOpenSequenceOfAClosedItem_costsNothingBehindTheItem() {
    byte[] item =
        new Bytes()
            .text(Tag.ScheduledProcedureStepID, "SH", "S1")
            .head(Tag.IconImageSequence, "SQ", UNDEFINED)
            .raw(new byte[] {1, 2, 3})
            .toByteArray();
    byte[] items = new Bytes().item(item.length).raw(item).toByteArray();
    Part10File file =
        read(
            start()
                .head(SEQUENCE, "SQ", items.length)
                .raw(items)
                .text(Tag.RequestedProcedureID, "SH", "R1"));
    assertThat(file.problem()).isPresent();
    assertThat(file.dataset().string("RequestAttributesSequence[0].ScheduledProcedureStepID"))
        .contains("S1");
    assertThat(file.dataset().string(Tag.RequestedProcedureID)).contains("R1");
  }

  @Test
  void read_attributesOutOfOrder_areKeptAndReportedOnceForEachDataset() {
    Part10File file =
        read(
            start()
                .head(SEQUENCE, "SQ", UNDEFINED)
                .item(UNDEFINED)
                .text(Tag.ScheduledProcedureStepID, "SH", "S1")
                .text(Tag.ScheduledProcedureStepDescription, "LO", "D1")
                .endItem()
                .item(UNDEFINED)
                .text(Tag.ScheduledProcedureStepID, "SH", "S2")
                .endItem()
                .endSequence()
                .text(Tag.PatientID, "LO", "42")
                .text(Tag.PatientName, "PN", "Doe"));
    assertThat(file.warnings())
        .containsExactly(
            new Deviation("00400275[0].00400007", "attributes that are not in order"),
            new Deviation("00100020", "attributes that are not in order"));
    assertThat(file.dataset().string(Tag.PatientID)).contains("42");
    assertThat(file.dataset().string(Tag.PatientName)).contains("Doe");
    assertThat(
            file.dataset().string("RequestAttributesSequence[0].ScheduledProcedureStepDescription"))
        .contains("D1");
  }

  @Test
  void read_aTagThatOccursAgain_isReportedAndTheLastCounts() {
    Part10File file = read(start().text(Tag.PatientID, "LO", "41").text(Tag.PatientID, "LO", "42"));
    assertThat(warnings(file))
        .containsExactly(
            "attributes that are not in order",
            "an attribute that occurs again, of which the last counts");
    assertThat(file.dataset().string(Tag.PatientID)).contains("42");
  }

  @Test
  void read_aVrThatTheStandardDoesNotHave_isReported() {
    Part10File file = read(start().value(0x00091001, "ZZ", (byte) 1, (byte) 2));
    assertThat(warnings(file)).containsExactly("a VR that the standard does not have: 00091001");
    assertThat(file.dataset().element(0x00091001).orElseThrow().vr().code()).isEqualTo("ZZ");
  }

  @Test
  void read_deviationsInWhatWasWrittenAsUn_areReportedToo() {
    byte[] items =
        new Bytes()
            .implicit()
            .item(UNDEFINED)
            .text(Tag.ScheduledProcedureStepID, "SH", "S1")
            .text(Tag.ScheduledProcedureStepDescription, "LO", "D1")
            .endItem()
            .toByteArray();
    Part10File file = read(start().value(0x00991001, "UN", items));
    assertThat(file.dataset().sequence(0x00991001)).hasSize(1);
    assertThat(file.warnings())
        .containsExactly(new Deviation("00991001[0].00400007", "attributes that are not in order"));
  }

  @Test
  void read_whatIsOnlyWrittenDifferently_isWarnedOf() {
    assertThat(warnings(read(new Bytes().text(Tag.SOPInstanceUID, "UI", "1.2"))))
        .containsExactly("no preamble", "no file meta information");
    Bytes prefix = new Bytes().raw(new byte[128]).raw(new byte[] {'D', 'I', 'C', 'M'});
    Part10File noSyntax =
        read(
            prefix
                .text(Tag.MediaStorageSOPInstanceUID, "UI", "1.2")
                .implicit()
                .text(Tag.SOPInstanceUID, "UI", "1.2"));
    assertThat(warnings(noSyntax))
        .containsExactly("no transfer syntax in the file meta information");
    assertThat(noSyntax.transferSyntax()).isEqualTo(TransferSyntax.IMPLICIT_VR_LITTLE_ENDIAN);
    Part10File odd = read(start().value(Tag.PatientID, "LO", (byte) 'a', (byte) 'b', (byte) 'c'));
    assertThat(odd.warnings()).containsExactly(new Deviation("00100020", "a value of odd length"));
    assertThat(odd.dataset().string(Tag.PatientID)).contains("abc");
    assertThat(warnings(read(start().endItem()))).containsExactly("a delimiter of nothing");
    assertThat(warnings(read(start().raw(new byte[9]))))
        .containsExactly("zeros behind the dataset");
    assertThat(warnings(read(start().raw(new byte[3]))))
        .containsExactly("zeros behind the dataset");
    assertThat(warnings(read(Bytes.file("1.2.840.10008.1.2").text(Tag.SOPInstanceUID, "UI", "1"))))
        .containsExactly("explicit VRs in a transfer syntax of implicit ones");
    assertThat(
            warnings(
                read(
                    start()
                        .head(SEQUENCE, "SQ", UNDEFINED)
                        .item(UNDEFINED)
                        .text(Tag.ScheduledProcedureStepID, "SH", "S1")
                        .endSequence())))
        .containsExactly("an item that is not closed");
    assertThat(warnings(read(start()))).isEmpty();
  }

  @Test
  void read_unknownVrOfADefinedLengthThatHoldsItems_isASequence() {
    byte[] implicit = new Bytes().implicit().text(Tag.PatientID, "LO", "42").toByteArray();
    byte[] explicit = new Bytes().text(Tag.PatientID, "LO", "43").toByteArray();
    byte[] nested =
        new Bytes()
            .implicit()
            .item(8 + 8 + implicit.length)
            .head(0x00091005, "UN", 8 + implicit.length)
            .item(implicit.length)
            .raw(implicit)
            .toByteArray();
    byte[] broken = new Bytes().item(500).raw(implicit).toByteArray();
    Part10File file =
        read(
            start()
                .value(
                    0x00091001, "UN", new Bytes().item(implicit.length).raw(implicit).toByteArray())
                .value(
                    0x00091002,
                    "UN",
                    new Bytes().item(UNDEFINED).raw(explicit).endItem().toByteArray())
                .value(0x00091003, "UN", broken)
                .value(0x00091004, "UN", nested)
                .value(
                    SEQUENCE, "UN", new Bytes().item(implicit.length).raw(implicit).toByteArray()));
    Dataset dataset = file.dataset();
    assertThat(dataset.string("00091001[0].PatientID")).contains("42");
    assertThat(dataset.string("00091002[0].PatientID")).contains("43");
    assertThat(dataset.inlineBinary(0x00091003)).contains(broken);
    assertThat(dataset.string("00091004[0].00091005[0].PatientID")).contains("42");
    assertThat(dataset.string("RequestAttributesSequence[0].PatientID")).contains("42");
    assertThat(dataset.element(0x00091001).orElseThrow().vr()).isEqualTo(VR.SQ);
    assertThat(file.problem()).isEmpty();
  }

  @Test
  void read_attributesWithoutAVrAmongOthers_areReadAndWarnedOf() {
    Bytes mixed = start();
    mixed.raw(new Bytes().implicit().text(Tag.PatientID, "LO", "42").toByteArray());
    Part10File file = read(mixed.text(Tag.StudyID, "SH", "7"));
    assertThat(file.dataset().string(Tag.PatientID)).contains("42");
    assertThat(file.dataset().string(Tag.StudyID)).contains("7");
    assertThat(warnings(file)).containsExactly("an attribute without a VR: 00100020");
  }
}
