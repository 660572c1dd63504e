// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.dicom.part10;

import io.github.dicomweb.dicom.BulkDataElement;
import io.github.dicomweb.dicom.BulkDataReference;
import io.github.dicomweb.dicom.Dataset;
import io.github.dicomweb.dicom.DatasetBuilder;
import io.github.dicomweb.dicom.Element;
import io.github.dicomweb.dicom.EmptyElement;
import io.github.dicomweb.dicom.SequenceElement;
import io.github.dicomweb.dicom.Tag;
import io.github.dicomweb.dicom.Tags;
import io.github.dicomweb.dicom.VR;
import io.github.dicomweb.error.DicomFormatException;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads attributes, and items in them. */
final class DatasetParser {
  static final long UNDEFINED = 0xFFFFFFFFL;
  private static final int MAX_DEPTH = 500;
  private static final int ITEM_GROUP = 0xFFFE;
  private static final int ANY_GROUP = -1;

  private final ByteSource source;
  private final ReadOptions options;
  private final int maxDepth;
  private int elements;

  /** The head of an attribute. */
  private record Header(int tag, VR vr, long length) {}

  DatasetParser(ByteSource source, ReadOptions options) {
    this.source = source;
    this.options = options;
    this.maxDepth = Math.min(MAX_DEPTH, options.limits().depth());
  }

  /** Reads the attributes of one group, in explicit VR little endian. */
  Dataset readGroup(int group) throws IOException {
    return readMain(Encoding.EXPLICIT_LITTLE, group);
  }

  /** Reads to the end, or to where the options say. */
  Dataset readAll(Encoding encoding) throws IOException {
    return readMain(encoding, ANY_GROUP);
  }

  private Dataset readMain(Encoding encoding, int onlyGroup) throws IOException {
    DatasetBuilder builder = Dataset.builder();
    Context context = new Context(encoding);
    while (!atEnd()) {
      int tag = peekTag(encoding);
      if (onlyGroup != ANY_GROUP ? Tags.group(tag) != onlyGroup : isBeyond(tag)) {
        break;
      }
      if (Tags.group(tag) == ITEM_GROUP) {
        if (tag == Tag.Item) {
          throw source.error("an item that is in no sequence");
        }
        // a delimiter of nothing: some writers end the dataset with one
        source.advance(8);
      } else {
        readElement(builder, context, source.size(), 1, options.wanted().test(tag));
      }
    }
    return builder.build();
  }

  private boolean isBeyond(int tag) {
    return Integer.toUnsignedLong(tag) >= options.stopBefore();
  }

  /** Whether nothing follows but, at most, a few zeros of padding. */
  private boolean atEnd() throws IOException {
    if (source.has(8)) {
      return source.peekInt(0, false) == 0 && source.peekInt(4, false) == 0;
    }
    for (int i = 0; source.has(i + 1); i++) {
      if (source.peek(i) != 0) {
        throw source.truncated();
      }
    }
    return true;
  }

  private int peekTag(Encoding encoding) throws IOException {
    source.need(8);
    return source.peekShort(0, encoding.bigEndian()) << 16
        | source.peekShort(2, encoding.bigEndian());
  }

  private Header readHeader(Context context) throws IOException {
    Encoding encoding = context.encoding();
    int tag = peekTag(encoding);
    if (encoding.explicitVr()) {
      int first = source.peek(4);
      int second = source.peek(5);
      if (isLetter(first) && isLetter(second)) {
        VR standard = VR.ofStandard(first, second);
        VR vr = standard != null ? standard : VR.of("" + (char) first + (char) second);
        if (!vr.hasLongLength()) {
          int length = source.peekShort(6, encoding.bigEndian());
          source.advance(8);
          return new Header(tag, vr, length);
        }
        source.need(12);
        long length = Integer.toUnsignedLong(source.peekInt(8, encoding.bigEndian()));
        source.advance(12);
        return new Header(tag, vr, length);
      }
      // an attribute without a VR among others that have theirs: seen from several writers
    }
    long length = Integer.toUnsignedLong(source.peekInt(4, encoding.bigEndian()));
    source.advance(8);
    return new Header(tag, context.implicitVr(tag), length);
  }

  private static boolean isLetter(int c) {
    return c >= 'A' && c <= 'Z';
  }

  private void readElement(
      DatasetBuilder builder, Context context, long end, int depth, boolean wanted)
      throws IOException {
    Header header = readHeader(context);
    int tag = header.tag();
    if (++elements > options.limits().elements()) {
      throw failure("more attributes than the limit", tag);
    }
    long length = header.length();
    if (length == UNDEFINED) {
      Element element = readUndefined(header, context, end, depth, wanted);
      if (wanted && element != null) {
        builder.put(element);
      }
      return;
    }
    if (length > end - source.position()) {
      throw failure("a length beyond the end of what encloses it", tag);
    }
    if (!wanted || Tags.isGroupLength(tag)) {
      source.skip(length);
      return;
    }
    Element element =
        header.vr() == VR.SQ
            ? SequenceElement.of(
                tag, VR.SQ, readItems(context, source.position() + length, false, depth))
            : readValue(header, context);
    if (element != null) {
      context.note(element);
      builder.put(element);
    }
  }

  private @Nullable Element readValue(Header header, Context context) throws IOException {
    int tag = header.tag();
    VR vr = header.vr();
    long length = header.length();
    if (length == 0) {
      return EmptyElement.of(tag, vr);
    }
    if (options.large() != ReadOptions.Large.READ
        && length > options.largest()
        && !Context.governs(tag)) {
      long start = source.position();
      source.skip(length);
      return reference(tag, vr, start, length);
    }
    int limit =
        vr.kind() == VR.Kind.TEXT || vr.kind() == VR.Kind.PERSON_NAME
            ? options.limits().stringLength()
            : options.limits().inlineBytes();
    if (length > limit) {
      throw failure("a value larger than the limit", tag);
    }
    byte[] bytes = source.read((int) length);
    return ValueDecoder.decode(tag, vr, bytes, context);
  }

  private @Nullable Element reference(int tag, VR vr, long start, long length) {
    URI file = source.file();
    return file == null || options.large() != ReadOptions.Large.REFER
        ? null
        : BulkDataElement.of(tag, vr, BulkDataReference.ofFile(file, start, length));
  }

  private @Nullable Element readUndefined(
      Header header, Context context, long end, int depth, boolean wanted) throws IOException {
    int tag = header.tag();
    VR vr = header.vr();
    if (vr == VR.UN) {
      // PS3.5 §6.2.2 note 2: what a writer did not know is in implicit VR little endian
      Context inner = context.forUnknown();
      return SequenceElement.of(tag, VR.SQ, readItems(inner, end, true, depth));
    }
    if (vr == VR.SQ) {
      return SequenceElement.of(tag, VR.SQ, readItems(context, end, true, depth));
    }
    if (vr.kind() != VR.Kind.BINARY) {
      throw failure("an undefined length of a value that has none", tag);
    }
    FragmentsParser fragments = new FragmentsParser(source, options, context.encoding());
    long start = source.position();
    Element whole = fragments.read(tag, vr, end, wanted);
    return whole != null || !wanted ? whole : reference(tag, vr, start, fragments.end() - start);
  }

  private List<Dataset> readItems(Context context, long end, boolean undefined, int depth)
      throws IOException {
    if (depth >= maxDepth) {
      throw source.error("sequences are nested deeper than the limit");
    }
    List<Dataset> items = new ArrayList<>();
    while (source.position() < end) {
      int tag = peekTag(context.encoding());
      if (tag == Tag.Item) {
        long length = Integer.toUnsignedLong(source.peekInt(4, context.encoding().bigEndian()));
        source.advance(8);
        if (++elements > options.limits().elements()) {
          throw failure("more items than the limit", tag);
        }
        if (length != UNDEFINED && length > end - source.position()) {
          throw failure("a length beyond the end of what encloses it", tag);
        }
        boolean open = length == UNDEFINED;
        items.add(readItem(context, open ? end : source.position() + length, open, depth + 1));
      } else if (Tags.group(tag) == ITEM_GROUP) {
        source.advance(8);
        if (tag == Tag.SequenceDelimitationItem && undefined) {
          return items;
        }
      } else {
        throw failure("something that is no item in a sequence", tag);
      }
    }
    if (undefined && end == source.size()) {
      throw source.truncated();
    }
    return items;
  }

  private Dataset readItem(Context outer, long end, boolean open, int depth) throws IOException {
    DatasetBuilder builder = Dataset.builder();
    Context context = outer.forItem();
    boolean first = true;
    while (source.position() < end) {
      int tag = peekTag(context.encoding());
      if (tag == Tag.ItemDelimitationItem) {
        source.advance(8);
        if (open) {
          return builder.build();
        }
      } else if (tag == Tag.SequenceDelimitationItem && open) {
        // an item that was not closed: the sequence closes it
        return builder.build();
      } else if (tag == Tag.Item) {
        throw failure("an item that is in no sequence", tag);
      } else {
        if (first
            && !context.encoding().explicitVr()
            && context.isWithinUnknown()
            && Encoding.hasVr(source)) {
          context = context.withEncoding(Encoding.EXPLICIT_LITTLE);
        }
        first = false;
        readElement(builder, context, end, depth, true);
      }
    }
    if (open && end == source.size()) {
      throw source.truncated();
    }
    return builder.build();
  }

  private DicomFormatException failure(String message, int tag) {
    return DicomFormatException.at(message, source.position(), Tags.toHex(tag), null);
  }
}
