// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.dicom.json;

import io.github.dicomweb.dicom.BinaryElement;
import io.github.dicomweb.dicom.BulkDataElement;
import io.github.dicomweb.dicom.BulkDataReference;
import io.github.dicomweb.dicom.Dataset;
import io.github.dicomweb.dicom.Dictionary;
import io.github.dicomweb.dicom.Element;
import io.github.dicomweb.dicom.EmptyElement;
import io.github.dicomweb.dicom.FragmentsElement;
import io.github.dicomweb.dicom.NumberElement;
import io.github.dicomweb.dicom.PersonName;
import io.github.dicomweb.dicom.PersonNameElement;
import io.github.dicomweb.dicom.SequenceElement;
import io.github.dicomweb.dicom.TextElement;
import io.github.dicomweb.dicom.VR;
import io.github.dicomweb.dicom.json.RawAttribute.RawNumber;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes an element of what was read of an attribute, whatever VR and values it came with. */
final class AttributeAssembler {
  private static final int LONG_STRING = 64;

  private final Deviations deviations;
  private final ValueConverter converter;
  private final BinaryValues binary;

  AttributeAssembler(Deviations deviations, Budget budget) {
    this.deviations = deviations;
    this.converter = new ValueConverter(deviations);
    this.binary = new BinaryValues(deviations, budget);
  }

  Element assemble(RawAttribute raw) {
    VR vr = raw.vr;
    if (vr == null) {
      deviations.add("no vr: that of the dictionary, or one that fits the values");
      vr = Dictionary.vrOf(raw.tag);
    }
    if (vr == VR.UN && raw.count > 0) {
      // UN has no Value in JSON
      VR fitting = fitting(raw);
      if (raw.vr != null && fitting != VR.UN) {
        deviations.add("values with the vr UN: one that fits them");
      }
      vr = fitting;
    }
    if (raw.count > 0 && (raw.bulkDataUri != null || raw.inlineBinary != null)) {
      deviations.add("more than one of Value, BulkDataURI and InlineBinary");
    }
    Element values = raw.count == 0 ? null : values(raw, vr);
    if (values != null && !values.isEmpty()) {
      return values;
    }
    if (raw.fragments != null) {
      return FragmentsElement.of(raw.tag, vr, raw.fragments);
    }
    if (raw.inlineBinary != null) {
      return inline(raw.tag, vr, raw.inlineBinary);
    }
    if (raw.bulkDataUri != null) {
      return BulkDataElement.of(raw.tag, vr, BulkDataReference.of(raw.bulkDataUri));
    }
    return EmptyElement.of(raw.tag, vr);
  }

  private Element inline(int tag, VR vr, byte[] bytes) {
    if (vr.kind() != VR.Kind.BINARY) {
      deviations.add("an InlineBinary with a vr that is not binary");
    }
    return BinaryElement.of(tag, vr, bytes);
  }

  private Element values(RawAttribute raw, VR vr) {
    VR.Kind kind = vr.isStandard() ? vr.kind() : fitting(raw).kind();
    Element element =
        switch (kind) {
          case TEXT -> text(raw, vr);
          case NUMBER -> vr.isStandard() ? numbers(raw, vr) : text(raw, vr);
          case PERSON_NAME -> names(raw, vr);
          case SEQUENCE -> items(raw, vr);
          case BINARY -> binary.read(raw, vr);
        };
    if (element.isEmpty() && kind != VR.Kind.BINARY) {
      deviations.add("values of which none is there");
    }
    return element;
  }

  private Element text(RawAttribute raw, VR vr) {
    if (raw.count == 1) {
      return TextElement.of(raw.tag, vr, converter.text(raw.values[0], vr));
    }
    List<String> texts = new ArrayList<>(raw.count);
    for (int i = 0; i < raw.count; i++) {
      texts.add(converter.text(raw.values[i], vr));
    }
    return TextElement.of(raw.tag, vr, texts);
  }

  private Element numbers(RawAttribute raw, VR vr) {
    if (raw.count == 1) {
      // no list for the most common case
      if (raw.values[0] instanceof Long whole && !vr.isFloatingPoint()) {
        return NumberElement.of(raw.tag, vr, whole);
      }
      if (raw.values[0] instanceof Double real && vr.isFloatingPoint()) {
        return NumberElement.of(raw.tag, vr, real);
      }
    }
    List<@Nullable Number> numbers = new ArrayList<>(raw.count);
    for (int i = 0; i < raw.count; i++) {
      numbers.add(converter.number(raw.values[i], vr));
    }
    return NumberElement.of(raw.tag, vr, numbers);
  }

  private Element names(RawAttribute raw, VR vr) {
    if (raw.count == 1) {
      return PersonNameElement.of(raw.tag, vr, converter.name(raw.values[0]));
    }
    List<PersonName> names = new ArrayList<>(raw.count);
    for (int i = 0; i < raw.count; i++) {
      names.add(converter.name(raw.values[i]));
    }
    return PersonNameElement.of(raw.tag, vr, names);
  }

  private Element items(RawAttribute raw, VR vr) {
    List<Dataset> items = new ArrayList<>(raw.count);
    for (int i = 0; i < raw.count; i++) {
      Object value = raw.values[i];
      if (value instanceof Dataset item) {
        items.add(item);
      } else if (value == RawAttribute.EMPTY_OBJECT) {
        items.add(Dataset.empty());
      } else {
        deviations.add("an item that is not an object, left out");
      }
    }
    return SequenceElement.of(raw.tag, vr, items);
  }

  /** The VR that values fit whose own is not known. */
  private static VR fitting(RawAttribute raw) {
    boolean fraction = false;
    boolean huge = false;
    for (int i = 0; i < raw.count; i++) {
      Object value = raw.values[i];
      if (value instanceof Dataset || value == RawAttribute.EMPTY_OBJECT) {
        return VR.SQ;
      } else if (value instanceof PersonName) {
        return VR.PN;
      } else if (value instanceof String text) {
        return longest(raw) > LONG_STRING || text.indexOf('\n') >= 0 ? VR.UT : VR.LO;
      } else if (value instanceof Boolean) {
        return VR.LO;
      } else if (value instanceof RawNumber number) {
        huge |= number.text().length() > 9;
        fraction |= !number.text().matches("-?[0-9]{1,18}");
      }
    }
    return fraction ? VR.FD : huge ? VR.SV : VR.SL;
  }

  private static int longest(RawAttribute raw) {
    int longest = 0;
    for (int i = 0; i < raw.count; i++) {
      if (raw.values[i] instanceof String text) {
        longest = Math.max(longest, text.length());
      }
    }
    return longest;
  }
}
