// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.internal.probe;

import io.github.dicomweb.internal.http.Answer;
import io.github.dicomweb.internal.http.Exchange;
import io.github.dicomweb.internal.http.Operation;
import io.github.dicomweb.internal.http.Service;
import io.github.dicomweb.internal.http.Transport;
import io.github.dicomweb.internal.multipart.ContentType;
import io.github.dicomweb.media.MediaType;
import io.github.dicomweb.probe.Capabilities;
import io.github.dicomweb.probe.CapabilitiesRequest;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import okio.BufferedSource;
import org.jspecify.annotations.Nullable;

/** OPTIONS of the base URL. */
public final class RealCapabilities implements CapabilitiesRequest {
  private static final long LIMIT = 8 << 20;
  private static final List<String> ACCEPT =
      List.of("application/vnd.sun.wadl+xml, application/json;q=0.9, */*;q=0.1");

  private final Transport transport;

  /** Creates it for a server. */
  public RealCapabilities(Transport transport) {
    this.transport = transport;
  }

  @Override
  public Capabilities execute() {
    return execute(new Operation());
  }

  @Override
  public CompletableFuture<Capabilities> executeAsync() {
    return Operation.async(transport.executor(), this::execute);
  }

  private Capabilities execute(Operation operation) {
    Exchange exchange = Exchange.options(Service.RETRIEVE).named("/").accept(ACCEPT).build();
    try (Answer answer = transport.send(exchange, operation)) {
      String document = document(answer);
      ContentType type = document == null ? null : answer.contentType();
      return new Capabilities(
          methods(answer.header("Allow")),
          type == null ? null : MediaType.of(type.mediaType()),
          document,
          answer.warnings());
    }
  }

  private static @Nullable String document(Answer answer) {
    try {
      BufferedSource source = answer.source();
      if (source.request(LIMIT + 1)) {
        throw answer.malformed("a description longer than any is").build();
      }
      String text = source.readUtf8();
      return text.isBlank() ? null : text;
    } catch (IOException e) {
      throw answer.failure(e);
    }
  }

  private static List<String> methods(@Nullable String allow) {
    return allow == null
        ? List.of()
        : Arrays.stream(allow.split(",", 64))
            .map(String::strip)
            .filter(method -> !method.isEmpty())
            .toList();
  }

  @Override
  public String toString() {
    return "CapabilitiesRequest";
  }
}
