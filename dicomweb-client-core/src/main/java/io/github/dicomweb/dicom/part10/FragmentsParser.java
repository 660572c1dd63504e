// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.dicom.part10;

import io.github.dicomweb.dicom.Element;
import io.github.dicomweb.dicom.FragmentsElement;
import io.github.dicomweb.dicom.Tag;
import io.github.dicomweb.dicom.VR;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the fragments of encapsulated pixel data (PS3.5 §A.4), or passes over them. */
final class FragmentsParser {
  private final ByteSource source;
  private final ReadOptions options;
  private final Encoding encoding;
  private final ReadState state;
  private long end;

  FragmentsParser(ByteSource source, ReadOptions options, Encoding encoding, ReadState state) {
    this.state = state;
    this.source = source;
    this.options = options;
    this.encoding = encoding;
  }

  /** Where the last fragment ended. */
  long end() {
    return end;
  }

  /** The fragments, or null when they are not wanted or larger than what is read. */
  @Nullable Element read(int tag, VR vr, long enclosingEnd, boolean wanted) throws IOException {
    List<byte[]> fragments = wanted ? new ArrayList<>() : null;
    long total = 0;
    long count = 0;
    while (true) {
      source.need(8);
      int group = source.peekShort(0, encoding.bigEndian());
      int marker = group << 16 | source.peekShort(2, encoding.bigEndian());
      long length = Integer.toUnsignedLong(source.peekInt(4, encoding.bigEndian()));
      if (marker == Tag.SequenceDelimitationItem) {
        end = source.position();
        source.advance(8);
        return fragments == null ? null : FragmentsElement.of(tag, vr, fragments);
      }
      source.advance(8);
      if (marker != Tag.Item || length > enclosingEnd - source.position()) {
        throw state.failure(
            "something that is no whole fragment in encapsulated pixel data", source.position());
      }
      total += length;
      if (options.large() != ReadOptions.Large.READ && total > options.largest()) {
        fragments = null;
      }
      if (fragments == null) {
        source.skip(length);
      } else if (total > options.limits().inlineBytes() || ++count > options.limits().elements()) {
        throw state.limit("a value larger than the limit", source.position());
      } else {
        state.hold(length, source.position());
        fragments.add(source.read((int) length));
      }
    }
  }
}
