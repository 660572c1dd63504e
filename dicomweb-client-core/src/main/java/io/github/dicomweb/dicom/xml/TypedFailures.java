// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.dicom.xml;

import java.io.Reader;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import javax.xml.stream.util.StreamReaderDelegate;

/**
 * Some broken documents make the parser of the JDK fail with its own run-time exceptions: to
 * callers they are documents that are not well-formed.
 */
final class TypedFailures extends StreamReaderDelegate {
  private TypedFailures(XMLStreamReader parser) {
    super(parser);
  }

  /** Opens a document, whose first characters are read. */
  static XMLStreamReader open(XMLInputFactory factory, Reader in) throws XMLStreamException {
    try {
      return new TypedFailures(factory.createXMLStreamReader(in));
    } catch (RuntimeException e) {
      throw new XMLStreamException("the parser failed", e);
    }
  }

  @Override
  public int next() throws XMLStreamException {
    try {
      return super.next();
    } catch (RuntimeException e) {
      throw new XMLStreamException("the parser failed", getLocation(), e);
    }
  }
}
