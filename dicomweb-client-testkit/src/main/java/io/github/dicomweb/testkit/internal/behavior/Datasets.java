// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.testkit.internal.behavior;

import io.github.dicomweb.dicom.Dataset;
import io.github.dicomweb.dicom.json.DicomJsonReader;
import io.github.dicomweb.dicom.xml.DicomXmlReader;
import io.github.dicomweb.dicom.xml.DicomXmlWriter;
import io.github.dicomweb.testkit.internal.http.Answer;
import io.github.dicomweb.testkit.internal.http.JsonBody;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import okio.Buffer;
import okio.ByteString;

/** Answers of datasets, taken apart and put together again. */
final class Datasets {
  static final String JSON = "application/dicom+json";
  static final String XML = "application/dicom+xml";

  /** A change of one dataset. */
  interface Change {
    Dataset apply(Dataset dataset);
  }

  private Datasets() {}

  static boolean isJson(Answer answer) {
    return answer.body() != null
        && answer.header("Content-Type").orElse("").startsWith("application/dicom+json");
  }

  static List<Dataset> read(Answer answer) throws IOException {
    try (DicomJsonReader reader =
        DicomJsonReader.from(new Buffer().write(answer.bytes()).inputStream())) {
      return reader.readAll();
    }
  }

  /** The same answer with other results. */
  static Answer array(Answer answer, List<Dataset> datasets) throws IOException {
    return JsonBody.array(answer.withoutBody(), datasets);
  }

  static Answer object(Answer answer, Dataset dataset) throws IOException {
    return JsonBody.object(answer.withoutBody(), dataset);
  }

  /** Changes each dataset of an answer, if it is one of datasets in JSON or XML. */
  static Answer change(Answer answer, Change change) throws IOException {
    if (isJson(answer)) {
      return array(answer, read(answer).stream().map(change::apply).toList());
    }
    if (!Message.isMultipart(answer)) {
      return answer;
    }
    List<Message.Part> parts = new ArrayList<>();
    for (Message.Part part : Message.parts(answer)) {
      parts.add(
          part.contentType().startsWith(XML)
              ? part.withContent(xml(change.apply(readXml(part.content()))))
              : part);
    }
    return Rewriter.standard(answer, parts);
  }

  private static Dataset readXml(ByteString content) throws IOException {
    try (DicomXmlReader reader = DicomXmlReader.from(new Buffer().write(content).inputStream())) {
      return reader.read();
    }
  }

  static ByteString xml(Dataset dataset) throws IOException {
    Buffer buffer = new Buffer();
    DicomXmlWriter.create().write(dataset, buffer.outputStream());
    return buffer.readByteString();
  }
}
