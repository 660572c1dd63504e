// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.testkit.internal.http;

import io.github.dicomweb.dicom.Dataset;
import io.github.dicomweb.dicom.json.DicomJsonWriter;
import java.io.IOException;
import java.util.List;
import okio.Buffer;

/** Bodies of DICOM JSON (PS3.18 §F.2). */
public final class JsonBody {
  private static final String TYPE = "application/dicom+json";

  /** What such a body is offered as. */
  public static final Offer OFFER = Offer.single(TYPE, "");

  private JsonBody() {}

  public static Answer array(Answer answer, List<Dataset> datasets) throws IOException {
    Buffer buffer = new Buffer();
    try (DicomJsonWriter writer = DicomJsonWriter.to(buffer.outputStream()).beginArray()) {
      for (Dataset dataset : datasets) {
        writer.write(dataset);
      }
    }
    return answer.body(TYPE, buffer);
  }

  public static Answer object(Answer answer, Dataset dataset) throws IOException {
    Buffer buffer = new Buffer();
    try (DicomJsonWriter writer = DicomJsonWriter.to(buffer.outputStream())) {
      writer.write(dataset);
    }
    return answer.body(TYPE, buffer);
  }
}
