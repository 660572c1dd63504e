// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.internal.http;

import io.github.dicomweb.error.DicomWebException;
import io.github.dicomweb.error.HttpStatusException;
import io.github.dicomweb.error.MalformedResponseException;
import io.github.dicomweb.error.TransportException.Phase;
import io.github.dicomweb.error.Warning;
import io.github.dicomweb.error.WarningHeaders;
import io.github.dicomweb.internal.multipart.ContentType;
import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import okhttp3.HttpUrl;
import okhttp3.Protocol;
import okhttp3.Response;
import okio.BufferedSource;
import org.jspecify.annotations.Nullable;

/** An answer whose body has not been read yet. Whoever has it closes it. Not thread-safe. */
public final class Answer implements Closeable {
  private final Exchange exchange;
  private final Operation operation;
  private final Response response;
  private final boolean fallback;
  private final int errorBodyBytes;
  private @Nullable String rememberedBody;

  Answer(
      Exchange exchange,
      Operation operation,
      Response response,
      boolean fallback,
      int errorBodyBytes) {
    this.exchange = exchange;
    this.operation = operation;
    this.response = response;
    this.fallback = fallback;
    this.errorBodyBytes = errorBodyBytes;
  }

  /** What a cancellation of it reaches. */
  public Operation operation() {
    return operation;
  }

  /** The status. */
  public int status() {
    return response.code();
  }

  /** The media type, or null where there is none or none that can be read. */
  public @Nullable ContentType contentType() {
    String value = response.header("Content-Type");
    return value == null ? null : ContentType.parse(value).orElse(null);
  }

  /** Whether a simpler Accept value than the first had to be used. */
  public boolean fallback() {
    return fallback;
  }

  /** The length of the body in bytes, or −1. */
  public long contentLength() {
    return response.body().contentLength();
  }

  /**
   * Whether a body that is cut would be noticed by the transport itself: it has a length, or a
   * framing with an end of its own. A body that ends when the connection does proves nothing.
   */
  public boolean endIsProven() {
    Response wire = response.networkResponse() == null ? response : response.networkResponse();
    return wire.header("Content-Length") != null
        || wire.header("Transfer-Encoding") != null
        || wire.header("Content-Encoding") != null
        || wire.protocol() == Protocol.HTTP_2
        || wire.protocol() == Protocol.H2_PRIOR_KNOWLEDGE;
  }

  /** A header, or null. */
  public @Nullable String header(String name) {
    return response.header(name);
  }

  /** Where the answer came from, after redirections: what its relative links refer to. */
  public HttpUrl url() {
    return response.request().url();
  }

  /** The warnings in the header. */
  public List<Warning> warnings() {
    return WarningHeaders.parse(response.headers("Warning"));
  }

  /** The body. */
  public BufferedSource source() {
    return response.body().source();
  }

  /**
   * Copies the beginning of the body, so that {@link #statusException} can still quote it after the
   * body was read. For answers with an unsuccessful status.
   */
  public void rememberErrorBody() {
    if (status() >= 400) {
      rememberedBody = ErrorAnswers.peekBody(response, errorBodyBytes);
    }
  }

  /** The exception that the status stands for. */
  public HttpStatusException statusException() {
    return ErrorAnswers.exception(
        exchange,
        response,
        rememberedBody == null ? ErrorAnswers.body(response, errorBodyBytes) : rememberedBody);
  }

  /** What a failure to read the body means for the caller. */
  public DicomWebException failure(IOException failure) {
    ContentType type = contentType();
    return ErrorMapper.map(
        failure, exchange, Phase.BODY, operation, type == null ? null : type.mediaType());
  }

  /** Starts to describe an answer that is not what was asked for. */
  public MalformedResponseException.Builder malformed(String message) {
    ContentType type = contentType();
    return MalformedResponseException.builder(exchange + ": " + message)
        .mediaType(type == null ? null : type.mediaType());
  }

  @Override
  public void close() {
    response.close();
  }
}
