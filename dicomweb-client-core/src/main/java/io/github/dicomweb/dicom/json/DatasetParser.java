// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.dicom.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.github.dicomweb.config.Limits;
import io.github.dicomweb.dicom.Dataset;
import io.github.dicomweb.dicom.DatasetBuilder;
import io.github.dicomweb.dicom.Dictionary;
import io.github.dicomweb.dicom.Element;
import io.github.dicomweb.dicom.Tags;
import io.github.dicomweb.dicom.VR;
import java.io.IOException;
import java.util.Locale;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** Reads one object of attributes, and the items in it. */
final class DatasetParser {
  private static final int NAMES = 1024;

  private final JsonParser parser;
  private final Deviations deviations;
  private final Limits limits;
  private final TextCache texts;
  private final ValueParser values;
  private final AttributeAssembler assembler;
  // one for each depth of nesting, used again and again
  private final RawAttribute[] raw;
  private final DatasetBuilder[] builders;
  // the parser gives the same string for the same name
  private final @Nullable String[] names = new @Nullable String[NAMES];
  private final int[] tags = new int[NAMES];
  private int elements;

  DatasetParser(JsonParser parser, Deviations deviations, Limits limits) {
    this.parser = parser;
    this.deviations = deviations;
    this.limits = limits;
    this.texts = new TextCache(parser, deviations, limits.stringLength());
    this.values = new ValueParser(parser, deviations, texts, this, limits.inlineBytes());
    this.assembler = new AttributeAssembler(deviations, limits);
    this.raw = new RawAttribute[limits.depth() + 1];
    this.builders = new DatasetBuilder[limits.depth() + 1];
  }

  /** Reads from behind START_OBJECT to END_OBJECT. */
  Dataset readTopLevel(int index) throws IOException {
    elements = 0;
    deviations.enterResult(index);
    return read(1, parser.nextToken());
  }

  /** Reads an item whose first token, behind START_OBJECT, is at hand. */
  Dataset readItem(int depth) throws IOException {
    if (depth > limits.depth()) {
      throw deviations.error("sequences are nested deeper than the limit");
    }
    return read(depth, parser.currentToken());
  }

  private Dataset read(int depth, @Nullable JsonToken first) throws IOException {
    DatasetBuilder builder = builders[depth];
    if (builder == null) {
      builder = Dataset.builder();
      builders[depth] = builder;
    }
    builder.clear();
    int put = 0;
    for (JsonToken token = first; token == JsonToken.FIELD_NAME; token = parser.nextToken()) {
      String name = parser.currentName();
      long tag = tag(name);
      parser.nextToken();
      if (tag < 0) {
        parser.skipChildren();
        continue;
      }
      deviations.enterAttribute(depth, (int) tag);
      if (Tags.isGroupLength((int) tag)) {
        deviations.add("a group length");
        parser.skipChildren();
      } else {
        if (++elements > limits.elements()) {
          throw deviations.error("more attributes than the limit");
        }
        builder.put(attribute(depth, (int) tag));
        put++;
      }
      deviations.leaveTo(depth - 1);
    }
    Dataset dataset = builder.build();
    if (dataset.size() < put) {
      deviations.add("an attribute that occurs again, of which the last counts");
    }
    return dataset;
  }

  private long tag(String name) {
    int slot = name.hashCode() & (NAMES - 1);
    if (name.equals(names[slot])) {
      return tags[slot] & 0xFFFFFFFFL;
    }
    long tag = Tags.parseHex(name);
    if (tag >= 0) {
      if (isUpper(name)) {
        names[slot] = name;
        tags[slot] = (int) tag;
      } else {
        deviations.add("a tag in lower case");
      }
      return tag;
    }
    OptionalInt other = Tags.parse(name);
    if (other.isPresent()) {
      deviations.add("a tag that is not written as eight hexadecimal digits");
      return other.getAsInt() & 0xFFFFFFFFL;
    }
    deviations.add("a member that is no attribute, left out");
    return -1;
  }

  private static boolean isUpper(String name) {
    for (int i = 0; i < name.length(); i++) {
      if (name.charAt(i) >= 'a') {
        return false;
      }
    }
    return true;
  }

  private Element attribute(int depth, int tag) throws IOException {
    RawAttribute attribute = raw[depth];
    if (attribute == null) {
      attribute = new RawAttribute();
      raw[depth] = attribute;
    }
    attribute.reset(tag);
    if (parser.currentToken() == JsonToken.START_OBJECT) {
      while (parser.nextToken() == JsonToken.FIELD_NAME) {
        member(depth, attribute);
      }
    } else {
      deviations.add("an attribute that is not an object");
      values.readInto(attribute, Dictionary.vrOf(tag), depth);
    }
    return assembler.assemble(attribute);
  }

  private void member(int depth, RawAttribute attribute) throws IOException {
    String member = parser.currentName();
    JsonToken token = parser.nextToken();
    switch (member) {
      case "vr" -> attribute.vr = vr(token);
      case "Value" -> {
        VR vr = attribute.vr;
        values.readInto(attribute, vr == null ? Dictionary.vrOf(attribute.tag) : vr, depth);
      }
      case "BulkDataURI" -> attribute.bulkDataUri = values.readUri(token);
      case "InlineBinary" -> values.readBinary(attribute, token);
      case "DataFragment" -> values.readFragments(attribute, token);
      default -> {
        deviations.add("an unknown member of an attribute");
        parser.skipChildren();
      }
    }
  }

  private @Nullable VR vr(@Nullable JsonToken token) throws IOException {
    if (token != JsonToken.VALUE_STRING) {
      deviations.add("a vr that is not text");
      parser.skipChildren();
      return null;
    }
    char[] chars = parser.getTextCharacters();
    int at = parser.getTextOffset();
    if (parser.getTextLength() == 2) {
      VR vr = VR.ofStandard(chars[at], chars[at + 1]);
      if (vr != null) {
        return vr;
      }
    }
    String code = texts.read().trim().toUpperCase(Locale.ROOT);
    if (code.isEmpty()) {
      deviations.add("an empty vr");
      return null;
    }
    VR vr = VR.of(code);
    deviations.add(vr.isStandard() ? "a vr in lower case" : "a vr that the standard does not have");
    return vr;
  }
}
