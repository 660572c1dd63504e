// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.dicom.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonParser.NumberType;
import com.fasterxml.jackson.core.JsonToken;
import io.github.dicomweb.dicom.PersonName;
import io.github.dicomweb.dicom.VR;
import io.github.dicomweb.dicom.json.RawAttribute.RawNumber;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the values of an attribute as what they look like. */
final class ValueParser {
  private final JsonParser parser;
  private final Deviations deviations;
  private final TextCache texts;
  private final DatasetParser datasets;
  private final Base64Text base64;

  ValueParser(
      JsonParser parser, Deviations deviations, TextCache texts, DatasetParser datasets, int max) {
    this.parser = parser;
    this.deviations = deviations;
    this.texts = texts;
    this.datasets = datasets;
    this.base64 = new Base64Text(max);
  }

  /** Reads what stands in the place of an array of values. */
  void readInto(RawAttribute attribute, VR hint, int depth) throws IOException {
    if (attribute.hasValue) {
      deviations.add("values that occur again, of which the last count");
      attribute.clearValues();
    }
    attribute.hasValue = true;
    JsonToken token = parser.currentToken();
    if (token != JsonToken.START_ARRAY) {
      deviations.add("a value that is not in an array");
      attribute.add(value(token, hint, depth));
      return;
    }
    for (token = parser.nextToken(); token != JsonToken.END_ARRAY; token = parser.nextToken()) {
      if (token == JsonToken.START_OBJECT) {
        deviations.enterItem(depth, attribute.count);
      }
      attribute.add(value(token, hint, depth));
    }
    if (attribute.count == 0) {
      deviations.add("an empty array of values");
    }
  }

  private @Nullable Object value(@Nullable JsonToken token, VR hint, int depth) throws IOException {
    if (token == null) {
      return null;
    }
    return switch (token) {
      case VALUE_STRING -> texts.read();
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> number(token, hint);
      case VALUE_TRUE -> true;
      case VALUE_FALSE -> false;
      case START_OBJECT -> object(depth);
      case START_ARRAY -> {
        deviations.add("an array among the values, left out");
        parser.skipChildren();
        yield null;
      }
      default -> null;
    };
  }

  private Object number(JsonToken token, VR hint) throws IOException {
    if (hint.kind() == VR.Kind.NUMBER) {
      if (hint.isFloatingPoint()) {
        double real = parser.isNaN() ? Double.NaN : parser.getDoubleValue();
        if (Double.isFinite(real)) {
          return real;
        }
      } else if (token == JsonToken.VALUE_NUMBER_INT
          && parser.getNumberType() != NumberType.BIG_INTEGER) {
        return parser.getLongValue();
      }
    }
    return new RawNumber(texts.read());
  }

  private Object object(int depth) throws IOException {
    JsonToken first = parser.nextToken();
    if (first == JsonToken.END_OBJECT) {
      return RawAttribute.EMPTY_OBJECT;
    }
    String name = parser.currentName();
    if (name.equals("Alphabetic") || name.equals("Ideographic") || name.equals("Phonetic")) {
      return personName();
    }
    Object item = datasets.readItem(depth + 1);
    deviations.leaveTo(depth);
    return item;
  }

  private PersonName personName() throws IOException {
    String alphabetic = "";
    String ideographic = "";
    String phonetic = "";
    do {
      String group = parser.currentName();
      JsonToken token = parser.nextToken();
      String text = "";
      if (token == JsonToken.VALUE_STRING) {
        text = texts.read();
      } else if (token != null && token.isNumeric()) {
        deviations.add("a number as a group of a name");
        text = texts.read();
      } else {
        deviations.add("a group of a name that is not text");
        parser.skipChildren();
      }
      switch (group) {
        case "Alphabetic" -> alphabetic = text;
        case "Ideographic" -> ideographic = text;
        case "Phonetic" -> phonetic = text;
        default -> deviations.add("an unknown member of a name");
      }
    } while (parser.nextToken() == JsonToken.FIELD_NAME);
    return PersonName.of(alphabetic, ideographic, phonetic);
  }

  @Nullable String readUri(@Nullable JsonToken token) throws IOException {
    String uri = null;
    if (token == JsonToken.START_ARRAY) {
      deviations.add("a BulkDataURI in an array");
      while (parser.nextToken() != JsonToken.END_ARRAY) {
        if (uri == null && parser.currentToken() == JsonToken.VALUE_STRING) {
          uri = texts.read();
        } else {
          deviations.add("more than one BulkDataURI, of which the first counts");
          parser.skipChildren();
        }
      }
    } else if (token == JsonToken.VALUE_STRING) {
      uri = texts.read();
    } else {
      deviations.add("a BulkDataURI that is not text");
      parser.skipChildren();
      return null;
    }
    if (uri == null || uri.isBlank()) {
      deviations.add("an empty BulkDataURI");
      return null;
    }
    return uri;
  }

  void readBinary(RawAttribute attribute, @Nullable JsonToken token) throws IOException {
    if (token == JsonToken.VALUE_STRING) {
      attribute.inlineBinary = bytes();
    } else if (token == JsonToken.START_ARRAY) {
      deviations.add("an InlineBinary in an array");
      ByteArrayOutputStream joined = new ByteArrayOutputStream();
      while (parser.nextToken() != JsonToken.END_ARRAY) {
        if (parser.currentToken() == JsonToken.VALUE_STRING) {
          byte[] bytes = bytes();
          base64.checkTotal(joined.size() + (long) bytes.length, deviations);
          joined.writeBytes(bytes);
        } else {
          deviations.add("an InlineBinary that is not text");
          parser.skipChildren();
        }
      }
      attribute.inlineBinary = joined.toByteArray();
    } else {
      deviations.add("an InlineBinary that is not text");
      parser.skipChildren();
    }
  }

  private byte[] bytes() throws IOException {
    return base64.decode(
        parser.getTextCharacters(), parser.getTextOffset(), parser.getTextLength(), deviations);
  }

  /** {@code DataFragment}: what dcm4che writes for encapsulated pixel data. */
  void readFragments(RawAttribute attribute, @Nullable JsonToken token) throws IOException {
    deviations.add("a DataFragment, which is not of the standard");
    if (token != JsonToken.START_ARRAY) {
      parser.skipChildren();
      return;
    }
    List<byte[]> fragments = new ArrayList<>();
    long total = 0;
    boolean whole = true;
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      byte[] fragment = new byte[0];
      if (parser.currentToken() == JsonToken.START_OBJECT) {
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
          boolean inline = parser.currentName().equals("InlineBinary");
          if (parser.nextToken() == JsonToken.VALUE_STRING && inline) {
            fragment = bytes();
          } else {
            whole = false;
            parser.skipChildren();
          }
        }
      } else {
        // null stands for an empty offset table
        parser.skipChildren();
      }
      total += fragment.length;
      base64.checkTotal(total, deviations);
      fragments.add(fragment);
    }
    if (whole) {
      attribute.fragments = fragments;
    } else {
      deviations.add("a DataFragment with references, left out");
    }
  }
}
