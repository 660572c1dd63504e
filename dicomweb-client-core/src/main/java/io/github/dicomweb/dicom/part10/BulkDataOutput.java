// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.dicom.part10;

import io.github.dicomweb.config.Limits;
import io.github.dicomweb.dicom.BulkDataElement;
import io.github.dicomweb.dicom.Tag;
import io.github.dicomweb.dicom.TransferSyntax;
import io.github.dicomweb.dicom.VR;
import io.github.dicomweb.error.DicomFormatException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.nio.charset.StandardCharsets;

/** Writes values that are not in the dataset, by and by. */
final class BulkDataOutput {
  // a multiple of every unit of numbers
  private static final int CHUNK = 64 * 1024;

  private final ElementOutput out;
  private final TransferSyntax syntax;
  private final BulkDataResolver resolver;
  private final Encoding files;

  /**
   * @param syntax what is written
   * @param files how values lie in the files that are referred to
   */
  BulkDataOutput(
      ElementOutput out, TransferSyntax syntax, BulkDataResolver resolver, Encoding files) {
    this.out = out;
    this.syntax = syntax;
    this.resolver = resolver;
    this.files = files;
  }

  void write(BulkDataElement element, String path, CharacterSets source, boolean mainPixels)
      throws IOException {
    VR vr = element.vr();
    if (vr == VR.SQ) {
      throw DicomFormatException.ofValue("a reference in the place of a sequence", path);
    }
    BulkDataContent content = resolver.resolve(element, path);
    try (InputStream opened = content.open();
        PushbackInputStream in = new PushbackInputStream(opened, 4)) {
      if (syntax.isEncapsulated()
          && element.tag() == Tag.PixelData
          && (startsWithItem(in) || mainPixels)) {
        fragments(element, in, content.length(), path);
      } else if (content.isFromDicomFile() && vr.usesSpecificCharacterSet()) {
        byte[] text = text(in, content.length(), vr, source, path);
        plain(element, new ByteArrayInputStream(text), text.length, 1, path);
      } else {
        boolean swap = content.isFromDicomFile() && files.bigEndian();
        int unit = vr == VR.AT ? 2 : vr.unitBytes();
        plain(element, in, content.length(), swap ? unit : 1, path);
      }
    }
  }

  private static boolean startsWithItem(PushbackInputStream in) throws IOException {
    byte[] start = in.readNBytes(4);
    in.unread(start);
    return start.length == 4
        && start[0] == (byte) 0xFE
        && start[1] == (byte) 0xFF
        && start[2] == 0
        && start[3] == (byte) 0xE0;
  }

  private void fragments(BulkDataElement element, PushbackInputStream in, long length, String path)
      throws IOException {
    if (!startsWithItem(in) || length % 2 != 0) {
      throw DicomFormatException.ofValue(
          "bulk data that is not in fragments, in an encapsulated transfer syntax", path);
    }
    out.head(element.tag(), VR.OB, ElementOutput.UNDEFINED);
    copy(in, length, 1, path);
    out.marker(Tag.SequenceDelimitationItem, 0);
  }

  private void plain(BulkDataElement element, InputStream in, long length, int swap, String path)
      throws IOException {
    long padded = length + length % 2;
    if (padded > ElementOutput.LARGEST) {
      throw DicomFormatException.ofValue("a value larger than 4 GB", path);
    }
    VR vr = element.vr();
    out.head(element.tag(), DatasetOutput.fitting(DatasetOutput.written(vr), length), padded);
    copy(in, length, swap, path);
    if (length % 2 != 0) {
      out.padding(DatasetOutput.padding(vr));
    }
  }

  /** Text of another character set has another length: it cannot be copied by and by. */
  private static byte[] text(InputStream in, long length, VR vr, CharacterSets source, String path)
      throws IOException {
    int limit = Limits.defaults().stringLength();
    if (length > limit) {
      throw DicomFormatException.ofValue(
          "text that is referred to and larger than the limit", path);
    }
    byte[] bytes = in.readNBytes((int) length);
    if (bytes.length < length) {
      throw tooShort(path);
    }
    return source
        .decode(
            bytes,
            vr == VR.PN ? CharacterSets.Delimiters.NAME : CharacterSets.Delimiters.TEXT,
            () -> {})
        .getBytes(StandardCharsets.UTF_8);
  }

  private void copy(InputStream in, long length, int unit, String path) throws IOException {
    if (out.counts(length)) {
      return;
    }
    byte[] chunk = new byte[(int) Math.min(CHUNK, length)];
    for (long left = length; left > 0; left -= Math.min(left, chunk.length)) {
      int wanted = (int) Math.min(left, chunk.length);
      if (in.readNBytes(chunk, 0, wanted) < wanted) {
        throw tooShort(path);
      }
      swap(chunk, wanted, unit);
      out.bytes(chunk, wanted);
    }
  }

  private static void swap(byte[] bytes, int length, int unit) {
    for (int from = 0; unit > 1 && from + unit <= length; from += unit) {
      for (int i = 0; i < unit / 2; i++) {
        byte first = bytes[from + i];
        bytes[from + i] = bytes[from + unit - 1 - i];
        bytes[from + unit - 1 - i] = first;
      }
    }
  }

  private static DicomFormatException tooShort(String path) {
    return DicomFormatException.ofValue("bulk data that ends before its length", path);
  }
}
