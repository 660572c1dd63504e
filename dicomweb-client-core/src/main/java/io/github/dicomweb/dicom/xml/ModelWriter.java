// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.dicom.xml;

import io.github.dicomweb.dicom.BinaryElement;
import io.github.dicomweb.dicom.BulkDataElement;
import io.github.dicomweb.dicom.Dataset;
import io.github.dicomweb.dicom.Element;
import io.github.dicomweb.dicom.EmptyElement;
import io.github.dicomweb.dicom.FragmentsElement;
import io.github.dicomweb.dicom.PersonName;
import io.github.dicomweb.dicom.PersonNameElement;
import io.github.dicomweb.dicom.SequenceElement;
import io.github.dicomweb.dicom.Tags;
import io.github.dicomweb.dicom.xml.XmlOutput.InvalidCharacter;
import io.github.dicomweb.error.DicomFormatException;
import java.io.IOException;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/** Writes datasets as elements of the native model. */
final class ModelWriter {
  static final String NAMESPACE = "http://dicom.nema.org/PS3.19/models/NativeDICOM";

  private static final List<String> COMPONENTS =
      List.of("FamilyName", "GivenName", "MiddleName", "NamePrefix", "NameSuffix");

  private final XmlOutput out;

  ModelWriter(XmlOutput out) {
    this.out = out;
  }

  void write(Dataset dataset) throws IOException {
    out.markup("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<NativeDicomModel xmlns=\"");
    out.markup(NAMESPACE);
    out.markup("\" xml:space=\"preserve\">");
    attributes(dataset, "");
    out.markup("</NativeDicomModel>\n");
  }

  private void attributes(Dataset dataset, String prefix) throws IOException {
    Creators creators = new Creators(dataset);
    for (Element element : dataset) {
      if (!Tags.isGroupLength(element.tag())) {
        String path = prefix + Tags.toHex(element.tag());
        try {
          attribute(element, creators, path);
        } catch (InvalidCharacter e) {
          throw DicomFormatException.ofValue("a character that XML does not have", path);
        }
      }
    }
  }

  private void attribute(Element element, Creators creators, String path)
      throws IOException, InvalidCharacter {
    int tag = element.tag();
    String creator = creators.of(tag);
    out.markup("<DicomAttribute tag=\"");
    out.markup(Tags.toHex(creator == null ? tag : tag & 0xFFFF00FF));
    out.markup("\"");
    out.attribute("vr", element.vr().code());
    String keyword = Tags.keyword(tag);
    if (!keyword.isEmpty()) {
      out.attribute("keyword", keyword);
    }
    if (creator != null) {
      out.attribute("privateCreator", creator);
    }
    if (element instanceof EmptyElement) {
      out.markup("/>");
      return;
    }
    out.markup(">");
    values(element, path);
    out.markup("</DicomAttribute>");
  }

  private void values(Element element, String path) throws IOException, InvalidCharacter {
    if (element instanceof SequenceElement) {
      List<Dataset> items = element.items();
      for (int i = 0; i < items.size(); i++) {
        numbered("Item", i);
        attributes(items.get(i), path + '[' + i + "].");
        out.markup("</Item>");
      }
    } else if (element instanceof PersonNameElement) {
      List<PersonName> names = element.personNames();
      for (int i = 0; i < names.size(); i++) {
        numbered("PersonName", i);
        name(names.get(i));
        out.markup("</PersonName>");
      }
    } else if (element instanceof BinaryElement binary) {
      out.markup("<InlineBinary>");
      out.markup(Base64.getEncoder().encodeToString(binary.toByteArray()));
      out.markup("</InlineBinary>");
    } else if (element instanceof BulkDataElement bulk) {
      out.markup("<BulkData");
      out.attribute("uri", bulk.reference().uri());
      out.markup("/>");
    } else if (element instanceof FragmentsElement) {
      throw DicomFormatException.ofValue("fragments have no form in native XML", path);
    } else {
      List<String> values = element.strings();
      for (int i = 0; i < values.size(); i++) {
        numbered("Value", i);
        out.escaped(values.get(i));
        out.markup("</Value>");
      }
    }
  }

  private void numbered(String name, int index) throws IOException {
    out.markup("<" + name + " number=\"" + (index + 1) + "\">");
  }

  private void name(PersonName name) throws IOException, InvalidCharacter {
    group("Alphabetic", name.alphabetic());
    group("Ideographic", name.ideographic());
    group("Phonetic", name.phonetic());
  }

  private void group(String name, Optional<PersonName.Group> group)
      throws IOException, InvalidCharacter {
    if (group.isPresent()) {
      out.markup("<" + name + ">");
      // what stands behind the fifth component is kept in it
      String[] components = group.get().text().split("\\^", COMPONENTS.size());
      for (int i = 0; i < components.length; i++) {
        if (!components[i].isEmpty()) {
          out.element(COMPONENTS.get(i), components[i]);
        }
      }
      out.markup("</" + name + ">");
    }
  }
}
