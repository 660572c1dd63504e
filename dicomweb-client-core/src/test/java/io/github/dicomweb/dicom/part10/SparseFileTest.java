// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.dicom.part10;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dicomweb.dicom.BulkDataReference;
import io.github.dicomweb.dicom.Dataset;
import io.github.dicomweb.dicom.Tag;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files of gigabytes, of which no disk block is ever written. */
class SparseFileTest {
  private static final long BUDGET_BYTES = 128 * 1024;
  private static final long VALUE = 0xFFFFFFFCL;

  private static long allocated() throws ReflectiveOperationException {
    // by reflection: the module under test does not read the one of the JDK that measures
    Object threads =
        Class.forName("java.lang.management.ManagementFactory")
            .getMethod("getThreadMXBean")
            .invoke(null);
    return (long)
        Class.forName("com.sun.management.ThreadMXBean")
            .getMethod("getThreadAllocatedBytes", long.class)
            .invoke(threads, Thread.currentThread().getId());
  }

  private static Part10File readInBudget(Part10Reader reader, Path file)
      throws IOException, ReflectiveOperationException {
    // classes and the dictionary are loaded before it counts
    reader.read(Bytes.littleEndianFile().text(Tag.PatientID, "LO", "42").toByteArray());
    reader.read(file);
    long before = allocated();
    Part10File read = reader.read(file);
    assertThat(allocated() - before).isLessThan(BUDGET_BYTES);
    return read;
  }

  @Test
  void referToValuesAbove_aValueOfFourGigabytes_costsKilobytes(@TempDir Path dir)
      throws IOException, ReflectiveOperationException {
    Path path = dir.resolve("large.dcm");
    byte[] head =
        Bytes.littleEndianFile()
            .text(Tag.PatientID, "LO", "42")
            .head(Tag.PixelData, "OW", (int) VALUE)
            .toByteArray();
    byte[] tail =
        new Bytes().value(Tag.DataSetTrailingPadding, "OB", (byte) 1, (byte) 2).toByteArray();
    try (RandomAccessFile file = new RandomAccessFile(path.toFile(), "rw")) {
      file.write(head);
      file.seek(head.length + VALUE);
      file.write(tail);
    }
    Part10File read = readInBudget(Part10Reader.create().referToValuesAbove(1024), path);
    assertThat(read.problem()).isEmpty();
    Dataset dataset = read.dataset();
    BulkDataReference pixels = dataset.bulkData(Tag.PixelData).orElseThrow();
    assertThat(pixels.offset()).hasValue(head.length);
    assertThat(pixels.length()).hasValue(VALUE);
    assertThat(dataset.inlineBinary(Tag.DataSetTrailingPadding).orElseThrow())
        .containsExactly(1, 2);
    assertThat(readInBudget(Part10Reader.create().stopBefore(Tag.PixelData), path).dataset().size())
        .isEqualTo(1);
    assertThat(
            readInBudget(Part10Reader.create().leaveOutValuesAbove(1024), path)
                .dataset()
                .contains(Tag.PixelData))
        .isFalse();
  }

  @Test
  void referToValuesAbove_fragmentsOfManyGigabytes_costKilobytes(@TempDir Path dir)
      throws IOException, ReflectiveOperationException {
    Path path = dir.resolve("fragments.dcm");
    byte[] head =
        Bytes.file("1.2.840.10008.1.2.4.50")
            .head(Tag.PixelData, "OB", Bytes.UNDEFINED)
            .item(0)
            .toByteArray();
    long fragment = 0x7FFFFFFEL;
    long position = head.length;
    try (RandomAccessFile file = new RandomAccessFile(path.toFile(), "rw")) {
      file.write(head);
      for (int i = 0; i < 4; i++) {
        file.seek(position);
        file.write(new Bytes().item((int) fragment).toByteArray());
        position += 8 + fragment;
      }
      file.seek(position);
      file.write(new Bytes().endSequence().toByteArray());
    }
    Part10File read = readInBudget(Part10Reader.create().referToValuesAbove(1024), path);
    assertThat(read.problem()).isEmpty();
    BulkDataReference pixels = read.dataset().bulkData(Tag.PixelData).orElseThrow();
    assertThat(pixels.offset()).hasValue(head.length - 8);
    assertThat(pixels.length()).hasValue(8 + 4 * (8 + fragment));
  }
}
