// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.dicom.part10;

import io.github.dicomweb.dicom.BulkDataElement;
import io.github.dicomweb.dicom.BulkDataReference;
import io.github.dicomweb.dicom.Dataset;
import io.github.dicomweb.dicom.DatasetBuilder;
import io.github.dicomweb.dicom.Dictionary;
import io.github.dicomweb.dicom.Element;
import io.github.dicomweb.dicom.EmptyElement;
import io.github.dicomweb.dicom.SequenceElement;
import io.github.dicomweb.dicom.Tag;
import io.github.dicomweb.dicom.Tags;
import io.github.dicomweb.dicom.VR;
import io.github.dicomweb.dicom.part10.HeaderParser.Header;
import io.github.dicomweb.error.DicomFormatException;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads attributes, and items in them. Damage ends what it is in, as far as that has an end. */
final class DatasetParser {
  private static final int MAX_DEPTH = 500;
  private static final int ITEM_GROUP = 0xFFFE;
  private static final int ANY_GROUP = -1;

  private final ByteSource source;
  private final ReadOptions options;
  private final ReadState state;
  private final HeaderParser headers;
  private final UnknownParser unknown;
  private final int maxDepth;

  DatasetParser(ByteSource source, ReadOptions options, ReadState state) {
    this.source = source;
    this.options = options;
    this.state = state;
    this.headers = new HeaderParser(source, state);
    this.unknown = new UnknownParser(options, state);
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
    try {
      while (!state.isStopped() && !atEnd()) {
        int tag = headers.peekTag(encoding);
        if (onlyGroup != ANY_GROUP ? Tags.group(tag) != onlyGroup : isBeyond(tag)) {
          break;
        }
        if (Tags.group(tag) == ITEM_GROUP) {
          if (tag == Tag.Item) {
            throw state.failure("an item that is in no sequence", source.position());
          }
          // some writers end the dataset with one
          state.warn("a delimiter of nothing");
          source.advance(8);
        } else {
          readElement(builder, context, source.size(), 1, options.wanted().test(tag));
        }
      }
    } catch (DicomFormatException e) {
      state.damaged(e);
      state.leaveTo(0);
      state.stop();
    }
    return build(builder, context);
  }

  private Dataset build(DatasetBuilder builder, Context context) {
    Dataset dataset = builder.build();
    if (dataset.size() < context.put()) {
      state.warn("an attribute that occurs again, of which the last counts");
    }
    return dataset;
  }

  private boolean isBeyond(int tag) {
    return Integer.toUnsignedLong(tag) >= options.stopBefore();
  }

  /** Whether nothing follows but, at most, zeros of padding. */
  private boolean atEnd() throws IOException {
    if (source.has(8)) {
      if (source.peekInt(0, false) != 0 || source.peekInt(4, false) != 0) {
        return false;
      }
      state.warn("zeros behind the dataset");
      return true;
    }
    for (int i = 0; source.has(i + 1); i++) {
      if (source.peek(i) != 0) {
        throw truncated();
      }
    }
    if (source.has(1)) {
      state.warn("zeros behind the dataset");
    }
    return true;
  }

  private DicomFormatException truncated() {
    return state.truncated(source.position());
  }

  private void readElement(
      DatasetBuilder builder, Context context, long end, int depth, boolean wanted)
      throws IOException {
    Header header = headers.read(context);
    int before = state.depth();
    state.enterAttribute(header.tag());
    try {
      state.countElement(source.position());
      if (context.breaksOrder(header.tag())) {
        state.warn("attributes that are not in order");
      }
      Element element =
          header.isUndefined()
              ? readUndefined(header, context, end, depth, wanted)
              : readDefined(header, context, end, depth, wanted);
      if (element != null && wanted && !Tags.isGroupLength(header.tag())) {
        builder.put(element);
        String odd = context.note(element);
        if (odd != null) {
          state.warn(odd);
        }
      }
    } catch (DicomFormatException e) {
      // the bytes do not know what they belong to
      throw e.location().isPresent() ? e : state.truncated(e.byteOffset().orElse(-1));
    } finally {
      state.leaveTo(before);
    }
  }

  private @Nullable Element readDefined(
      Header header, Context context, long end, int depth, boolean wanted) throws IOException {
    int tag = header.tag();
    long length = header.length();
    boolean skipped = !wanted || Tags.isGroupLength(tag);
    boolean sequence =
        header.vr() == VR.SQ
            || (header.vr() == VR.UN && length > 0 && Dictionary.vrOf(tag) == VR.SQ);
    long valueEnd = source.position() + length;
    if (length > end - source.position()) {
      DicomFormatException beyond =
          state.failure("a length beyond the end of what encloses it", source.position());
      if (skipped || !sequence) {
        throw beyond;
      }
      // the items that are there can be read all the same
      state.damaged(beyond);
      valueEnd = end;
    }
    if (skipped) {
      source.skip(length);
      return null;
    }
    if (sequence) {
      Context inner = header.vr() == VR.SQ ? context : context.forUnknown();
      return SequenceElement.of(tag, VR.SQ, readItems(inner, valueEnd, false, depth));
    }
    return readValue(header, context, depth);
  }

  private @Nullable Element readValue(Header header, Context context, int depth)
      throws IOException {
    int tag = header.tag();
    VR vr = header.vr();
    long length = header.length();
    if (length == 0) {
      return EmptyElement.of(tag, context.known(tag, vr));
    }
    if (length % 2 != 0) {
      state.warn("a value of odd length");
    }
    if (options.large() != ReadOptions.Large.READ
        && length > options.largest()
        && (options.large() != ReadOptions.Large.REFER_BINARY || vr.kind() == VR.Kind.BINARY)
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
      throw state.limit("a value larger than the limit", source.position());
    }
    state.hold(length, source.position());
    byte[] bytes = source.read((int) length);
    List<Dataset> items = vr == VR.UN ? unknown.items(bytes, context, depth) : null;
    return items == null
        ? ValueDecoder.decode(tag, vr, bytes, context, this::foundDamagedText)
        : SequenceElement.of(tag, VR.SQ, items);
  }

  private void foundDamagedText() {
    state.warn("text with bytes that its character set does not have");
  }

  private @Nullable Element reference(int tag, VR vr, long start, long length) {
    URI file = source.file();
    return file == null || options.large() == ReadOptions.Large.LEAVE_OUT
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
      throw state.failure("an undefined length of a value that has none", source.position());
    }
    FragmentsParser fragments = new FragmentsParser(source, options, context.encoding(), state);
    long start = source.position();
    Element whole = fragments.read(tag, vr, end, wanted);
    return whole != null || !wanted ? whole : reference(tag, vr, start, fragments.end() - start);
  }

  /** Reads items to an end, or to their delimiter when the length is undefined. */
  List<Dataset> readItems(Context context, long end, boolean undefined, int depth)
      throws IOException {
    if (depth >= maxDepth) {
      throw state.limit("sequences are nested deeper than the limit", source.position());
    }
    List<Dataset> items = new ArrayList<>();
    try {
      while (!state.isStopped() && source.position() < end) {
        int tag = peekTag(context, end);
        if (tag == Tag.Item) {
          state.enterItem(items.size());
          items.add(readItem(context, end, depth + 1));
        } else if (Tags.group(tag) == ITEM_GROUP) {
          source.advance(8);
          if (tag == Tag.SequenceDelimitationItem && undefined) {
            return items;
          }
          state.warn("a delimiter of nothing");
        } else {
          throw state.failure("something that is no item in a sequence", source.position());
        }
      }
      if (undefined && end == source.size() && !state.isStopped()) {
        throw truncated();
      }
    } catch (DicomFormatException e) {
      state.damaged(e);
      skipTo(end, undefined);
    }
    return items;
  }

  private Dataset readItem(Context outer, long sequenceEnd, int depth) throws IOException {
    long length = headers.readItemLength(outer.encoding());
    state.countElement(source.position());
    boolean open = length == Header.UNDEFINED;
    long end = open ? sequenceEnd : source.position() + length;
    if (end > sequenceEnd) {
      state.damaged(
          state.failure("a length beyond the end of what encloses it", source.position()));
      end = sequenceEnd;
    }
    DatasetBuilder builder = Dataset.builder();
    Context context = outer.forItem();
    int enclosing = state.depth();
    boolean first = true;
    try {
      while (!state.isStopped() && source.position() < end) {
        int tag = peekTag(context, end);
        if (tag == Tag.ItemDelimitationItem) {
          source.advance(8);
          if (open) {
            return build(builder, context);
          }
          state.warn("a delimiter of nothing");
        } else if (tag == Tag.SequenceDelimitationItem && open) {
          state.warn("an item that is not closed");
          return build(builder, context);
        } else if (tag == Tag.Item) {
          throw state.failure("an item that is in no sequence", source.position());
        } else {
          if (first && context.isWithinUnknown()) {
            context = context.withEncoding(Encoding.ofUnknown(source));
          }
          first = false;
          readElement(builder, context, end, depth, true);
        }
      }
      if (open && end == source.size() && !state.isStopped()) {
        throw truncated();
      }
    } catch (DicomFormatException e) {
      state.damaged(e);
      state.leaveTo(enclosing);
      skipTo(end, open);
    }
    return build(builder, context);
  }

  private int peekTag(Context context, long end) throws IOException {
    if (end - source.position() < Header.SHORTEST && end < source.size()) {
      // reading on would take what stands behind the end
      throw state.failure("fewer bytes than an attribute has", source.position());
    }
    return headers.peekTag(context.encoding());
  }

  /** Passes over the rest of what is damaged, when it says where it ends. */
  private void skipTo(long end, boolean open) throws IOException {
    long left = end - source.position();
    // what is open itself ends at the latest where something around it does
    if (left < 0 || (open && end >= source.size())) {
      state.stop();
      return;
    }
    try {
      source.skip(left);
    } catch (DicomFormatException e) {
      state.damaged(e);
      state.stop();
    }
  }
}
