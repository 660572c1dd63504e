// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.dicom.xml;

import io.github.dicomweb.dicom.Dataset;
import io.github.dicomweb.dicom.PersonName;
import io.github.dicomweb.dicom.Tags;
import io.github.dicomweb.dicom.VR;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A DicomAttribute as it was read. */
final class XmlAttribute {
  final int tag;
  final @Nullable VR vr;
  final String privateCreator;
  final List<String> values = new ArrayList<>();
  final List<PersonName> names = new ArrayList<>();
  final List<Dataset> items = new ArrayList<>();
  @Nullable String bulkDataUri;
  @Nullable String inlineBinary;

  XmlAttribute(int tag, @Nullable VR vr, String privateCreator) {
    this.tag = tag;
    this.vr = vr;
    this.privateCreator = privateCreator;
  }

  /** Whether it is written as gggg00ee, and its block has to be found. */
  boolean needsBlock() {
    return !privateCreator.isEmpty() && Tags.isPrivate(tag) && Tags.element(tag) <= 0xFF;
  }
}
