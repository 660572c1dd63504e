// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.dicom.xml;

import io.github.dicomweb.dicom.BulkDataChoice;
import io.github.dicomweb.dicom.BulkDataHandler;
import io.github.dicomweb.dicom.Dataset;
import io.github.dicomweb.error.DicomFormatException;
import java.io.BufferedWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;

/**
 * Writes the Native DICOM Model in XML (PS3.19 §A.1) as the standard has it: UTF-8, attributes in
 * order and with their keyword where the dictionary has one, no group lengths.
 *
 * <p>A private attribute is written as {@code gggg00ee} with its creator, and the creator's own
 * attribute as well, so that {@link DicomXmlReader} gives each its block again. The whole tag is
 * written where that would not do: when the creator is not there, has reserved an earlier block of
 * the group too, or {@code ee} is 00.
 *
 * <p>Names are written component by component, so delimiters behind the last component are lost,
 * which mean nothing (PS3.5 §6.2.1.1). Characters that XML 1.0 does not have, such as form feed and
 * escape, are an error unless {@link #replaceInvalidCharacters()} is asked for.
 *
 * <p>Immutable: each option gives a changed copy, and any number of threads may write with one
 * writer.
 */
public final class DicomXmlWriter {
  private static final DicomXmlWriter DEFAULT =
      new DicomXmlWriter((element, path) -> BulkDataChoice.keep(), XmlOutput.Invalid.REFUSE);

  private final BulkDataHandler bulkData;
  private final XmlOutput.Invalid invalid;

  private DicomXmlWriter(BulkDataHandler bulkData, XmlOutput.Invalid invalid) {
    this.bulkData = bulkData;
    this.invalid = invalid;
  }

  /**
   * A writer that writes bytes inline and refuses what XML cannot hold.
   *
   * @return the writer
   */
  public static DicomXmlWriter create() {
    return DEFAULT;
  }

  /**
   * Decides which binary values are written inline, which as {@code BulkData}, and which are left
   * out.
   *
   * @param handler for example {@link BulkDataHandler#referAbove}
   * @return a changed copy
   */
  public DicomXmlWriter bulkData(BulkDataHandler handler) {
    return new DicomXmlWriter(handler, invalid);
  }

  /**
   * Writes U+FFFD in the place of each character that XML 1.0 does not have.
   *
   * @return a changed copy
   */
  public DicomXmlWriter replaceInvalidCharacters() {
    return new DicomXmlWriter(bulkData, XmlOutput.Invalid.REPLACE);
  }

  /**
   * Writes a dataset as one document.
   *
   * @param dataset the dataset
   * @param out flushed and not closed
   * @throws IOException if writing fails
   * @throws DicomFormatException if the dataset holds fragments and no handler refers to them or
   *     omits them, or a character that XML does not have; what was written so far is no document
   */
  public void write(Dataset dataset, OutputStream out) throws IOException {
    Writer writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
    new ModelWriter(new XmlOutput(writer, invalid)).write(bulkData.applyTo(dataset));
    writer.flush();
  }

  /**
   * A dataset as text.
   *
   * @param dataset the dataset
   * @return one document
   * @throws DicomFormatException as {@link #write(Dataset, OutputStream)}
   */
  public String toXml(Dataset dataset) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      write(dataset, out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toString(StandardCharsets.UTF_8);
  }
}
