// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.internal.store;

import io.github.dicomweb.config.Limits;
import io.github.dicomweb.dicom.Dataset;
import io.github.dicomweb.dicom.json.DicomJsonWriter;
import io.github.dicomweb.dicom.xml.DicomXmlWriter;
import io.github.dicomweb.error.DicomFormatException;
import io.github.dicomweb.internal.http.LocalIoException;
import io.github.dicomweb.internal.multipart.MultipartWriter;
import io.github.dicomweb.internal.store.Payload.BulkParts;
import io.github.dicomweb.profile.ServerProfile.StoredFrames;
import io.github.dicomweb.store.InstanceSource;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Objects;

/**
 * Metadata in JSON or XML, followed by the bulk data (PS3.18 §10.5). Each source is read again for
 * each pass over it, so that nothing of it has to be kept.
 */
final class MetadataForm implements Form {

  /** How metadata is written. */
  enum Syntax {
    /** One array of all instances. */
    JSON("application/dicom+json"),
    /** One document for each. */
    XML("application/dicom+xml");

    private final String mediaType;

    Syntax(String mediaType) {
      this.mediaType = mediaType;
    }

    String mediaType() {
      return mediaType;
    }
  }

  private final Syntax syntax;
  private final MultipartWriter framing;
  private final Limits limits;
  private final StoredFrames frames;

  MetadataForm(Syntax syntax, MultipartWriter framing, Limits limits, StoredFrames frames) {
    this.syntax = syntax;
    this.framing = framing;
    this.limits = limits;
    this.frames = frames;
  }

  @Override
  public String rootType() {
    return syntax.mediaType();
  }

  @Override
  public Payload payload(InstanceSource source, int ordinal) throws IOException {
    BulkParts parts = () -> TakenApart.of(source, ordinal, limits, frames);
    long bulkLength = 0;
    Counter counter = new Counter();
    try (TakenApart apart = parts.open()) {
      for (Part part : apart.parts()) {
        bulkLength +=
            framing.framingLength(part.contentType(), part.location()) + part.content().length();
      }
      write(apart.metadata(), counter);
    }
    return new Payload(new Metadata(parts, counter.count), parts, bulkLength);
  }

  private final class Metadata implements Content {
    private final BulkParts instance;
    private final long length;

    Metadata(BulkParts instance, long length) {
      this.instance = instance;
      this.length = length;
    }

    @Override
    public long length() {
      return length;
    }

    @Override
    public void writeTo(OutputStream out) throws IOException {
      try (TakenApart apart = instance.open()) {
        write(apart.metadata(), out);
      }
    }
  }

  private void write(Dataset metadata, OutputStream out) throws IOException {
    if (syntax == Syntax.XML) {
      DicomXmlWriter.create().write(metadata, out);
      return;
    }
    try (DicomJsonWriter writer = DicomJsonWriter.to(new Unclosed(out))) {
      writer.write(metadata);
    }
  }

  @Override
  public long length(List<Candidate> candidates) {
    long length = 0;
    for (Candidate candidate : candidates) {
      length += candidate.sent().bulkLength();
    }
    List<Content> documents = documents(candidates);
    for (Content document : documents) {
      length += framing.framingLength(rootType(), null) + document.length();
    }
    return length;
  }

  @Override
  public void write(List<Candidate> candidates, PartSink sink) throws IOException {
    for (Content document : documents(candidates)) {
      sink.part(new Part(rootType(), null, document));
    }
    for (Candidate candidate : candidates) {
      try (TakenApart apart = open(candidate)) {
        for (Part part : apart.parts()) {
          sink.part(part);
        }
      }
      sink.instanceDone();
    }
  }

  private List<Content> documents(List<Candidate> candidates) {
    List<Content> metadata = candidates.stream().map(c -> c.sent().content()).toList();
    return syntax == Syntax.XML ? metadata : List.of(new JsonArray(metadata));
  }

  private static TakenApart open(Candidate candidate) throws IOException {
    try {
      return Objects.requireNonNull(candidate.sent().bulkParts()).open();
    } catch (DicomFormatException e) {
      throw new LocalIoException(
          "a source is not any more what it was when it was looked at", new IOException(e));
    } catch (IOException e) {
      throw new LocalIoException("a source cannot be read any more", e);
    }
  }

  /** Objects between brackets, written one by one. */
  private record JsonArray(List<Content> objects) implements Content {
    @Override
    public long length() {
      return objects.stream().mapToLong(Content::length).sum() + objects.size() + 1;
    }

    @Override
    public void writeTo(OutputStream out) throws IOException {
      for (int i = 0; i < objects.size(); i++) {
        out.write(i == 0 ? '[' : ',');
        objects.get(i).writeTo(out);
      }
      out.write(']');
    }
  }

  private static final class Counter extends OutputStream {
    private long count;

    @Override
    public void write(int b) {
      count++;
    }

    @Override
    public void write(byte[] bytes, int offset, int length) {
      count += length;
    }
  }

  /** Leaves the stream open when a writer that ends a document closes it. */
  private static final class Unclosed extends FilterOutputStream {
    Unclosed(OutputStream out) {
      super(out);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
      out.write(bytes, offset, length);
    }

    @Override
    public void close() throws IOException {
      flush();
    }
  }
}
