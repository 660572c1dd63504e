// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.cli.output;

import io.github.dicomweb.dicom.Dataset;
import io.github.dicomweb.dicom.xml.DicomXmlWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/**
 * Native DICOM Models (PS3.19 §A.1), a line each, in an element around them that makes one
 * document.
 */
final class XmlOutput implements DatasetOutput {
  private final OutputStream out;
  private boolean begun;

  XmlOutput(OutputStream out) {
    this.out = out;
  }

  @Override
  public void write(Dataset dataset) throws IOException {
    begin();
    String document = DicomXmlWriter.create().replaceInvalidCharacters().toXml(dataset);
    int root = document.startsWith("<?xml") ? document.indexOf("?>") + 2 : 0;
    text(document.substring(root).strip() + "\n");
  }

  private void begin() throws IOException {
    if (!begun) {
      begun = true;
      text("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<NativeDicomModels>\n");
    }
  }

  private void text(String text) throws IOException {
    out.write(text.getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public void end() throws IOException {
    begin();
    text("</NativeDicomModels>\n");
    out.flush();
  }
}
