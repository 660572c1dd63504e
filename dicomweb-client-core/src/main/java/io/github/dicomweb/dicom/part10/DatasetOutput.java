// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.dicom.part10;

import io.github.dicomweb.dicom.BinaryElement;
import io.github.dicomweb.dicom.BulkDataElement;
import io.github.dicomweb.dicom.Dataset;
import io.github.dicomweb.dicom.Element;
import io.github.dicomweb.dicom.EmptyElement;
import io.github.dicomweb.dicom.FragmentsElement;
import io.github.dicomweb.dicom.NumberElement;
import io.github.dicomweb.dicom.SequenceElement;
import io.github.dicomweb.dicom.Tag;
import io.github.dicomweb.dicom.Tags;
import io.github.dicomweb.dicom.TextElement;
import io.github.dicomweb.dicom.TransferSyntax;
import io.github.dicomweb.dicom.VR;
import io.github.dicomweb.error.DicomFormatException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;

/** Writes attributes, and items in them. */
final class DatasetOutput {
  private static final String UTF_8 = "ISO_IR 192";
  private static final int COMMAND_GROUP = 0x0000;
  private static final int META_GROUP = 0x0002;
  private static final int ITEM_GROUP = 0xFFFE;

  private final ElementOutput out;
  private final TransferSyntax syntax;
  private final BulkDataOutput bulkData;

  DatasetOutput(ElementOutput out, TransferSyntax syntax, BulkDataOutput bulkData) {
    this.out = out;
    this.syntax = syntax;
    this.bulkData = bulkData;
  }

  /** Writes file meta information, which is text of one character set. */
  void writeMeta(Dataset meta) throws IOException {
    for (Element element : meta) {
      value(element, Tags.toHex(element.tag()));
    }
  }

  /** Writes a dataset, of which the attributes of other parts of a file are left out. */
  void write(Dataset dataset) throws IOException {
    if (dataset.contains(Tag.DirectoryRecordSequence)) {
      throw DicomFormatException.ofValue(
          "a DICOMDIR, whose records hold byte offsets of the file that it was",
          Tags.toHex(Tag.DirectoryRecordSequence));
    }
    Dataset named = dataset.toBuilder().put(characterSet()).build();
    attributes(named, "", CharacterSets.of(names(dataset)));
  }

  private static Element characterSet() {
    return TextElement.of(Tag.SpecificCharacterSet, VR.CS, UTF_8);
  }

  private static List<String> names(Dataset dataset) {
    return dataset
        .element(Tag.SpecificCharacterSet)
        .filter(TextElement.class::isInstance)
        .map(Element::strings)
        .orElse(List.of());
  }

  private void attributes(Dataset dataset, String prefix, CharacterSets source) throws IOException {
    for (Element element : dataset) {
      int tag = element.tag();
      int group = Tags.group(tag);
      if (Tags.isGroupLength(tag) || group == COMMAND_GROUP || group == META_GROUP) {
        continue;
      }
      String path = prefix + Tags.toHex(tag);
      if (group == ITEM_GROUP) {
        throw DicomFormatException.ofValue("an attribute with the tag of an item", path);
      }
      if (tag == Tag.SpecificCharacterSet) {
        value(characterSet(), path);
      } else if (element instanceof SequenceElement) {
        sequence(element, path, source);
      } else if (element instanceof FragmentsElement fragments) {
        fragments(fragments, path);
      } else {
        boolean mainPixels = tag == Tag.PixelData && prefix.isEmpty();
        if (element instanceof BulkDataElement bulk) {
          bulkData.write(bulk, path, source, mainPixels);
        } else if (mainPixels && syntax.isEncapsulated() && !element.isEmpty()) {
          throw DicomFormatException.ofValue(
              "pixel data that is not in fragments, in an encapsulated transfer syntax", path);
        } else {
          value(element, path);
        }
      }
    }
  }

  private void sequence(Element sequence, String path, CharacterSets source) throws IOException {
    // undefined lengths: no item has to be gone through twice
    out.head(sequence.tag(), VR.SQ, ElementOutput.UNDEFINED);
    List<Dataset> items = sequence.items();
    for (int i = 0; i < items.size(); i++) {
      Dataset item = items.get(i);
      List<String> names = names(item);
      out.marker(Tag.Item, ElementOutput.UNDEFINED);
      attributes(item, path + '[' + i + "].", names.isEmpty() ? source : CharacterSets.of(names));
      out.marker(Tag.ItemDelimitationItem, 0);
    }
    out.marker(Tag.SequenceDelimitationItem, 0);
  }

  private void fragments(FragmentsElement element, String path) throws IOException {
    if (!syntax.isEncapsulated() || element.vr().kind() != VR.Kind.BINARY) {
      throw DicomFormatException.ofValue(
          "fragments, which need an encapsulated transfer syntax and a binary VR", path);
    }
    // OB whatever it was in memory (PS3.5 §A.4)
    out.head(element.tag(), VR.OB, ElementOutput.UNDEFINED);
    byte[][] fragments = new byte[element.count()][];
    boolean moved = false;
    for (int i = 0; i < fragments.length; i++) {
      fragments[i] = element.fragment(i);
      moved = moved || fragments[i].length % 2 != 0;
    }
    for (int i = 0; i < fragments.length; i++) {
      // padding moves the fragments that the offset table points to
      byte[] fragment = i == 0 && moved ? new byte[0] : fragments[i];
      out.marker(Tag.Item, fragment.length + fragment.length % 2);
      out.bytes(ByteBuffer.wrap(fragment));
      if (fragment.length % 2 != 0) {
        out.padding(0);
      }
    }
    out.marker(Tag.SequenceDelimitationItem, 0);
  }

  private void value(Element element, String path) throws IOException {
    VR vr = element.vr();
    if (element instanceof EmptyElement) {
      out.head(element.tag(), written(vr), 0);
      return;
    }
    ByteBuffer bytes;
    if (element instanceof BinaryElement binary) {
      bytes = binary.asByteBuffer();
    } else if (element instanceof NumberElement numbers) {
      bytes = ByteBuffer.wrap(ValueEncoder.numbers(numbers, path));
    } else if (vr == VR.AT) {
      bytes = ByteBuffer.wrap(ValueEncoder.tags(element.strings(), path));
    } else if (holdsText(vr)) {
      bytes = ByteBuffer.wrap(ValueEncoder.text(element, path));
    } else {
      throw DicomFormatException.ofValue("text in a VR that has none", path);
    }
    long length = bytes.remaining();
    VR kept = vr == VR.SQ ? VR.UN : written(vr);
    out.head(element.tag(), fitting(kept, length), length + length % 2);
    out.bytes(bytes);
    if (length % 2 != 0) {
      out.padding(element instanceof BinaryElement && !holdsText(vr) ? 0 : padding(vr));
    }
  }

  private static boolean holdsText(VR vr) {
    return vr.kind() == VR.Kind.TEXT || vr.kind() == VR.Kind.PERSON_NAME || !vr.isStandard();
  }

  /** What a value is padded with (PS3.5 §6.2). */
  static int padding(VR vr) {
    return vr == VR.UI || (vr.isStandard() && !holdsText(vr)) ? 0 : ' ';
  }

  /** The VR as it is written. */
  static VR written(VR vr) {
    return vr.isStandard() ? vr : VR.UN;
  }

  /** UN, where the length does not fit behind the VR (PS3.5 §6.2.2 note 5). */
  static VR fitting(VR vr, long length) {
    return vr.hasLongLength() || length <= ElementOutput.LARGEST_SHORT ? vr : VR.UN;
  }
}
