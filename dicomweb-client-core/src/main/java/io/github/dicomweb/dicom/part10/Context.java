// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.dicom.part10;

import io.github.dicomweb.dicom.Dictionary;
import io.github.dicomweb.dicom.DictionaryEntry;
import io.github.dicomweb.dicom.Element;
import io.github.dicomweb.dicom.NumberElement;
import io.github.dicomweb.dicom.Tag;
import io.github.dicomweb.dicom.Tags;
import io.github.dicomweb.dicom.TextElement;
import io.github.dicomweb.dicom.VR;
import org.jspecify.annotations.Nullable;

/** What attributes read so far say about those that follow; items inherit it. */
final class Context {
  private final Encoding encoding;
  private final boolean withinUnknown;
  private CharacterSets characterSets;
  private boolean signedPixels;
  private long previousTag = -1;
  private boolean sorted = true;
  private int put;

  Context(Encoding encoding) {
    this(encoding, false, CharacterSets.DEFAULT, false);
  }

  private Context(
      Encoding encoding, boolean withinUnknown, CharacterSets characterSets, boolean signedPixels) {
    this.encoding = encoding;
    this.withinUnknown = withinUnknown;
    this.characterSets = characterSets;
    this.signedPixels = signedPixels;
  }

  Encoding encoding() {
    return encoding;
  }

  CharacterSets characterSets() {
    return characterSets;
  }

  /** Whether this is in a sequence that was written as UN, whose encoding cannot be relied on. */
  boolean isWithinUnknown() {
    return withinUnknown;
  }

  Context forItem() {
    return new Context(encoding, withinUnknown, characterSets, signedPixels);
  }

  Context forUnknown() {
    return new Context(Encoding.IMPLICIT_LITTLE, true, characterSets, signedPixels);
  }

  /** For the attributes of an item, before the first of them. */
  Context withEncoding(Encoding other) {
    return new Context(other, withinUnknown, characterSets, signedPixels);
  }

  /** Whether the reading of other attributes depends on this one. */
  static boolean governs(int tag) {
    return tag == Tag.SpecificCharacterSet || tag == Tag.PixelRepresentation;
  }

  /** Whether this is the first attribute whose tag is not above the one before it. */
  boolean breaksOrder(int tag) {
    long number = Integer.toUnsignedLong(tag);
    boolean breaks = sorted && number <= previousTag;
    sorted = sorted && !breaks;
    previousTag = number;
    return breaks;
  }

  /** How many attributes were noted. */
  int put() {
    return put;
  }

  /** Takes notice of an attribute, and gives what is wrong with it, or null. */
  @Nullable String note(Element element) {
    put++;
    if (element.tag() == Tag.SpecificCharacterSet) {
      if (element instanceof TextElement names) {
        characterSets = CharacterSets.of(names.strings());
        return characterSets.deviation();
      }
      return element.isEmpty() ? null : "a character set that is not text";
    }
    if (element.tag() == Tag.PixelRepresentation && element instanceof NumberElement numbers) {
      Number number = numbers.number(0);
      signedPixels = number != null && number.intValue() == 1;
    }
    return null;
  }

  /** The VR of an attribute that comes without one (PS3.5 §A.1). */
  VR implicitVr(int tag) {
    DictionaryEntry entry = Dictionary.find(tag).orElse(null);
    if (entry == null || entry.vrs().size() < 2) {
      return Dictionary.vrOf(tag);
    }
    if (entry.vrs().contains(VR.OW)) {
      return VR.OW;
    }
    return signedPixels && entry.vrs().contains(VR.SS) ? VR.SS : entry.vr();
  }

  /** The VR that a value of the standard has which a writer did not know (PS3.5 §6.2.2 note 4). */
  VR known(int tag, VR written) {
    if (written == VR.UN && Tags.isPrivateCreator(tag)) {
      return VR.LO;
    }
    if (written != VR.UN || Tags.isPrivate(tag)) {
      return written;
    }
    VR vr = implicitVr(tag);
    return vr.kind() == VR.Kind.SEQUENCE || vr.kind() == VR.Kind.BINARY ? written : vr;
  }
}
