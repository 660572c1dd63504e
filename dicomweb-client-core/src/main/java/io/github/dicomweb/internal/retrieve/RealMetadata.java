// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.internal.retrieve;

import io.github.dicomweb.dicom.Dataset;
import io.github.dicomweb.error.Warning;
import io.github.dicomweb.internal.decode.DatasetStream;
import io.github.dicomweb.internal.http.Operation;
import io.github.dicomweb.internal.http.Transport;
import io.github.dicomweb.retrieve.MetadataRequest;
import io.github.dicomweb.retrieve.Parts;
import java.util.ArrayList;
import java.util.List;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** A retrieval of metadata. */
public final class RealMetadata implements MetadataRequest {
  private static final List<String> ACCEPT =
      List.of("application/dicom+json", "application/dicom+json, application/json;q=0.9");

  private final Transport transport;
  private final Target target;

  /** Creates it for a server. */
  public RealMetadata(Transport transport, Target target) {
    this.transport = transport;
    this.target = target;
  }

  @Override
  public List<Dataset> execute() {
    return execute(new Operation());
  }

  @Override
  public CompletableFuture<List<Dataset>> executeAsync() {
    return Operation.async(transport.executor(), this::execute);
  }

  private List<Dataset> execute(Operation operation) {
    List<Dataset> all = new ArrayList<>();
    try (Parts<Dataset> parts = open(operation)) {
      parts.forEach(all::add);
    }
    return all;
  }

  @Override
  public Parts<Dataset> open() {
    return open(new Operation());
  }

  Parts<Dataset> open(Operation operation) {
    return new Datasets(
        DatasetStream.open(
            transport.send(target.get().path("metadata").accept(ACCEPT).build(), operation),
            transport.limits()));
  }

  @Override
  public Stream<Dataset> stream() {
    Parts<Dataset> parts = open();
    return StreamSupport.stream(
            Spliterators.spliteratorUnknownSize(
                parts.iterator(), Spliterator.ORDERED | Spliterator.NONNULL),
            false)
        .onClose(parts::close);
  }

  @Override
  public String toString() {
    return "Metadata of a " + target;
  }

  private static final class Datasets extends OnePass<Dataset> {
    private final DatasetStream stream;

    Datasets(DatasetStream stream) {
      this.stream = stream;
    }

    @Override
    protected @Nullable Dataset advance() {
      return stream.next();
    }

    @Override
    public boolean partial() {
      return stream.status() == 206;
    }

    @Override
    public List<Warning> warnings() {
      return stream.warnings();
    }

    @Override
    public void close() {
      stream.close();
    }
  }
}
