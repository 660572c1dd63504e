// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.dicom.part10;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.dicomweb.dicom.BulkDataReference;
import io.github.dicomweb.dicom.Dataset;
import io.github.dicomweb.dicom.FragmentsElement;
import io.github.dicomweb.dicom.Tag;
import io.github.dicomweb.dicom.TransferSyntax;
import io.github.dicomweb.dicom.VR;
import io.github.dicomweb.error.DicomFormatException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BulkDataResolverTest {
  private static Dataset referring(int tag, VR vr, String uri) {
    return Dataset.builder()
        .put(Tag.SOPClassUID, "1.2.840.10008.5.1.4.1.1.7")
        .put(Tag.SOPInstanceUID, "1.2.3")
        .put(Tag.SpecificCharacterSet, "ISO_IR 100")
        .putBulkData(tag, vr, BulkDataReference.of(uri))
        .build();
  }

  private static Dataset read(byte[] bytes) {
    return Part10Reader.create().read(bytes).dataset();
  }

  @Test
  void write_aReference_isAnErrorUnlessItIsResolved() {
    Dataset dataset = referring(Tag.PixelData, VR.OW, "https://pacs.example.org/b/1");
    assertThatThrownBy(() -> Part10Writer.create().toBytes(dataset))
        .isInstanceOf(DicomFormatException.class)
        .hasMessageContaining("7FE00010")
        .hasMessageNotContaining("example");
    List<String> paths = new ArrayList<>();
    Part10Writer writer =
        Part10Writer.create()
            .bulkData(
                (element, path) -> {
                  paths.add(path);
                  return BulkDataContent.of(new byte[] {1, 2, 3});
                });
    assertThat(read(writer.toBytes(dataset)).inlineBinary(Tag.PixelData))
        .hasValueSatisfying(b -> assertThat(b).containsExactly(1, 2, 3, 0));
    assertThat(paths).containsExactly("7FE00010");
  }

  @Test
  void write_aLargeStream_isNotHeldInMemoryAndIsClosed() throws IOException {
    long size = 300L << 20;
    boolean[] closed = new boolean[1];
    InputStream zeros =
        new InputStream() {
          @Override
          public int read() {
            return 0;
          }

          @Override
          public int read(byte[] bytes, int offset, int length) {
            return length;
          }

          @Override
          public void close() {
            closed[0] = true;
          }
        };
    long[] written = new long[2];
    OutputStream counting =
        new OutputStream() {
          @Override
          public void write(int b) {
            written[0]++;
          }

          @Override
          public void write(byte[] bytes, int offset, int length) {
            written[0] += length;
            written[1] = Math.max(written[1], length);
          }
        };
    Part10Writer.create()
        .bulkData((element, path) -> BulkDataContent.of(zeros, size))
        .write(referring(Tag.PixelData, VR.OW, "x"), counting);
    assertThat(written[0]).isBetween(size, size + 1024);
    assertThat(written[1]).isLessThanOrEqualTo(128 * 1024);
    assertThat(closed[0]).isTrue();
  }

  @Test
  void write_aStreamThatEndsEarly_isAnError() {
    Part10Writer writer =
        Part10Writer.create()
            .bulkData(
                (element, path) -> BulkDataContent.of(new ByteArrayInputStream(new byte[3]), 4));
    assertThatThrownBy(() -> writer.toBytes(referring(Tag.PixelData, VR.OW, "x")))
        .isInstanceOf(DicomFormatException.class)
        .hasMessageContaining("7FE00010");
  }

  @Test
  void write_pixelDataOfAnEncapsulatedSyntax_needsItsFragments() {
    byte[] whole = new Bytes().item(0).item(2).raw(new byte[] {5, 6}).toByteArray();
    Dataset dataset = referring(Tag.PixelData, VR.OB, "x");
    Part10Writer writer = Part10Writer.create().transferSyntax(TransferSyntax.JPEG_BASELINE);
    byte[] bytes = writer.bulkData((element, path) -> BulkDataContent.of(whole)).toBytes(dataset);
    assertThat(read(bytes).element(Tag.PixelData))
        .contains(
            FragmentsElement.of(Tag.PixelData, VR.OB, List.of(new byte[0], new byte[] {5, 6})));
    assertThatThrownBy(
            () ->
                writer
                    .bulkData((element, path) -> BulkDataContent.of(new byte[8]))
                    .toBytes(dataset))
        .isInstanceOf(DicomFormatException.class);
  }

  @Test
  void filesBelow_filesElsewhere_areRefused(@TempDir Path dir) throws IOException {
    Path inside = Files.createDirectory(dir.resolve("inside"));
    Path own = Files.write(inside.resolve("own.bin"), new byte[] {1, 2, 3, 4});
    Path secret = Files.write(dir.resolve("secret.bin"), new byte[] {9, 9});
    Path link = Files.createSymbolicLink(inside.resolve("link.bin"), secret);
    Part10Writer writer = Part10Writer.create().bulkData(BulkDataResolver.filesBelow(inside));
    Dataset allowed =
        referring(Tag.PixelData, VR.OW, BulkDataReference.ofFile(own.toUri(), 2, 2).uri());
    assertThat(read(writer.toBytes(allowed)).inlineBinary(Tag.PixelData))
        .hasValueSatisfying(b -> assertThat(b).containsExactly(3, 4));
    for (String uri :
        List.of(
            secret.toUri().toString(),
            link.toUri().toString(),
            inside.toUri() + "../secret.bin",
            own.toUri() + "?offset=2&length=3",
            own.toUri() + "?offset=5",
            "https://pacs.example.org/b/1",
            "file://host/own.bin",
            "own.bin",
            "file:no uri")) {
      Dataset refused = referring(Tag.PixelData, VR.OW, uri);
      assertThatThrownBy(() -> writer.toBytes(refused))
          .as(uri)
          .isInstanceOf(DicomFormatException.class)
          .hasMessageContaining("7FE00010")
          .hasMessageNotContaining("own");
    }
  }

  @Test
  void filesBelow_textOfTheFile_isReencoded(@TempDir Path dir) throws IOException {
    Path file = Files.write(dir.resolve("a.dcm"), "Müller".getBytes(StandardCharsets.ISO_8859_1));
    Dataset dataset = referring(Tag.TextValue, VR.UT, file.toUri().toString());
    byte[] bytes =
        Part10Writer.create().bulkData(BulkDataResolver.filesBelow(file)).toBytes(dataset);
    assertThat(read(bytes).string(Tag.TextValue)).contains("Müller");
  }

  @Test
  void write_referencesOfABigEndianFile_areSwapped(@TempDir Path dir) throws IOException {
    Bytes bytes =
        Bytes.file("1.2.840.10008.1.2.2")
            .bigEndian()
            .text(Tag.SOPClassUID, "UI", "1.2")
            .text(Tag.SOPInstanceUID, "UI", "1.2.3")
            .head(Tag.PixelData, "OW", 8)
            .number(0x0102, 2)
            .number(0x0304, 2)
            .number(0x0506, 2)
            .number(0x0708, 2);
    Path path = Files.write(dir.resolve("big.dcm"), bytes.toByteArray());
    Part10File file = Part10Reader.create().referToValuesAbove(6).read(path);
    assertThat(file.dataset().bulkData(Tag.PixelData)).isPresent();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Part10Writer.create().bulkData(BulkDataResolver.filesBelow(path)).write(file, out);
    assertThat(read(out.toByteArray()).inlineBinary(Tag.PixelData))
        .hasValueSatisfying(b -> assertThat(b).containsExactly(2, 1, 4, 3, 6, 5, 8, 7));
  }
}
