// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.dicom.part10;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.dicomweb.config.Limits;
import io.github.dicomweb.dicom.Tag;
import io.github.dicomweb.error.DicomFormatException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import org.junit.jupiter.api.Test;

/** Each limit: what just fits is read, one more is an error, tolerant of damage or not. */
class Part10LimitsTest {
  private static void check(byte[] bytes, Limits fits, Limits tooSmall, String message) {
    assertThat(Part10Reader.create().limits(fits).read(bytes).problem()).isEmpty();
    for (Part10Reader reader :
        new Part10Reader[] {Part10Reader.create(), Part10Reader.create().strict()}) {
      assertThatThrownBy(() -> reader.limits(tooSmall).read(bytes))
          .isInstanceOf(DicomFormatException.class)
          .hasMessageContaining(message);
    }
  }

  private static Limits limits() {
    return Limits.defaults();
  }

  @Test
  void depth_itemsAndUnknownItemsNested_areCounted() {
    Bytes bytes = Bytes.littleEndianFile();
    for (int i = 0; i < 3; i++) {
      bytes.head(Tag.RequestAttributesSequence, "SQ", Bytes.UNDEFINED).item(Bytes.UNDEFINED);
    }
    for (int i = 0; i < 3; i++) {
      bytes.endItem().endSequence();
    }
    check(bytes.toByteArray(), limits().withDepth(4), limits().withDepth(3), "nested");
    byte[] unknown = new byte[0];
    for (int i = 0; i < 3; i++) {
      byte[] item = new Bytes().item(unknown.length).raw(unknown).toByteArray();
      Bytes next = i < 2 ? new Bytes().implicit() : Bytes.littleEndianFile();
      unknown = next.value(0x00091001, "UN", item).toByteArray();
    }
    check(unknown, limits().withDepth(4), limits().withDepth(3), "nested");
  }

  @Test
  void stringLength_textAndNames_areCounted() {
    String text = "abcdef".repeat(5);
    for (String vr : new String[] {"LO", "UT", "PN"}) {
      byte[] bytes = Bytes.littleEndianFile().text(Tag.PatientComments, vr, text).toByteArray();
      check(bytes, limits().withStringLength(30), limits().withStringLength(29), "limit");
    }
  }

  @Test
  void inlineBytes_valuesAndFragments_areCounted() {
    byte[] value = Bytes.littleEndianFile().value(Tag.PixelData, "OB", new byte[6]).toByteArray();
    check(value, limits().withInlineBytes(6), limits().withInlineBytes(5), "limit");
    byte[] fragments =
        Bytes.file("1.2.840.10008.1.2.4.50")
            .head(Tag.PixelData, "OB", Bytes.UNDEFINED)
            .item(4)
            .raw(new byte[4])
            .item(2)
            .raw(new byte[2])
            .endSequence()
            .toByteArray();
    check(fragments, limits().withInlineBytes(6), limits().withInlineBytes(5), "limit");
  }

  @Test
  void totalInlineBytes_allValuesThatAreHeld_areCountedTogether() {
    byte[] meta = Bytes.littleEndianFile().toByteArray();
    byte[] bytes =
        Bytes.littleEndianFile()
            .text(Tag.PatientID, "LO", "42")
            .head(Tag.RequestAttributesSequence, "SQ", Bytes.UNDEFINED)
            .item(Bytes.UNDEFINED)
            .value(0x00091001, "OB", new byte[4])
            .endItem()
            .endSequence()
            .value(Tag.PixelData, "OB", new byte[6])
            .toByteArray();
    int uid = 20;
    assertThat(meta.length).isGreaterThan(uid);
    check(
        bytes,
        limits().withTotalInlineBytes(uid + 2 + 4 + 6),
        limits().withTotalInlineBytes(uid + 2 + 4 + 5),
        "together");
    assertThat(
            Part10Reader.create()
                .limits(limits().withTotalInlineBytes(uid + 2 + 4))
                .leaveOutValuesAbove(5)
                .read(bytes)
                .problem())
        .isEmpty();
  }

  @Test
  void elements_attributesAndItems_areCounted() {
    byte[] bytes =
        Bytes.littleEndianFile()
            .head(Tag.RequestAttributesSequence, "SQ", Bytes.UNDEFINED)
            .item(0)
            .item(0)
            .endSequence()
            .toByteArray();
    // group length and transfer syntax count too
    check(bytes, limits().withElements(5), limits().withElements(4), "more attributes");
  }

  @Test
  void inflatedBytes_whatDeflatedDataGrowsTo_isCounted() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (DeflaterOutputStream deflater = new DeflaterOutputStream(out, new Deflater(9, true))) {
      deflater.write(new Bytes().value(Tag.PixelData, "OB", new byte[100_000]).toByteArray());
    }
    byte[] bytes = Bytes.file("1.2.840.10008.1.2.1.99").raw(out.toByteArray()).toByteArray();
    check(
        bytes,
        limits().withInflatedBytes(100_012),
        limits().withInflatedBytes(100_011),
        "deflated");
  }
}
