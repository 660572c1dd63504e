// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.dicom.json;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.github.dicomweb.config.Limits;
import io.github.dicomweb.dicom.Dataset;
import io.github.dicomweb.dicom.DatasetBuilder;
import io.github.dicomweb.dicom.Dictionary;
import io.github.dicomweb.dicom.Element;
import io.github.dicomweb.dicom.Tags;
import io.github.dicomweb.dicom.VR;
import io.github.dicomweb.dicom.json.JsonScanner.Token;
import java.io.IOException;
import java.util.Locale;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** Reads one object of attributes, and the items in it. */
final class DatasetParser {
  private static final String OUT_OF_ORDER = "attributes that are not in order";
  private static final byte[] VR_MEMBER = "vr".getBytes(US_ASCII);
  private static final byte[] VALUE_MEMBER = "Value".getBytes(US_ASCII);

  private final JsonScanner scanner;
  private final Deviations deviations;
  private final Limits limits;
  private final Budget budget;
  private final TextCache texts;
  private final ValueParser values;
  private final AttributeAssembler assembler;
  // one for each depth of nesting, used again and again
  private final RawAttribute[] raw;
  private final DatasetBuilder[] builders;

  DatasetParser(JsonScanner scanner, Deviations deviations, Limits limits) {
    this.scanner = scanner;
    this.deviations = deviations;
    this.limits = limits;
    this.budget = new Budget(limits, deviations);
    this.texts = new TextCache(scanner, deviations, limits.stringLength());
    this.values = new ValueParser(scanner, deviations, texts, this, budget);
    this.assembler = new AttributeAssembler(deviations, budget);
    this.raw = new RawAttribute[limits.depth() + 1];
    this.builders = new DatasetBuilder[limits.depth() + 1];
  }

  /** Reads from behind START_OBJECT to END_OBJECT. */
  Dataset readTopLevel(int index) throws IOException {
    budget.beginDataset();
    deviations.enterResult(index);
    return read(1, scanner.next());
  }

  /** Reads an item whose first token, behind START_OBJECT, is at hand. */
  Dataset readItem(int depth) throws IOException {
    if (depth > limits.depth()) {
      throw deviations.error("sequences are nested deeper than the limit");
    }
    return read(depth, scanner.current());
  }

  private Dataset read(int depth, Token first) throws IOException {
    DatasetBuilder builder = builders[depth];
    if (builder == null) {
      builder = Dataset.builder();
      builders[depth] = builder;
    }
    builder.clear();
    int put = 0;
    long previous = -1;
    boolean sorted = true;
    for (Token token = first; token == Token.NAME; token = scanner.next()) {
      long tag = scanner.tag();
      if (tag < 0) {
        tag = tag(texts.read());
      }
      if (tag < 0) {
        scanner.next();
        scanner.skip();
        continue;
      }
      deviations.enterAttribute(depth, (int) tag);
      if (tag < previous && sorted) {
        deviations.add(OUT_OF_ORDER);
        sorted = false;
      }
      previous = tag;
      if (Tags.isGroupLength((int) tag)) {
        deviations.add("a group length");
        scanner.next();
        scanner.skip();
      } else {
        budget.countElement();
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

  /** The tag of a name that is not written as it should be; negative when it is none. */
  private long tag(String name) {
    long tag = Tags.parseHex(name);
    if (tag >= 0) {
      if (!Tags.toHex((int) tag).equals(name)) {
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

  private Element attribute(int depth, int tag) throws IOException {
    RawAttribute attribute = raw[depth];
    if (attribute == null) {
      attribute = new RawAttribute();
      raw[depth] = attribute;
    }
    attribute.reset(tag);
    int letters = scanner.enterAttribute();
    VR known = letters < 0 ? null : VR.ofStandard(letters >> 8, letters & 0xFF);
    if (letters >= 0) {
      attribute.vr = known != null ? known : unusual(letters);
      if (scanner.enterValues()) {
        VR hint = known != null ? known : Dictionary.vrOf(tag);
        values.readArray(attribute, hint, depth);
      }
      while (scanner.next() == Token.NAME) {
        member(depth, attribute);
      }
    } else if (scanner.next() == Token.START_OBJECT) {
      while (scanner.next() == Token.NAME) {
        member(depth, attribute);
      }
    } else {
      deviations.add("an attribute that is not an object");
      values.readInto(attribute, Dictionary.vrOf(tag), depth);
    }
    return assembler.assemble(attribute);
  }

  private void member(int depth, RawAttribute attribute) throws IOException {
    String member =
        scanner.is(VR_MEMBER) ? "vr" : scanner.is(VALUE_MEMBER) ? "Value" : texts.read();
    Token token = scanner.next();
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
        scanner.skip();
      }
    }
  }

  private @Nullable VR vr(Token token) throws IOException {
    if (token != Token.STRING) {
      deviations.add("a vr that is not text");
      scanner.skip();
      return null;
    }
    if (scanner.length() == 2) {
      VR vr = VR.ofStandard(scanner.byteAt(0), scanner.byteAt(1));
      if (vr != null) {
        return vr;
      }
    }
    return unusual(texts.read());
  }

  private @Nullable VR unusual(int letters) {
    return unusual("" + (char) (letters >> 8) + (char) (letters & 0xFF));
  }

  private @Nullable VR unusual(String text) {
    String code = text.trim().toUpperCase(Locale.ROOT);
    if (code.isEmpty()) {
      deviations.add("an empty vr");
      return null;
    }
    VR vr = VR.of(code);
    deviations.add(vr.isStandard() ? "a vr in lower case" : "a vr that the standard does not have");
    return vr;
  }
}
