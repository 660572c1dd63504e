// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.dicom.part10;

import io.github.dicomweb.dicom.Dataset;
import io.github.dicomweb.dicom.Tag;
import io.github.dicomweb.dicom.TransferSyntax;
import io.github.dicomweb.error.DicomFormatException;
import java.io.IOException;
import java.util.zip.Inflater;
import org.jspecify.annotations.Nullable;

/** Reads a file from its first byte. */
final class FileParser {
  private static final int PREAMBLE = 128;
  private static final int META_GROUP = 0x0002;
  private static final int MOST_STRAY_BYTES = 3;

  private final ByteSource source;
  private final ReadOptions options;
  private final ReadState state;

  FileParser(ByteSource source, ReadOptions options) {
    this.source = source;
    this.options = options;
    this.state = new ReadState(options.limits(), options.tolerance());
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
    return Encoding.guess(source) != null || strayBytes(source) > 0;
  }

  /** How many bytes stand before an attribute with a VR; 0 when there is none nearby. */
  private static int strayBytes(ByteSource source) throws IOException {
    for (int ahead = 1; ahead <= MOST_STRAY_BYTES; ahead++) {
      Encoding later = Encoding.guess(source, ahead);
      // without a VR, four zeros and a small number would be too little to tell
      if (later != null && later.explicitVr()) {
        return ahead;
      }
    }
    return 0;
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
    if (source.position() < PREAMBLE) {
      state.warn("no preamble");
    }
    Dataset meta = readMeta();
    TransferSyntax named = meta.string(Tag.TransferSyntaxUID).map(TransferSyntax::of).orElse(null);
    TransferSyntax syntax =
        named != null && named.isDeflated() ? named : seen(named, !meta.isEmpty());
    Dataset dataset =
        state.isStopped()
            ? Dataset.empty()
            : syntax.isDeflated() ? inflate() : readDataset(source, syntax);
    return new Part10File(meta, dataset, syntax, state);
  }

  private Dataset readMeta() throws IOException {
    if (source.has(8) && source.peekShort(0, false) == META_GROUP) {
      ReadOptions all = ReadOptions.DEFAULT.withLimits(options.limits());
      return new DatasetParser(source, all, state).readGroup(META_GROUP);
    }
    state.warn("no file meta information");
    return Dataset.empty();
  }

  /** Finds the first attribute of the dataset, and what its transfer syntax is unless named. */
  private TransferSyntax seen(@Nullable TransferSyntax named, boolean metaPresent)
      throws IOException {
    int stray = Encoding.guess(source) == null ? strayBytes(source) : 0;
    if (stray > 0) {
      state.warn("stray bytes before the dataset");
      source.advance(stray);
    }
    if (named != null) {
      return named;
    }
    if (metaPresent) {
      state.warn("no transfer syntax in the file meta information");
    }
    Encoding seen = Encoding.guess(source);
    return seen == null ? TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN : seen.transferSyntax();
  }

  private Dataset readDataset(ByteSource from, TransferSyntax syntax) throws IOException {
    Encoding encoding = Encoding.of(syntax);
    if (!encoding.explicitVr() && Encoding.hasVr(from)) {
      state.warn("explicit VRs in a transfer syntax of implicit ones");
      encoding = Encoding.EXPLICIT_LITTLE;
    } else if (encoding == Encoding.EXPLICIT_LITTLE && Encoding.isImplicitThroughout(from)) {
      state.warn("implicit VRs in a transfer syntax of explicit ones");
      encoding = Encoding.IMPLICIT_LITTLE;
    }
    return new DatasetParser(from, options, state).readAll(encoding);
  }

  private Dataset inflate() throws IOException {
    Inflater inflater = new Inflater(true);
    try {
      ByteSource inflated =
          new ByteSource(
              new BoundedInflater(source.rest(), inflater, options.limits().inflatedBytes(), state),
              ByteSource.UNKNOWN,
              null);
      return readDataset(inflated, TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN);
    } catch (DicomFormatException e) {
      // where the first bytes are looked at already
      state.damaged(e);
      return Dataset.empty();
    } finally {
      inflater.end();
    }
  }
}
