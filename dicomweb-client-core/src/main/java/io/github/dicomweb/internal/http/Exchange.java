// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.internal.http;

import io.github.dicomweb.auth.Credentials;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import okhttp3.HttpUrl;
import okhttp3.RequestBody;
import org.jspecify.annotations.Nullable;

/**
 * One transaction, described: what is sent where and what may come back. Services describe, the
 * transport sends; everything vendor-specific has been decided when an exchange exists.
 */
public final class Exchange {
  private final String method;
  private final Service service;
  private final String template;
  private final List<String> segments;
  private final String query;
  private final @Nullable HttpUrl absolute;
  private final List<Map.Entry<String, String>> headers;
  private final String kind;
  private final List<String> accepts;
  private final boolean eachOnItsOwn;
  private final @Nullable Supplier<RequestBody> body;
  private final OnError onError;
  private final boolean conditional;

  /** What the transport does with a status of 400 and above. */
  public enum OnError {
    /** Throws the exception that fits. */
    THROW,
    /** Hands the answer over: its body may say more than its status. */
    RETURN
  }

  private Exchange(Builder builder) {
    this.method = builder.method;
    this.service = builder.service;
    this.template = builder.template.toString();
    this.segments = List.copyOf(builder.segments);
    this.query = builder.query;
    this.absolute = builder.absolute;
    this.headers = List.copyOf(builder.headers);
    this.accepts = List.copyOf(builder.accepts);
    this.eachOnItsOwn = builder.eachOnItsOwn;
    // Of a category what was asked for first is enough: ladders differ in their lower rungs only.
    this.kind =
        builder.kind.isEmpty() || accepts.isEmpty()
            ? this + " " + accepts
            : builder.kind + " " + accepts.get(0);
    this.body = builder.body;
    this.onError = builder.onError;
    this.conditional = builder.conditional;
  }

  /** Starts to describe a GET. */
  public static Builder get(Service service) {
    return new Builder("GET", service);
  }

  /** Starts to describe a POST. */
  public static Builder post(Service service, Supplier<RequestBody> body) {
    Builder builder = new Builder("POST", service);
    builder.body = body;
    return builder;
  }

  /** Starts to describe a POST of nothing. */
  public static Builder post(Service service) {
    return post(service, EmptyBody::new);
  }

  /** Starts to describe a DELETE, which is sent once. */
  public static Builder delete(Service service) {
    Builder builder = new Builder("DELETE", service);
    builder.body = EmptyBody::new;
    return builder;
  }

  /** Starts to describe an OPTIONS. */
  public static Builder options(Service service) {
    return new Builder("OPTIONS", service);
  }

  /**
   * Starts to describe a GET of a URL that a server named. Only if it is of a configured origin do
   * credentials go with it.
   *
   * @param service whose failures these are
   * @param url the URL, resolved
   * @param placeholder what stands for it where a path may be logged
   */
  public static Builder get(Service service, HttpUrl url, String placeholder) {
    Builder builder = new Builder("GET", service);
    builder.absolute = url;
    builder.template.append('{').append(placeholder).append('}');
    return builder;
  }

  /** The HTTP method. */
  public String method() {
    return method;
  }

  /** The path with placeholders: what may be logged. */
  public String template() {
    return template;
  }

  Service service() {
    return service;
  }

  /** The Accept values, the best first; each is tried when the one before was refused. */
  List<String> accepts() {
    return accepts;
  }

  /** Whether a refusal of one resource says nothing of the next one of the kind. */
  boolean eachOnItsOwn() {
    return eachOnItsOwn;
  }

  /** A body that has not been sent yet, or null. */
  @Nullable RequestBody newBody() {
    return body == null ? null : body.get();
  }

  /** What credentials may know of a request. */
  static Credentials.Target target(String method, HttpUrl url, @Nullable RequestBody body) {
    try {
      return new Credentials.Target(method, url.uri(), body == null ? 0 : body.contentLength());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  boolean hasBody() {
    return body != null;
  }

  OnError onError() {
    return onError;
  }

  /** Headers beside Accept and those of the user. */
  List<Map.Entry<String, String>> headers() {
    return headers;
  }

  /** What the Accept value that worked is remembered for. */
  String kind() {
    return kind;
  }

  /** Whether 304 is an answer and not a failure. */
  boolean conditional() {
    return conditional;
  }

  /** Whether it may be sent again elsewhere without being done twice. */
  boolean isSafe() {
    return method.equals("GET") || method.equals("HEAD") || method.equals("OPTIONS");
  }

  HttpUrl url(HttpUrl base) {
    if (absolute != null) {
      return absolute;
    }
    HttpUrl.Builder url = base.newBuilder();
    for (String segment : segments) {
      url.addEncodedPathSegment(segment);
    }
    if (!query.isEmpty()) {
      url.encodedQuery(query);
    }
    return url.build();
  }

  @Override
  public String toString() {
    return method + " " + template;
  }

  /** Collects the description. Not thread-safe. */
  public static final class Builder {
    private final String method;
    private final Service service;
    private final StringBuilder template = new StringBuilder();
    private final List<String> segments = new ArrayList<>();
    private final List<Map.Entry<String, String>> headers = new ArrayList<>();
    private String query = "";
    private String kind = "";
    private List<String> accepts = List.of();
    private boolean eachOnItsOwn;
    private @Nullable HttpUrl absolute;
    private @Nullable Supplier<RequestBody> body;
    private OnError onError = OnError.THROW;
    private boolean conditional;

    private Builder(String method, Service service) {
      this.method = method;
      this.service = service;
    }

    /** Appends a segment that the standard names. */
    public Builder path(String literal) {
      template.append('/').append(literal);
      segments.add(literal);
      return this;
    }

    /** Appends a literal segment and the identifier that follows it. */
    public Builder path(String literal, String placeholder, String identifier) {
      path(literal);
      template.append("/{").append(placeholder).append('}');
      segments.add(Identifiers.encode(Identifiers.check(placeholder, identifier)));
      return this;
    }

    /** Names the base URL itself where a path may be logged: it gets no segment. */
    public Builder named(String name) {
      template.append(name);
      return this;
    }

    /** Appends a segment that the user names. */
    public Builder segment(String placeholder, String value) {
      template.append("/{").append(placeholder).append('}');
      segments.add(Identifiers.encode(Identifiers.check(placeholder, value)));
      return this;
    }

    /**
     * Appends a literal segment and the list of numbers that follows it, its commas as they are.
     */
    public Builder numbers(String literal, String placeholder, List<Integer> numbers) {
      path(literal);
      template.append("/{").append(placeholder).append('}');
      segments.add(numbers.stream().map(String::valueOf).collect(Collectors.joining(",")));
      return this;
    }

    /** Sets the query, already encoded, without its question mark. */
    public Builder query(String encoded) {
      this.query = encoded;
      return this;
    }

    /** Adds a header. */
    public Builder header(String name, String value) {
      headers.add(Map.entry(name, value));
      return this;
    }

    /** Takes 304 for an answer. */
    public Builder conditional() {
      this.conditional = true;
      return this;
    }

    /**
     * Sets the ladder of Accept values of a resource category: the one that worked is tried first
     * for the next exchange of that category that asks for the same.
     */
    public Builder accept(String category, List<String> ladder) {
      this.kind = category;
      return accept(ladder);
    }

    /**
     * As {@link #accept(String, List)}, for what a server may have of one resource and not of the
     * next, such as frames as they are stored: a value that works and asks for less than the first
     * one did is not remembered.
     */
    public Builder acceptOfEach(String category, List<String> ladder) {
      this.eachOnItsOwn = true;
      return accept(category, ladder);
    }

    /** Sets the ladder of Accept values. */
    public Builder accept(List<String> ladder) {
      this.accepts = ladder;
      return this;
    }

    /** Sets what happens with a status of 400 and above. */
    public Builder onError(OnError value) {
      this.onError = value;
      return this;
    }

    /** Builds the exchange. */
    public Exchange build() {
      return new Exchange(this);
    }
  }
}
