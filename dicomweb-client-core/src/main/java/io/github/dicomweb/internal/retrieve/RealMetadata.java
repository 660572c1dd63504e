// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.internal.retrieve;

import io.github.dicomweb.dicom.Dataset;
import io.github.dicomweb.internal.decode.DatasetStream;
import io.github.dicomweb.internal.http.Answer;
import io.github.dicomweb.internal.http.Exchange;
import io.github.dicomweb.internal.http.Headers;
import io.github.dicomweb.internal.http.Operation;
import io.github.dicomweb.internal.http.Transport;
import io.github.dicomweb.internal.negotiate.ModelLadder;
import io.github.dicomweb.internal.search.Searches;
import io.github.dicomweb.media.MediaType;
import io.github.dicomweb.media.ResourceCategory;
import io.github.dicomweb.profile.Feature;
import io.github.dicomweb.retrieve.MetadataAnswer;
import io.github.dicomweb.retrieve.MetadataAnswer.State;
import io.github.dicomweb.retrieve.MetadataRequest;
import io.github.dicomweb.retrieve.Parts;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** A retrieval of metadata. */
public final class RealMetadata implements MetadataRequest {
  private static final String CONDITION = "If-None-Match";

  private final Transport transport;
  private final Searches searches;
  private final Target target;
  private final MediaType model;
  private final @Nullable String etag;

  /** Creates it for a server. */
  public RealMetadata(Transport transport, Searches searches, Target target) {
    this(transport, searches, target, MediaType.DICOM_JSON, null);
  }

  private RealMetadata(
      Transport transport,
      Searches searches,
      Target target,
      MediaType model,
      @Nullable String etag) {
    this.transport = transport;
    this.searches = searches;
    this.target = target;
    this.model = model;
    this.etag = etag;
  }

  @Override
  public MetadataRequest asXml() {
    return new RealMetadata(transport, searches, target, MediaType.DICOM_XML, etag);
  }

  @Override
  public MetadataRequest ifNoneMatch(String value) {
    if (value.isBlank() || !Headers.sendable(CONDITION, value)) {
      throw new IllegalArgumentException("an entity tag is text as a server gave it");
    }
    return new RealMetadata(transport, searches, target, model, value);
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
    try (Parts<Dataset> parts = open(operation)) {
      return all(parts);
    }
  }

  private static List<Dataset> all(Parts<Dataset> parts) {
    List<Dataset> all = new ArrayList<>();
    parts.forEach(all::add);
    return all;
  }

  @Override
  public MetadataAnswer executeConditional() {
    return executeConditional(new Operation());
  }

  @Override
  public CompletableFuture<MetadataAnswer> executeConditionalAsync() {
    return Operation.async(transport.executor(), this::executeConditional);
  }

  private MetadataAnswer executeConditional(Operation operation) {
    if (isPiecemeal()) {
      if (etag != null) {
        throw new UnsupportedOperationException(
            "the metadata of a study comes series by series from this server ("
                + Feature.STUDY_METADATA
                + "), so it has no entity tag");
      }
      try (SeriesBySeries parts = seriesBySeries(operation)) {
        List<Dataset> all = all(parts);
        return new MetadataAnswer(state(parts.partial()), all, null, parts.warnings());
      }
    }
    Answer answer = send(target, operation);
    String tag = answer.header("ETag");
    if (answer.status() == 304) {
      try (answer) {
        return new MetadataAnswer(
            State.NOT_MODIFIED,
            List.of(),
            Objects.requireNonNullElse(tag, etag),
            answer.warnings());
      }
    }
    try (MetadataParts parts = read(answer, target)) {
      List<Dataset> all = all(parts);
      return new MetadataAnswer(state(parts.partial()), all, tag, parts.warnings());
    }
  }

  private static State state(boolean partial) {
    return partial ? State.PARTIAL : State.RECEIVED;
  }

  @Override
  public Parts<Dataset> open() {
    return open(new Operation());
  }

  Parts<Dataset> open(Operation operation) {
    if (etag != null) {
      throw new IllegalStateException(
          "a conditional request may have no metadata to give: use executeConditional()");
    }
    return isPiecemeal() ? seriesBySeries(operation) : read(send(target, operation), target);
  }

  private boolean isPiecemeal() {
    return target.series() == null && !transport.profile().has(Feature.STUDY_METADATA);
  }

  private SeriesBySeries seriesBySeries(Operation operation) {
    return new SeriesBySeries(
        searches.allSeries(target.study(), operation),
        uid -> {
          Target series = new Target(target.study(), uid, null);
          return read(send(series, operation), series);
        });
  }

  private Answer send(Target of, Operation operation) {
    Exchange.Builder exchange =
        of.get()
            .path("metadata")
            .accept(ResourceCategory.METADATA.name(), ModelLadder.of(transport.profile(), model));
    if (etag != null) {
      exchange.header(CONDITION, etag).conditional();
    }
    return transport.send(exchange.build(), operation);
  }

  private MetadataParts read(Answer answer, Target of) {
    DatasetStream stream = DatasetStream.open(answer, transport.limits(), model);
    return new MetadataParts(answer, stream, AbsoluteReferences.of(transport, of));
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
}
