// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.dicom.xml;

import io.github.dicomweb.config.Limits;
import io.github.dicomweb.dicom.Dataset;
import io.github.dicomweb.dicom.Deviation;
import io.github.dicomweb.error.DicomFormatException;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.CharacterCodingException;
import java.util.List;
import javax.xml.stream.Location;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Reads a dataset from the Native DICOM Model in XML (PS3.19 §A.1), with or without its namespace.
 *
 * <p>Document types and external entities are refused. Private attributes that name their creator
 * and have no block (PS3.19 §A.1.5) come out in the block of that creator, or in a free one that is
 * reserved for it. What servers write differently from the standard is read where its meaning is
 * plain, and listed by {@link #warnings()}; {@link #strict()} makes it an error. Not for use by
 * several threads at once.
 */
public final class DicomXmlReader implements Closeable {
  private static final XMLInputFactory FACTORY = factory();

  private final InputStream in;
  private final Limits limits;
  private final Deviations deviations = new Deviations();

  private DicomXmlReader(InputStream in, Limits limits) {
    this.in = in;
    this.limits = limits;
  }

  private static XMLInputFactory factory() {
    // the one of the JDK, whatever else is on the class path: its safety is known
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, true);
    factory.setProperty(XMLInputFactory.IS_COALESCING, false);
    // the default one prints to standard error
    factory.setXMLReporter((message, type, information, location) -> {});
    return factory;
  }

  /**
   * Reads from a stream with the default limits.
   *
   * @param in one XML document; closed by {@link #close()}
   * @return the reader
   */
  public static DicomXmlReader from(InputStream in) {
    return from(in, Limits.defaults());
  }

  /**
   * Reads from a stream.
   *
   * @param in one XML document; closed by {@link #close()}
   * @param limits of which depth, string length, inline bytes one by one and together, and elements
   *     count here
   * @return the reader
   */
  public static DicomXmlReader from(InputStream in, Limits limits) {
    return new DicomXmlReader(in, limits);
  }

  /**
   * Makes every deviation from the standard an error.
   *
   * @return this reader
   */
  public DicomXmlReader strict() {
    deviations.strict();
    return this;
  }

  /**
   * Reads the document to its end.
   *
   * @return the dataset
   * @throws IOException if reading from the stream fails
   * @throws DicomFormatException if the document is not well-formed or not complete, is not of the
   *     model, has a document type or exceeds a limit
   */
  public Dataset read() throws IOException {
    XmlText text = XmlText.of(in, deviations);
    try {
      XMLStreamReader parser;
      synchronized (FACTORY) {
        parser = TypedFailures.open(FACTORY, text);
      }
      return new ModelParser(parser, limits, deviations).read();
    } catch (XMLStreamException e) {
      IOException failure = text.failure();
      if (failure instanceof CharacterCodingException) {
        throw deviations.error("bytes that are not of the encoding of the document");
      }
      if (failure != null) {
        throw failure;
      }
      // its message may quote the document
      Location at = e.getLocation();
      throw deviations.error(
          at == null
              ? "the input is not well-formed XML"
              : "the input is not well-formed XML, line "
                  + at.getLineNumber()
                  + ", column "
                  + at.getColumnNumber());
    }
  }

  /**
   * What was tolerated.
   *
   * @return the first hundred deviations, with tag paths
   */
  public List<Deviation> warnings() {
    return deviations.list();
  }

  /**
   * How many deviations were tolerated, those that are not listed included.
   *
   * @return the number
   */
  public long warningCount() {
    return deviations.count();
  }

  /** Closes the stream. */
  @Override
  public void close() throws IOException {
    in.close();
  }
}
