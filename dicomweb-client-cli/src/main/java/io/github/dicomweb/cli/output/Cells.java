// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.cli.output;

import io.github.dicomweb.dicom.BinaryElement;
import io.github.dicomweb.dicom.BulkDataElement;
import io.github.dicomweb.dicom.Dataset;
import io.github.dicomweb.dicom.Element;
import io.github.dicomweb.dicom.FragmentsElement;
import io.github.dicomweb.dicom.SequenceElement;

/** What a column shows of a dataset. */
final class Cells {
  private Cells() {}

  static String of(Dataset dataset, String column) {
    return dataset.element(column).map(Cells::of).orElse("");
  }

  private static String of(Element element) {
    if (element instanceof SequenceElement) {
      return "(" + element.count() + (element.count() == 1 ? " item)" : " items)");
    }
    if (element instanceof BulkDataElement bulk) {
      return bulk.reference().uri();
    }
    if (element instanceof BinaryElement binary) {
      return "(" + binary.length() + " bytes)";
    }
    return element instanceof FragmentsElement
        ? "(encapsulated)"
        : String.join("\\", element.strings());
  }
}
