// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.testdata;

import java.util.Arrays;
import java.util.List;

/** An Encapsulated PDF of odd length, so that the padding of the value must be taken off. */
final class PdfReport {
  private PdfReport() {}

  static DataElements object(DataElements lesionSlice) {
    byte[] pdf = pdf();
    DataElements document =
        Subject.phantomStudy(Uids.ENCAPSULATED_PDF_STORAGE, "phantom/pdf/1")
            .set(Attr.ConversionType, "SYN")
            .set(Attr.AcquisitionDateTime, "20260115101500+0900")
            .set(Attr.InstanceNumber, 1)
            .set(Attr.BurnedInAnnotation, "NO")
            .sequence(Attr.SourceInstanceSequence, Subject.reference(lesionSlice))
            .set(Attr.DocumentTitle, "頭部ファントムの報告書")
            .sequence(
                Attr.ConceptNameCodeSequence,
                Subject.code("18748-4", "LN", "Diagnostic imaging report"))
            .set(Attr.MIMETypeOfEncapsulatedDocument, "application/pdf")
            .set(Attr.EncapsulatedDocumentLength, pdf.length)
            .bytes(Attr.EncapsulatedDocument.tag(), "OB", pdf);
    return Subject.series(document, "phantom/pdf", 4, "DOC", "報告書 PDF");
  }

  /** The document itself, without padding. */
  static byte[] pdf() {
    byte[] pdf =
        TinyPdf.page(
            "Synthetic head phantom",
            List.of(
                "Slice " + HeadCt.LESION_SLICE + " of " + HeadCt.SLICES + ": lesion on the left.",
                "Prüfkörper – Zürich, Åse Sørensen.",
                "Not a person. (Made by MakeTestData.)"),
            brainWindow(HeadCt.pixels(HeadCt.LESION_SLICE)),
            HeadCt.SIZE);
    return pdf.length % 2 == 1 ? pdf : withNewline(pdf);
  }

  private static byte[] withNewline(byte[] pdf) {
    byte[] longer = Arrays.copyOf(pdf, pdf.length + 1);
    longer[pdf.length] = '\n';
    return longer;
  }

  private static byte[] brainWindow(short[] stored) {
    byte[] grey = new byte[stored.length];
    for (int i = 0; i < stored.length; i++) {
      double hounsfield = stored[i] - 1024;
      grey[i] = (byte) Math.max(0, Math.min(255, Math.round((hounsfield + 7) * 255 / 90)));
    }
    return grey;
  }
}
