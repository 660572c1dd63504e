// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.dicom.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.io.SerializedString;
import io.github.dicomweb.dicom.BinaryElement;
import io.github.dicomweb.dicom.BulkDataElement;
import io.github.dicomweb.dicom.Dataset;
import io.github.dicomweb.dicom.Element;
import io.github.dicomweb.dicom.EmptyElement;
import io.github.dicomweb.dicom.FragmentsElement;
import io.github.dicomweb.dicom.NumberElement;
import io.github.dicomweb.dicom.PersonName;
import io.github.dicomweb.dicom.PersonNameElement;
import io.github.dicomweb.dicom.SequenceElement;
import io.github.dicomweb.dicom.Tags;
import io.github.dicomweb.dicom.TextElement;
import io.github.dicomweb.dicom.VR;
import io.github.dicomweb.error.DicomFormatException;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes datasets as JSON objects. */
final class DatasetWriter {
  private static final long EXACT = 1L << 53;

  private static final SerializedString VR_MEMBER = new SerializedString("vr");
  private static final SerializedString VALUE_MEMBER = new SerializedString("Value");

  private final JsonGenerator out;
  private final MemberNames names = new MemberNames();

  DatasetWriter(JsonGenerator out) {
    this.out = out;
  }

  static void refuseFragments(Dataset dataset) {
    if (hasFragments(dataset)) {
      refuseFragments(dataset, "");
    }
  }

  /** Paths are made only of what is refused: most datasets have nothing of the kind. */
  private static boolean hasFragments(Dataset dataset) {
    for (Element element : dataset) {
      if (element instanceof FragmentsElement) {
        return true;
      }
      if (element instanceof SequenceElement sequence) {
        for (Dataset item : sequence.items()) {
          if (hasFragments(item)) {
            return true;
          }
        }
      }
    }
    return false;
  }

  private static void refuseFragments(Dataset dataset, String prefix) {
    for (Element element : dataset) {
      String path = prefix + Tags.toHex(element.tag());
      if (element instanceof FragmentsElement) {
        throw DicomFormatException.ofValue("fragments have no form in DICOM JSON", path);
      }
      if (element instanceof SequenceElement sequence) {
        List<Dataset> items = sequence.items();
        for (int i = 0; i < items.size(); i++) {
          refuseFragments(items.get(i), path + '[' + i + "].");
        }
      }
    }
  }

  void write(Dataset dataset) throws IOException {
    out.writeStartObject();
    for (Element element : dataset) {
      if (!Tags.isGroupLength(element.tag())) {
        out.writeFieldName(names.of(element.tag()));
        out.writeStartObject();
        out.writeFieldName(VR_MEMBER);
        out.writeString(names.code(element.vr()));
        writeValue(element);
        out.writeEndObject();
      }
    }
    out.writeEndObject();
  }

  private void writeValue(Element element) throws IOException {
    if (element instanceof EmptyElement) {
      return;
    }
    if (element instanceof BulkDataElement bulk) {
      out.writeStringField("BulkDataURI", wellFormed(bulk.reference().uri()));
    } else if (element instanceof BinaryElement binary) {
      out.writeBinaryField("InlineBinary", binary.toByteArray());
    } else {
      out.writeFieldName(VALUE_MEMBER);
      out.writeStartArray();
      if (element instanceof TextElement text) {
        for (String value : text.strings()) {
          writeText(text.vr(), value);
        }
      } else if (element instanceof NumberElement numbers) {
        writeNumbers(numbers);
      } else if (element instanceof PersonNameElement names) {
        for (PersonName name : names.personNames()) {
          writeName(name);
        }
      } else {
        for (Dataset item : element.items()) {
          write(item);
        }
      }
      out.writeEndArray();
    }
  }

  private void writeText(VR vr, String value) throws IOException {
    if (value.isEmpty()) {
      out.writeNull();
    } else if ((vr == VR.DS || vr == VR.IS) && isJsonNumber(value)) {
      out.writeNumber(value);
    } else {
      out.writeString(wellFormed(value));
    }
  }

  private void writeNumbers(NumberElement element) throws IOException {
    List<String> texts = List.of();
    for (int i = 0; i < element.count(); i++) {
      Number number = element.number(i);
      if (number instanceof Double real && Double.isFinite(real)) {
        // as short as the VR allows: a float is not widened into digits it never had
        texts = texts.isEmpty() ? element.strings() : texts;
        out.writeNumber(texts.get(i));
      } else {
        writeNumber(number, element.vr());
      }
    }
  }

  private void writeNumber(@Nullable Number number, VR vr) throws IOException {
    if (number == null) {
      out.writeNull();
    } else if (number instanceof Double
        || number instanceof BigInteger
        || ((vr == VR.SV || vr == VR.UV)
            && (number.longValue() > EXACT || number.longValue() < -EXACT))) {
      out.writeString(number.toString());
    } else {
      out.writeNumber(number.longValue());
    }
  }

  private void writeName(PersonName name) throws IOException {
    if (name.isEmpty()) {
      out.writeNull();
      return;
    }
    out.writeStartObject();
    writeGroup("Alphabetic", name.alphabetic().map(PersonName.Group::text).orElse(""));
    writeGroup("Ideographic", name.ideographic().map(PersonName.Group::text).orElse(""));
    writeGroup("Phonetic", name.phonetic().map(PersonName.Group::text).orElse(""));
    out.writeEndObject();
  }

  private void writeGroup(String member, String text) throws IOException {
    if (!text.isEmpty()) {
      out.writeStringField(member, wellFormed(text));
    }
  }

  /** Half a surrogate pair has no form in UTF-8. */
  private static String wellFormed(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (Character.isSurrogate(text.charAt(i))) {
        // the encoder puts a replacement for each half
        return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
      }
    }
    return text;
  }

  /** Whether text is a number by the grammar of RFC 8259 §6. */
  static boolean isJsonNumber(String text) {
    int length = text.length();
    int at = text.charAt(0) == '-' ? 1 : 0;
    int whole = at;
    at = digits(text, at);
    if (at == whole || (text.charAt(whole) == '0' && at > whole + 1)) {
      return false;
    }
    if (at < length && text.charAt(at) == '.') {
      int fraction = ++at;
      at = digits(text, at);
      if (at == fraction) {
        return false;
      }
    }
    if (at < length && (text.charAt(at) == 'e' || text.charAt(at) == 'E')) {
      at++;
      if (at < length && (text.charAt(at) == '+' || text.charAt(at) == '-')) {
        at++;
      }
      int exponent = at;
      at = digits(text, at);
      if (at == exponent) {
        return false;
      }
    }
    return at == length;
  }

  private static int digits(String text, int from) {
    int at = from;
    while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
      at++;
    }
    return at;
  }
}
