// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.testdata;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Writes Part 10 files (PS3.10 §7.1) from {@link DataElements}.
 *
 * <p>It shares no code with the library, so that the library's own codec can be tested against it.
 */
final class DicomFileWriter {
  private static final int UNDEFINED = 0xFFFFFFFF;
  private static final int ITEM = 0xFFFEE000;
  private static final int ITEM_DELIMITATION = 0xFFFEE00D;
  private static final int SEQUENCE_DELIMITATION = 0xFFFEE0DD;

  private final TransferSyntax syntax;
  private final Charset charset;

  private DicomFileWriter(TransferSyntax syntax, Charset charset) {
    this.syntax = syntax;
    this.charset = charset;
  }

  /** The whole file. */
  static byte[] file(TransferSyntax syntax, DataElements data) {
    ByteArrayOutputStream out = start(syntax, data);
    byte[] body = new DicomFileWriter(syntax, charsetOf(data)).dataSet(data);
    out.writeBytes(syntax.deflated() ? padded(FixedDeflate.deflate(body), (byte) 0) : body);
    return out.toByteArray();
  }

  /**
   * The file up to the first octet of its Pixel Data, which follows from elsewhere.
   *
   * @param pixelBytes the even length of the Pixel Data, in octets, less than 2<sup>32</sup> - 1
   */
  static byte[] fileBeforePixels(TransferSyntax syntax, DataElements data, long pixelBytes) {
    if (syntax.deflated() || pixelBytes < 0 || pixelBytes % 2 != 0 || pixelBytes >= 0xFFFFFFFFL) {
      throw new IllegalArgumentException("Pixel Data cannot follow");
    }
    ByteArrayOutputStream out = start(syntax, data);
    DicomFileWriter writer = new DicomFileWriter(syntax, charsetOf(data));
    out.writeBytes(writer.dataSet(data));
    writer.header(out, Attr.PixelData.tag(), "OW", (int) pixelBytes);
    return out.toByteArray();
  }

  private static ByteArrayOutputStream start(TransferSyntax syntax, DataElements data) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(new byte[128]);
    out.writeBytes("DICM".getBytes(StandardCharsets.US_ASCII));
    DicomFileWriter meta =
        new DicomFileWriter(TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN, StandardCharsets.US_ASCII);
    byte[] group =
        meta.dataSet(
            new DataElements()
                .bytes(0x00020001, "OB", new byte[] {0, 1})
                .text(0x00020002, "UI", data.ascii(Attr.SOPClassUID))
                .text(0x00020003, "UI", data.ascii(Attr.SOPInstanceUID))
                .text(0x00020010, "UI", syntax.uid())
                .text(0x00020012, "UI", Uids.IMPLEMENTATION_CLASS)
                .text(0x00020013, "SH", Uids.IMPLEMENTATION_VERSION));
    meta.header(out, 0x00020000, "UL", 4);
    out.writeBytes(
        ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN).putInt(group.length).array());
    out.writeBytes(group);
    return out;
  }

  private static Charset charsetOf(DataElements data) {
    if (!data.has(Attr.SpecificCharacterSet)) {
      return StandardCharsets.US_ASCII;
    }
    return switch (data.ascii(Attr.SpecificCharacterSet)) {
      case "ISO_IR 192" -> StandardCharsets.UTF_8;
      case "ISO_IR 100" -> StandardCharsets.ISO_8859_1;
      default -> throw new IllegalArgumentException("character set not known to this writer");
    };
  }

  private byte[] dataSet(DataElements data) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (DataElements.Element element : data.elements()) {
      if (element instanceof DataElements.Value value) {
        write(out, value);
      } else if (element instanceof DataElements.Sequence sequence) {
        write(out, sequence);
      }
    }
    return out.toByteArray();
  }

  private void write(ByteArrayOutputStream out, DataElements.Value value) {
    byte[] body;
    try {
      body = value.body().encode(syntax.order(), charset);
    } catch (CharacterCodingException e) {
      throw new IllegalArgumentException("text outside the character set", e);
    }
    byte[] even = padded(body, pad(value.vr()));
    header(out, value.tag(), value.vr(), even.length);
    out.writeBytes(even);
  }

  private void write(ByteArrayOutputStream out, DataElements.Sequence sequence) {
    boolean undefined = sequence.style() == DataElements.LengthStyle.UNDEFINED;
    ByteArrayOutputStream items = new ByteArrayOutputStream();
    for (DataElements item : sequence.items()) {
      byte[] body = dataSet(item);
      tagAndLength(items, ITEM, undefined ? UNDEFINED : body.length);
      items.writeBytes(body);
      if (undefined) {
        tagAndLength(items, ITEM_DELIMITATION, 0);
      }
    }
    if (undefined) {
      tagAndLength(items, SEQUENCE_DELIMITATION, 0);
    }
    header(out, sequence.tag(), "SQ", undefined ? UNDEFINED : items.size());
    out.writeBytes(items.toByteArray());
  }

  private void header(ByteArrayOutputStream out, int tag, String vr, int length) {
    if (!syntax.explicitVr()) {
      tagAndLength(out, tag, length);
      return;
    }
    ByteBuffer buffer = ByteBuffer.allocate(12).order(syntax.order());
    buffer.putShort((short) (tag >>> 16)).putShort((short) tag);
    buffer.put(vr.getBytes(StandardCharsets.US_ASCII));
    switch (vr) {
      case "OB", "OD", "OF", "OL", "OV", "OW", "SQ", "SV", "UC", "UN", "UR", "UT", "UV" ->
          buffer.putShort((short) 0).putInt(length);
      default -> {
        if (length > 0xFFFF) {
          throw new IllegalArgumentException("too long for its VR: %08X".formatted(tag));
        }
        buffer.putShort((short) length);
      }
    }
    out.write(buffer.array(), 0, buffer.position());
  }

  private void tagAndLength(ByteArrayOutputStream out, int tag, int length) {
    out.writeBytes(
        ByteBuffer.allocate(8)
            .order(syntax.order())
            .putShort((short) (tag >>> 16))
            .putShort((short) tag)
            .putInt(length)
            .array());
  }

  private static byte pad(String vr) {
    return switch (vr) {
      case "UI", "OB", "UN" -> 0;
      default -> ' ';
    };
  }

  private static byte[] padded(byte[] body, byte pad) {
    if (body.length % 2 == 0) {
      return body;
    }
    byte[] even = Arrays.copyOf(body, body.length + 1);
    even[body.length] = pad;
    return even;
  }
}
