// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.dicom.json;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.github.dicomweb.dicom.PersonName;
import io.github.dicomweb.dicom.VR;
import io.github.dicomweb.dicom.json.JsonScanner.Token;
import io.github.dicomweb.dicom.json.RawAttribute.RawNumber;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the values of an attribute as what they look like. */
final class ValueParser {
  private final JsonScanner scanner;
  private final Deviations deviations;
  private final TextCache texts;
  private final DatasetParser datasets;
  private final Base64Text base64;

  ValueParser(
      JsonScanner scanner,
      Deviations deviations,
      TextCache texts,
      DatasetParser datasets,
      Budget budget) {
    this.scanner = scanner;
    this.deviations = deviations;
    this.texts = texts;
    this.datasets = datasets;
    this.base64 = new Base64Text(budget);
  }

  /** Reads what stands in the place of an array of values. */
  void readInto(RawAttribute attribute, VR hint, int depth) throws IOException {
    if (attribute.hasValue) {
      deviations.add("values that occur again, of which the last count");
      attribute.clearValues();
    }
    Token token = scanner.current();
    if (token != Token.START_ARRAY) {
      attribute.hasValue = true;
      deviations.add("a value that is not in an array");
      attribute.add(value(token, hint, depth));
      return;
    }
    readArray(attribute, hint, depth);
  }

  /** Reads an array of values that is entered. */
  void readArray(RawAttribute attribute, VR hint, int depth) throws IOException {
    attribute.hasValue = true;
    Token token;
    for (token = scanner.next(); token != Token.END_ARRAY; token = scanner.next()) {
      if (token == Token.START_OBJECT) {
        deviations.enterItem(depth, attribute.count);
      }
      attribute.add(value(token, hint, depth));
    }
    if (attribute.count == 0) {
      deviations.add("an empty array of values");
    }
  }

  private @Nullable Object value(Token token, VR hint, int depth) throws IOException {
    return switch (token) {
      case STRING -> texts.read();
      case NUMBER -> number(hint);
      case TRUE -> true;
      case FALSE -> false;
      case START_OBJECT -> object(depth);
      case START_ARRAY -> {
        deviations.add("an array among the values, left out");
        scanner.skip();
        yield null;
      }
      default -> null;
    };
  }

  private Object number(VR hint) {
    if (hint.kind() == VR.Kind.NUMBER) {
      if (hint.isFloatingPoint()) {
        double real = NumberBytes.real(scanner);
        if (!Double.isNaN(real)) {
          return real;
        }
      } else if (scanner.isPlain()) {
        long whole = NumberBytes.whole(scanner);
        if (whole != NumberBytes.TOO_LONG) {
          return whole;
        }
      }
    }
    return new RawNumber(texts.read());
  }

  private Object object(int depth) throws IOException {
    Token first = scanner.next();
    if (first == Token.END_OBJECT) {
      return RawAttribute.EMPTY_OBJECT;
    }
    String name = texts.read();
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
      String group = texts.read();
      Token token = scanner.next();
      String text = "";
      if (token == Token.STRING) {
        text = texts.read();
      } else if (token == Token.NUMBER) {
        deviations.add("a number as a group of a name");
        text = texts.read();
      } else {
        deviations.add("a group of a name that is not text");
        scanner.skip();
      }
      switch (group) {
        case "Alphabetic" -> alphabetic = text;
        case "Ideographic" -> ideographic = text;
        case "Phonetic" -> phonetic = text;
        default -> deviations.add("an unknown member of a name");
      }
    } while (scanner.next() == Token.NAME);
    return PersonName.of(alphabetic, ideographic, phonetic);
  }

  @Nullable String readUri(Token token) throws IOException {
    String uri = null;
    if (token == Token.START_ARRAY) {
      deviations.add("a BulkDataURI in an array");
      while (scanner.next() != Token.END_ARRAY) {
        if (uri == null && scanner.current() == Token.STRING) {
          uri = texts.read();
        } else {
          deviations.add("more than one BulkDataURI, of which the first counts");
          scanner.skip();
        }
      }
    } else if (token == Token.STRING) {
      uri = texts.read();
    } else {
      deviations.add("a BulkDataURI that is not text");
      scanner.skip();
      return null;
    }
    if (uri == null || uri.isBlank()) {
      deviations.add("an empty BulkDataURI");
      return null;
    }
    return uri;
  }

  void readBinary(RawAttribute attribute, Token token) throws IOException {
    if (token == Token.STRING) {
      attribute.inlineBinary = bytes();
    } else if (token == Token.START_ARRAY) {
      deviations.add("an InlineBinary in an array");
      ByteArrayOutputStream joined = new ByteArrayOutputStream();
      while (scanner.next() != Token.END_ARRAY) {
        if (scanner.current() == Token.STRING) {
          byte[] bytes = bytes();
          base64.checkTotal(joined.size() + (long) bytes.length, deviations);
          joined.writeBytes(bytes);
        } else {
          deviations.add("an InlineBinary that is not text");
          scanner.skip();
        }
      }
      attribute.inlineBinary = joined.toByteArray();
    } else {
      deviations.add("an InlineBinary that is not text");
      scanner.skip();
    }
  }

  private byte[] bytes() throws IOException {
    if (scanner.isPlain()) {
      return base64.decode(scanner.bytes(), scanner.from(), scanner.length(), deviations);
    }
    // some writers escape the slashes
    byte[] text = texts.readUnlimited().getBytes(ISO_8859_1);
    return base64.decode(text, 0, text.length, deviations);
  }

  /** {@code DataFragment}: what dcm4che writes for encapsulated pixel data. */
  void readFragments(RawAttribute attribute, Token token) throws IOException {
    deviations.add("a DataFragment, which is not of the standard");
    if (token != Token.START_ARRAY) {
      scanner.skip();
      return;
    }
    List<byte[]> fragments = new ArrayList<>();
    long total = 0;
    boolean whole = true;
    while (scanner.next() != Token.END_ARRAY) {
      byte[] fragment = new byte[0];
      if (scanner.current() == Token.START_OBJECT) {
        while (scanner.next() == Token.NAME) {
          boolean inline = texts.read().equals("InlineBinary");
          if (scanner.next() == Token.STRING && inline) {
            fragment = bytes();
          } else {
            whole = false;
            scanner.skip();
          }
        }
      } else {
        // null stands for an empty offset table
        scanner.skip();
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
