// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.it.program;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dicomweb.dicom.BinaryElement;
import io.github.dicomweb.dicom.Dataset;
import io.github.dicomweb.dicom.FragmentsElement;
import io.github.dicomweb.dicom.Tag;
import io.github.dicomweb.dicom.TransferSyntax;
import io.github.dicomweb.dicom.part10.Part10File;
import io.github.dicomweb.dicom.part10.Part10Reader;
import java.util.Arrays;

/** One DICOM file, and what it says. */
final class StudyObject {
  private final byte[] bytes;
  private final Part10File file;

  StudyObject(byte[] bytes) {
    this.bytes = bytes.clone();
    this.file = Part10Reader.create().read(bytes);
  }

  byte[] bytes() {
    return bytes.clone();
  }

  Dataset dataset() {
    return file.dataset();
  }

  TransferSyntax transferSyntax() {
    return file.transferSyntax();
  }

  String study() {
    return text(Tag.StudyInstanceUID);
  }

  String series() {
    return text(Tag.SeriesInstanceUID);
  }

  String instance() {
    return text(Tag.SOPInstanceUID);
  }

  String text(int tag) {
    return dataset().string(tag).orElseThrow();
  }

  int number(int tag) {
    return dataset().intValue(tag).orElseThrow();
  }

  byte[] value(int tag) {
    return dataset().inlineBinary(tag).orElseThrow();
  }

  /** Holds bytes against those that there must be, and shows neither. */
  static void assertSame(byte[] actual, byte[] expected) {
    assertThat(actual.length).as("length").isEqualTo(expected.length);
    assertThat(Arrays.mismatch(actual, expected)).as("first byte that differs").isEqualTo(-1);
  }

  /** A frame as the file has it: a fragment of its own, or a piece of one value. */
  byte[] frame(int number) {
    if (dataset().element(Tag.PixelData).orElseThrow() instanceof FragmentsElement fragments) {
      return fragments.fragment(number);
    }
    byte[] all = ((BinaryElement) dataset().element(Tag.PixelData).orElseThrow()).toByteArray();
    int size = number(Tag.Rows) * number(Tag.Columns) * number(Tag.BitsAllocated) / 8;
    return Arrays.copyOfRange(all, (number - 1) * size, number * size);
  }
}
