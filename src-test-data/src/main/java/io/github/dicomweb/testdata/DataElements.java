// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.testdata;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeMap;

/** A data set under construction, in the order of its tags; not yet in any transfer syntax. */
final class DataElements {
  /** One data element, sequences apart from the others because they nest. */
  sealed interface Element permits Value, Sequence {
    int tag();
  }

  record Value(int tag, String vr, Body body) implements Element {}

  record Sequence(int tag, List<DataElements> items, LengthStyle style) implements Element {}

  /** How a sequence and its items tell where they end (PS3.5 §7.5.1, §7.5.2). */
  enum LengthStyle {
    EXPLICIT,
    UNDEFINED
  }

  /** The value field without its padding. */
  @FunctionalInterface
  interface Body {
    byte[] encode(ByteOrder order, Charset charset) throws CharacterCodingException;
  }

  private final TreeMap<Integer, Element> elements = new TreeMap<>(Integer::compareUnsigned);

  Collection<Element> elements() {
    return elements.values();
  }

  DataElements empty(Attr attr) {
    return attr.vr().equals("SQ") ? sequence(attr) : bytes(attr.tag(), attr.vr(), new byte[0]);
  }

  DataElements set(Attr attr, String first, String... more) {
    List<String> all = new ArrayList<>();
    all.add(first);
    all.addAll(List.of(more));
    return text(attr.tag(), attr.vr(), String.join("\\", all));
  }

  DataElements set(Attr attr, int value) {
    return switch (attr.vr()) {
      case "IS", "DS" -> text(attr.tag(), attr.vr(), Integer.toString(value));
      case "US" -> number(attr, 2, value);
      case "UL" -> number(attr, 4, value);
      default -> throw new IllegalArgumentException("no integer in " + attr);
    };
  }

  DataElements set(Attr attr, double value) {
    if (!attr.vr().equals("FD")) {
      throw new IllegalArgumentException("no double in " + attr);
    }
    return put(
        new Value(
            attr.tag(),
            attr.vr(),
            (order, charset) -> ByteBuffer.allocate(8).order(order).putDouble(value).array()));
  }

  DataElements set(Attr attr, Attr pointed) {
    return put(
        new Value(
            attr.tag(),
            attr.vr(),
            (order, charset) ->
                ByteBuffer.allocate(4)
                    .order(order)
                    .putShort((short) (pointed.tag() >>> 16))
                    .putShort((short) pointed.tag())
                    .array()));
  }

  DataElements text(int tag, String vr, String value) {
    boolean followsCharacterSet =
        switch (vr) {
          case "LO", "LT", "PN", "SH", "ST", "UC", "UT" -> true;
          default -> false;
        };
    return put(
        new Value(
            tag,
            vr,
            (order, charset) ->
                strictly(followsCharacterSet ? charset : StandardCharsets.US_ASCII, value)));
  }

  DataElements bytes(int tag, String vr, byte[] value) {
    byte[] copy = value.clone();
    return put(new Value(tag, vr, (order, charset) -> copy.clone()));
  }

  /** Pixel Data of one octet a pixel. */
  DataElements pixels(byte[] samples) {
    byte[] copy = samples.clone();
    // in Implicit VR Little Endian the VR is OW whatever the depth, with the first pixel first
    return put(new Value(Attr.PixelData.tag(), "OB", (order, charset) -> copy.clone()));
  }

  /** Pixel Data of two octets a pixel. */
  DataElements pixels(short[] samples) {
    short[] copy = samples.clone();
    return put(
        new Value(
            Attr.PixelData.tag(),
            "OW",
            (order, charset) -> {
              ByteBuffer buffer = ByteBuffer.allocate(copy.length * 2).order(order);
              buffer.asShortBuffer().put(copy);
              return buffer.array();
            }));
  }

  DataElements sequence(Attr attr, DataElements... items) {
    return put(new Sequence(attr.tag(), List.of(items), LengthStyle.EXPLICIT));
  }

  DataElements sequenceOfUndefinedLength(int tag, DataElements... items) {
    return put(new Sequence(tag, List.of(items), LengthStyle.UNDEFINED));
  }

  /** The text of an element that holds nothing but the default repertoire, such as a UID. */
  String ascii(Attr attr) {
    if (!(elements.get(attr.tag()) instanceof Value value)) {
      throw new IllegalStateException("no value in " + attr);
    }
    try {
      return new String(
          value.body().encode(ByteOrder.LITTLE_ENDIAN, StandardCharsets.US_ASCII),
          StandardCharsets.US_ASCII);
    } catch (CharacterCodingException e) {
      throw new IllegalStateException("not ASCII: " + attr, e);
    }
  }

  boolean has(Attr attr) {
    return elements.containsKey(attr.tag());
  }

  private DataElements number(Attr attr, int octets, int value) {
    return put(
        new Value(
            attr.tag(),
            attr.vr(),
            (order, charset) -> {
              ByteBuffer buffer = ByteBuffer.allocate(octets).order(order);
              return (octets == 2 ? buffer.putShort((short) value) : buffer.putInt(value)).array();
            }));
  }

  private DataElements put(Element element) {
    if (elements.put(element.tag(), element) != null) {
      throw new IllegalStateException("twice in one data set: %08X".formatted(element.tag()));
    }
    return this;
  }

  private static byte[] strictly(Charset charset, String text) throws CharacterCodingException {
    ByteBuffer encoded = charset.newEncoder().encode(CharBuffer.wrap(text));
    byte[] result = new byte[encoded.remaining()];
    encoded.get(result);
    return result;
  }
}
