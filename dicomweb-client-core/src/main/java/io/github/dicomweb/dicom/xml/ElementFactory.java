// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.dicom.xml;

import io.github.dicomweb.config.Limits;
import io.github.dicomweb.dicom.BinaryElement;
import io.github.dicomweb.dicom.BulkDataElement;
import io.github.dicomweb.dicom.BulkDataReference;
import io.github.dicomweb.dicom.Dictionary;
import io.github.dicomweb.dicom.Element;
import io.github.dicomweb.dicom.EmptyElement;
import io.github.dicomweb.dicom.NumberElement;
import io.github.dicomweb.dicom.NumberReader;
import io.github.dicomweb.dicom.PersonName;
import io.github.dicomweb.dicom.PersonNameElement;
import io.github.dicomweb.dicom.SequenceElement;
import io.github.dicomweb.dicom.TextElement;
import io.github.dicomweb.dicom.VR;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes an element of what was read of an attribute. */
final class ElementFactory {
  private static final int LONG_STRING = 64;

  private final Deviations deviations;
  private final Limits limits;
  private long held;

  ElementFactory(Deviations deviations, Limits limits) {
    this.deviations = deviations;
    this.limits = limits;
  }

  Element make(int tag, XmlAttribute raw) {
    VR vr = vr(tag, raw);
    Element element = values(tag, vr, raw);
    if (element != null && !element.isEmpty()) {
      return element;
    }
    if (raw.inlineBinary != null) {
      return binary(tag, vr, raw.inlineBinary);
    }
    if (raw.bulkDataUri != null) {
      if (!raw.bulkDataUri.isBlank()) {
        return BulkDataElement.of(tag, vr, BulkDataReference.of(raw.bulkDataUri));
      }
      deviations.add("bulk data without an address");
    }
    return EmptyElement.of(tag, vr);
  }

  private VR vr(int tag, XmlAttribute raw) {
    VR vr = raw.vr;
    if (vr == null) {
      vr = Dictionary.vrOf(tag);
    }
    if (vr != VR.UN && vr.isStandard()) {
      return vr;
    }
    if (!raw.items.isEmpty()) {
      return vr.isStandard() ? VR.SQ : vr;
    }
    if (!vr.isStandard()) {
      return vr;
    }
    if (!raw.names.isEmpty()) {
      return VR.PN;
    }
    if (raw.values.isEmpty()) {
      return vr;
    }
    return raw.values.stream().anyMatch(v -> v.length() > LONG_STRING) ? VR.UT : VR.LO;
  }

  private @Nullable Element values(int tag, VR vr, XmlAttribute raw) {
    if (!raw.items.isEmpty()) {
      if (vr != VR.SQ) {
        deviations.add("items in an attribute that is no sequence");
      } else if (!raw.values.isEmpty()) {
        deviations.add("values in a sequence, left out");
      }
      return SequenceElement.of(tag, vr, raw.items);
    }
    if (!raw.names.isEmpty()) {
      if (vr != VR.PN) {
        deviations.add("a name in an attribute that has none");
      }
      return PersonNameElement.of(tag, vr, raw.names);
    }
    if (raw.values.isEmpty()) {
      return null;
    }
    return switch (vr.kind()) {
      case TEXT -> text(tag, vr, raw.values);
      case NUMBER -> numbers(tag, vr, raw.values);
      case PERSON_NAME -> {
        deviations.add("a name as text");
        yield PersonNameElement.of(tag, vr, raw.values.stream().map(PersonName::parse).toList());
      }
      case SEQUENCE -> {
        deviations.add("values in a sequence, left out");
        yield null;
      }
      case BINARY -> {
        if (vr.isStandard()) {
          deviations.add("values in a binary attribute, left out");
          yield null;
        }
        yield text(tag, vr, raw.values);
      }
    };
  }

  private Element text(int tag, VR vr, List<String> values) {
    List<String> texts = new ArrayList<>(values.size());
    for (String value : values) {
      if (value.length() > limits.stringLength()) {
        throw deviations.error("a text longer than the limit");
      }
      texts.add(hasLines(vr) ? withoutPadding(value) : value.strip());
    }
    return TextElement.of(tag, vr, texts);
  }

  /** Whether white space may be of the text, and not only of the document. */
  private static boolean hasLines(VR vr) {
    return vr == VR.LT || vr == VR.ST || vr == VR.UT || vr == VR.UC || !vr.isStandard();
  }

  private static String withoutPadding(String text) {
    int end = text.length();
    while (end > 0 && text.charAt(end - 1) == ' ') {
      end--;
    }
    return text.substring(0, end);
  }

  private Element numbers(int tag, VR vr, List<String> values) {
    List<@Nullable Number> numbers = new ArrayList<>(values.size());
    for (String value : values) {
      Number number = NumberReader.read(vr, value.strip());
      if (number == null && !value.isBlank()) {
        deviations.add("a value that is no number of its vr, left out");
      }
      numbers.add(number);
    }
    return NumberElement.of(tag, vr, numbers);
  }

  private Element binary(int tag, VR vr, String text) {
    if (vr.kind() != VR.Kind.BINARY) {
      deviations.add("an InlineBinary with a vr that is not binary");
    }
    String digits = text.replaceAll("\\s", "");
    int end = digits.length();
    while (end > 0 && digits.charAt(end - 1) == '=') {
      end--;
    }
    long bytes = end * 3L / 4;
    held += bytes;
    if (bytes > limits.inlineBytes() || held > limits.totalInlineBytes()) {
      throw deviations.error("inline binary data larger than the limit");
    }
    try {
      return BinaryElement.of(tag, vr, Base64.getDecoder().decode(digits));
    } catch (IllegalArgumentException e) {
      deviations.add("an InlineBinary that is not base64, left out");
      return EmptyElement.of(tag, vr);
    }
  }
}
