// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.dicom.build;

import io.github.dicomweb.dicom.Dataset;
import io.github.dicomweb.dicom.DatasetBuilder;
import io.github.dicomweb.dicom.Tag;
import io.github.dicomweb.dicom.VR;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneId;

/**
 * Makes an Encapsulated PDF Storage instance (PS3.3 §A.45.1) of a PDF. Immutable: each option gives
 * a changed copy. The whole PDF is held in memory.
 */
public final class EncapsulatedPdf {
  /** Encapsulated PDF Storage. */
  public static final String SOP_CLASS_UID = "1.2.840.10008.5.1.4.1.1.104.1";

  private static final byte[] SIGNATURE = {'%', 'P', 'D', 'F', '-'};
  // some producers put a few bytes in front, and readers of PDF look this far
  private static final int SIGNATURE_WITHIN = 1024;

  private final byte[] pdf;
  private final String title;
  private final Dataset study;

  private EncapsulatedPdf(byte[] pdf, String title, Dataset study) {
    this.pdf = pdf;
    this.title = title;
    this.study = study;
  }

  /**
   * Takes a PDF.
   *
   * @param pdf the document; copied
   * @return a document without a title, of a new study of nobody
   * @throws IllegalArgumentException if the bytes are not a PDF
   */
  public static EncapsulatedPdf of(byte[] pdf) {
    if (!isPdf(pdf)) {
      throw new IllegalArgumentException("the bytes are not a PDF");
    }
    return new EncapsulatedPdf(pdf.clone(), "", Dataset.empty());
  }

  /**
   * Takes a PDF from a file.
   *
   * @param file the file, which is read as a whole
   * @return a document without a title, of a new study of nobody
   * @throws IOException if reading fails
   * @throws IllegalArgumentException if the file is not a PDF
   */
  public static EncapsulatedPdf of(Path file) throws IOException {
    return of(Files.readAllBytes(file));
  }

  private static boolean isPdf(byte[] bytes) {
    int last = Math.min(bytes.length, SIGNATURE_WITHIN) - SIGNATURE.length;
    for (int from = 0; from <= last; from++) {
      int same = 0;
      while (same < SIGNATURE.length && bytes[from + same] == SIGNATURE[same]) {
        same++;
      }
      if (same == SIGNATURE.length) {
        return true;
      }
    }
    return false;
  }

  /**
   * Sets the Document Title (0042,0010).
   *
   * @param value the title
   * @return a changed copy
   */
  public EncapsulatedPdf title(String value) {
    return new EncapsulatedPdf(pdf, value, study);
  }

  /**
   * Says which patient and study the document belongs to.
   *
   * @param instanceOrStudy an instance or a search result, of which the attributes of patient and
   *     study are taken
   * @return a changed copy
   */
  public EncapsulatedPdf inStudyOf(Dataset instanceOrStudy) {
    return new EncapsulatedPdf(pdf, title, instanceOrStudy);
  }

  /**
   * Makes the instance, with a new SOP Instance UID and a new series at each call, and the date and
   * time in the time zone of the system. Burned In Annotation (0028,0301) is {@code YES}, as nobody
   * looked; what is known better is put over it with {@link Dataset#toBuilder()}.
   *
   * @return the dataset
   */
  public Dataset toDataset() {
    LocalDateTime now = LocalDateTime.now(ZoneId.systemDefault());
    DatasetBuilder builder =
        CommonModules.start(study, SOP_CLASS_UID, "DOC", now)
            .put(Tag.ConversionType, "WSD")
            .put(Tag.AcquisitionDateTime)
            .put(Tag.BurnedInAnnotation, "YES")
            .put(Tag.ConceptNameCodeSequence)
            .put(Tag.MIMETypeOfEncapsulatedDocument, "application/pdf")
            .putLongs(Tag.EncapsulatedDocumentLength, pdf.length)
            .putBinary(Tag.EncapsulatedDocument, VR.OB, pdf);
    return builder.put(Tag.DocumentTitle, title).build();
  }
}
