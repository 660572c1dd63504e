// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.internal.uri;

import io.github.dicomweb.internal.http.Answer;
import io.github.dicomweb.internal.http.Exchange;
import io.github.dicomweb.internal.http.Operation;
import io.github.dicomweb.internal.http.Query;
import io.github.dicomweb.internal.http.Service;
import io.github.dicomweb.internal.http.Transport;
import io.github.dicomweb.internal.negotiate.Gate;
import io.github.dicomweb.internal.retrieve.OnePart;
import io.github.dicomweb.internal.retrieve.Target;
import io.github.dicomweb.media.MediaType;
import io.github.dicomweb.profile.Feature;
import io.github.dicomweb.retrieve.Part;
import io.github.dicomweb.retrieve.Parts;
import io.github.dicomweb.uri.UriContent;
import io.github.dicomweb.uri.UriFile;
import io.github.dicomweb.uri.UriRetrieval;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;

/** What both kinds of retrieval have in common: the query and the ways to receive. */
abstract class RealUriRetrieval<P extends Part> implements UriRetrieval<P> {
  private static final String ANYTHING = "*/*";

  final Transport transport;
  final Target target;
  final UriParameters parameters;

  RealUriRetrieval(Transport transport, Target target, UriParameters parameters) {
    this.transport = transport;
    this.target = target;
    this.parameters = parameters;
  }

  /** The media types that are asked for, weighted where they are. */
  abstract List<String> contentTypes();

  /** Takes the answer over, and refuses what was not asked for. */
  abstract OnePart<P> accept(Answer answer);

  /** The media type of the part, which {@link #accept} has seen to. */
  abstract MediaType mediaType(P part);

  private Exchange exchange() {
    Query query =
        new Query()
            .add("requestType", "WADO")
            .add("studyUID", target.study())
            .add("seriesUID", Objects.requireNonNull(target.series()))
            .add("objectUID", Objects.requireNonNull(target.instance()));
    List<String> types = contentTypes();
    if (!types.isEmpty()) {
      query.add("contentType", types);
    }
    parameters.writeTo(query);
    // The query says it all; some servers look at Accept as well, and some refuse a list there.
    List<String> accepts =
        types.isEmpty() ? List.of(ANYTHING) : List.of(String.join(", ", types), ANYTHING);
    return Exchange.get(Service.URI).named("wado").query(query.encoded()).accept(accepts).build();
  }

  private OnePart<P> open(Operation operation) {
    Gate.require(transport.profile(), Feature.WADO_URI);
    return accept(transport.send(exchange(), operation));
  }

  @Override
  public Parts<P> open() {
    return open(new Operation());
  }

  @Override
  public CompletableFuture<Parts<P>> openAsync() {
    return Operation.async(transport.executor(), this::open);
  }

  @Override
  public UriFile saveTo(Path file) {
    return saveTo(file, new Operation());
  }

  @Override
  public CompletableFuture<UriFile> saveToAsync(Path file) {
    return Operation.async(transport.executor(), operation -> saveTo(file, operation));
  }

  private UriFile saveTo(Path file, Operation operation) {
    try (OnePart<P> one = open(operation)) {
      long length = one.saveTo(file);
      return new UriFile(file, mediaType(one.part()), length, one.verdict(), one.warnings());
    }
  }

  @Override
  public UriContent readAllBytes() {
    return readAllBytes(new Operation());
  }

  @Override
  public CompletableFuture<UriContent> readAllBytesAsync() {
    return Operation.async(transport.executor(), this::readAllBytes);
  }

  private UriContent readAllBytes(Operation operation) {
    try (OnePart<P> one = open(operation)) {
      byte[] bytes = one.readAllBytes();
      return new UriContent(mediaType(one.part()), bytes, one.verdict(), one.warnings());
    }
  }
}
