// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.dicom.part10;

import io.github.dicomweb.dicom.Dataset;
import io.github.dicomweb.dicom.Tag;
import io.github.dicomweb.dicom.TransferSyntax;
import io.github.dicomweb.error.DicomFormatException;
import java.io.EOFException;
import java.io.IOException;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import java.util.zip.ZipException;

/** Reads a file from its first byte. */
final class FileParser {
  private static final int PREAMBLE = 128;
  private static final int META_GROUP = 0x0002;

  private final ByteSource source;
  private final ReadOptions options;

  FileParser(ByteSource source, ReadOptions options) {
    this.source = source;
    this.options = options;
  }

  /** Passes over the preamble; false when this is no DICOM file. */
  static boolean begin(ByteSource source) throws IOException {
    if (isPrefix(source, PREAMBLE)) {
      source.advance(PREAMBLE + 4);
      return true;
    }
    if (isPrefix(source, 0)) {
      source.advance(4);
      return true;
    }
    return Encoding.guess(source) != null;
  }

  private static boolean isPrefix(ByteSource source, int offset) throws IOException {
    return source.has(offset + 4)
        && source.peek(offset) == 'D'
        && source.peek(offset + 1) == 'I'
        && source.peek(offset + 2) == 'C'
        && source.peek(offset + 3) == 'M';
  }

  Part10File read() throws IOException {
    if (!begin(source)) {
      throw DicomFormatException.at("not a DICOM file", 0, null, null);
    }
    Dataset meta = Dataset.empty();
    if (source.has(8) && source.peekShort(0, false) == META_GROUP) {
      meta =
          new DatasetParser(source, ReadOptions.DEFAULT.withLimits(options.limits()))
              .readGroup(META_GROUP);
    }
    Encoding seen = Encoding.guess(source);
    TransferSyntax syntax =
        meta.string(Tag.TransferSyntaxUID)
            .map(TransferSyntax::of)
            .orElse(
                seen == null ? TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN : seen.transferSyntax());
    Dataset dataset = syntax.isDeflated() ? inflate() : readDataset(source, syntax);
    return new Part10File(meta, dataset, syntax);
  }

  private Dataset readDataset(ByteSource from, TransferSyntax syntax) throws IOException {
    Encoding encoding = Encoding.of(syntax);
    if (!encoding.explicitVr() && Encoding.hasVr(from)) {
      // some writers say implicit and write explicit
      encoding = Encoding.EXPLICIT_LITTLE;
    }
    return new DatasetParser(from, options).readAll(encoding);
  }

  private Dataset inflate() throws IOException {
    Inflater inflater = new Inflater(true);
    ByteSource inflated =
        new ByteSource(
            new BoundedInflater(
                new InflaterInputStream(source.rest(), inflater, 8 * 1024),
                options.limits().inflatedBytes()),
            ByteSource.UNKNOWN,
            null);
    try {
      return readDataset(inflated, TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN);
    } catch (EOFException e) {
      throw source.error("the deflated data ends before it is complete");
    } catch (ZipException e) {
      throw source.error("the deflated data is damaged");
    } finally {
      inflater.end();
    }
  }
}
