// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.dicom.xml;

import io.github.dicomweb.config.Limits;
import io.github.dicomweb.dicom.Dataset;
import io.github.dicomweb.dicom.DatasetBuilder;
import io.github.dicomweb.dicom.PersonName;
import io.github.dicomweb.dicom.Tags;
import io.github.dicomweb.dicom.VR;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.Set;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/** Walks through the document. */
final class ModelParser {
  private static final int MAX_DEPTH = 500;
  private static final List<String> COMPONENTS =
      List.of("FamilyName", "GivenName", "MiddleName", "NamePrefix", "NameSuffix");

  private final XMLStreamReader in;
  private final Limits limits;
  private final Deviations deviations;
  private final ElementFactory elements;
  private final int maxDepth;
  private final int maxText;
  private int count;

  ModelParser(XMLStreamReader in, Limits limits, Deviations deviations) {
    this.in = in;
    this.limits = limits;
    this.deviations = deviations;
    this.elements = new ElementFactory(deviations, limits);
    this.maxDepth = Math.min(MAX_DEPTH, limits.depth());
    this.maxText =
        (int)
            Math.min(Integer.MAX_VALUE, Math.max(limits.stringLength(), limits.inlineBytes() * 2L));
  }

  Dataset read() throws XMLStreamException {
    // comments and white space may stand in front of the root
    int event = next();
    while (event != XMLStreamConstants.START_ELEMENT) {
      event = next();
    }
    if (!in.getLocalName().equals("NativeDicomModel")) {
      throw deviations.error("the document is not of the native DICOM model");
    }
    Dataset dataset = dataset(1);
    while (in.hasNext()) {
      in.next();
    }
    return dataset;
  }

  private Dataset dataset(int depth) throws XMLStreamException {
    if (depth > maxDepth) {
      throw deviations.error("sequences are nested deeper than the limit");
    }
    List<XmlAttribute> attributes = new ArrayList<>();
    while (nextChild()) {
      XmlAttribute attribute =
          in.getLocalName().equals("DicomAttribute") ? attribute(depth) : unknown();
      if (attribute != null) {
        attributes.add(attribute);
      }
    }
    DatasetBuilder builder = Dataset.builder();
    PrivateBlocks blocks = new PrivateBlocks(attributes);
    Set<Integer> tags = new HashSet<>();
    for (XmlAttribute attribute : attributes) {
      deviations.enterAttribute(attribute.tag);
      OptionalInt tag =
          attribute.needsBlock() ? blocks.place(attribute, builder) : OptionalInt.of(attribute.tag);
      if (tag.isPresent()) {
        if (!tags.add(tag.getAsInt())) {
          deviations.add("an attribute that occurs again, of which the last counts");
        }
        builder.put(elements.make(tag.getAsInt(), attribute));
      } else {
        deviations.add("no block is left for a private attribute, left out");
      }
      deviations.leave();
    }
    return builder.build();
  }

  private @Nullable XmlAttribute unknown() throws XMLStreamException {
    deviations.add("an unknown element, left out");
    skip();
    return null;
  }

  private @Nullable XmlAttribute attribute(int depth) throws XMLStreamException {
    String text = attributeValue("tag");
    OptionalInt tag = Tags.parse(text);
    if (tag.isEmpty()) {
      deviations.add("an attribute without a tag, left out");
      skip();
      return null;
    }
    if (Tags.isGroupLength(tag.getAsInt())) {
      deviations.add("a group length, left out");
      skip();
      return null;
    }
    if (++count > limits.elements()) {
      throw deviations.error("more attributes than the limit");
    }
    deviations.enterAttribute(tag.getAsInt());
    XmlAttribute attribute =
        new XmlAttribute(tag.getAsInt(), vr(), attributeValue("privateCreator"));
    while (nextChild()) {
      child(attribute, depth);
    }
    deviations.leave();
    return attribute;
  }

  private @Nullable VR vr() {
    String written = attributeValue("vr");
    String code = written.strip().toUpperCase(Locale.ROOT);
    if (code.isEmpty()) {
      // optional in the schema
      return null;
    }
    VR vr = VR.of(code);
    if (!vr.isStandard()) {
      deviations.add("a vr that the standard does not have");
    } else if (!code.equals(written)) {
      deviations.add("a vr in lower case or with blanks");
    }
    return vr;
  }

  private void child(XmlAttribute attribute, int depth) throws XMLStreamException {
    switch (in.getLocalName()) {
      case "Value" -> place(attribute.values, "", () -> text());
      case "PersonName" -> place(attribute.names, PersonName.EMPTY, this::personName);
      case "Item" -> {
        deviations.enterItem(attribute.items.size());
        place(attribute.items, Dataset.empty(), () -> dataset(depth + 1));
        deviations.leave();
      }
      case "BulkData" -> {
        String uri = attributeValue("uri");
        if (uri.isEmpty()) {
          uri = attributeValue("URI");
          if (!uri.isEmpty()) {
            deviations.add("URI in upper case");
          }
        }
        String uuid = attributeValue("uuid");
        attribute.bulkDataUri = uri.isBlank() && !uuid.isBlank() ? "urn:uuid:" + uuid : uri;
        skip();
      }
      case "InlineBinary" -> attribute.inlineBinary = text();
      default -> unknown();
    }
  }

  private interface Read<T> {
    T read() throws XMLStreamException;
  }

  /** Puts a value where its number says, with empty ones where numbers are left out. */
  private <T> void place(List<T> values, T empty, Read<T> reader) throws XMLStreamException {
    String number = attributeValue("number");
    T value = reader.read();
    int index = number.matches("[0-9]{1,7}") ? Integer.parseInt(number) - 1 : -1;
    if (index < values.size() || index > values.size() + 1000) {
      deviations.add("a number of a value that is not the next");
    } else {
      // a value brings its own bytes along, a gap does not
      count += index - values.size();
      if (count > limits.elements()) {
        throw deviations.error("more missing values than the limit");
      }
      while (values.size() < index) {
        values.add(empty);
      }
    }
    values.add(value);
  }

  private PersonName personName() throws XMLStreamException {
    String[] groups = {"", "", ""};
    while (nextChild()) {
      switch (in.getLocalName()) {
        case "Alphabetic" -> groups[0] = group();
        case "Ideographic" -> groups[1] = group();
        case "Phonetic" -> groups[2] = group();
        default -> unknown();
      }
    }
    return PersonName.of(groups[0], groups[1], groups[2]);
  }

  private String group() throws XMLStreamException {
    String[] components = {"", "", "", "", ""};
    while (nextChild()) {
      int index = COMPONENTS.indexOf(in.getLocalName());
      if (index < 0) {
        unknown();
      } else {
        components[index] = limited(text());
      }
    }
    String joined = String.join("^", components);
    int end = joined.length();
    while (end > 0 && joined.charAt(end - 1) == '^') {
      end--;
    }
    return joined.substring(0, end);
  }

  private String limited(String text) {
    if (text.length() > limits.stringLength()) {
      throw deviations.error("a text longer than the limit");
    }
    return text;
  }

  /** Moves to the next child element; false at the end of this one. */
  private boolean nextChild() throws XMLStreamException {
    int event = next();
    while (event != XMLStreamConstants.START_ELEMENT) {
      if (event == XMLStreamConstants.END_ELEMENT) {
        return false;
      }
      event = next();
    }
    return true;
  }

  private int next() throws XMLStreamException {
    int event = in.next();
    if (event == XMLStreamConstants.DTD || event == XMLStreamConstants.ENTITY_REFERENCE) {
      throw deviations.error("a document type or an entity, which are refused");
    }
    return event;
  }

  private String text() throws XMLStreamException {
    StringBuilder text = new StringBuilder();
    for (int event = next(); event != XMLStreamConstants.END_ELEMENT; event = next()) {
      if (event == XMLStreamConstants.START_ELEMENT) {
        unknown();
      } else if (event == XMLStreamConstants.CHARACTERS
          || event == XMLStreamConstants.CDATA
          || event == XMLStreamConstants.SPACE) {
        if (text.length() + (long) in.getTextLength() > maxText) {
          throw deviations.error("a text longer than the limit");
        }
        text.append(in.getTextCharacters(), in.getTextStart(), in.getTextLength());
      }
    }
    return text.toString();
  }

  /** Passes over the rest of an element, however deep it is. */
  private void skip() throws XMLStreamException {
    for (int depth = 1; depth > 0; ) {
      int event = in.next();
      if (event == XMLStreamConstants.START_ELEMENT) {
        depth++;
      } else if (event == XMLStreamConstants.END_ELEMENT) {
        depth--;
      }
    }
  }

  private String attributeValue(String name) {
    String value = in.getAttributeValue(null, name);
    return value == null ? "" : limited(value);
  }
}
