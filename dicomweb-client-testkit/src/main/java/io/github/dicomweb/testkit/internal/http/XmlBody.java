// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.testkit.internal.http;

import io.github.dicomweb.dicom.Dataset;
import io.github.dicomweb.dicom.xml.DicomXmlWriter;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Bodies of the Native DICOM Model in XML (PS3.19 §A.1). */
public final class XmlBody {
  private static final String TYPE = "application/dicom+xml";
  // form feed is a character of DICOM and none of XML 1.0
  private static final DicomXmlWriter WRITER = DicomXmlWriter.create().replaceInvalidCharacters();

  /** What a list of datasets is offered as (PS3.18 §8.7.3.2). */
  public static final Offer OFFER = Offer.multipart(TYPE, "");

  /** What one dataset that is no list is offered as. */
  public static final Offer SINGLE_OFFER = Offer.single(TYPE, "");

  private XmlBody() {}

  /** A part for each dataset. */
  public static Answer multipart(Answer answer, List<Dataset> datasets) {
    return Parts.multipart(answer, TYPE, datasets.stream().map(XmlBody::part).toList());
  }

  /** One document. */
  public static Answer document(Answer answer, Dataset dataset) {
    return Parts.single(answer, part(dataset));
  }

  private static Part part(Dataset dataset) {
    byte[] document = WRITER.toXml(dataset).getBytes(StandardCharsets.UTF_8);
    return new Part(TYPE, "", ByteBuffer.wrap(document));
  }
}
