// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.testkit.internal.http;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import okhttp3.Headers;
import okio.ByteString;

/** A request to a resource below the base URL. Immutable. */
public final class Request {
  private final String method;
  private final List<String> segments;
  private final String rawQuery;
  private final Query query;
  private final Headers headers;
  private final ByteString body;

  private Request(
      String method,
      List<String> segments,
      String rawQuery,
      Query query,
      Headers headers,
      ByteString body) {
    this.method = method;
    this.segments = segments;
    this.rawQuery = rawQuery;
    this.query = query;
    this.headers = headers;
    this.body = body;
  }

  /**
   * Takes a request target apart.
   *
   * @param target path and query as they were sent
   * @param base the path of the services, without a slash at its end
   */
  public static Request of(
      String method, String target, String base, Headers headers, ByteString body) {
    int question = target.indexOf('?');
    String path = question < 0 ? target : target.substring(0, question);
    boolean isBase = path.equals(base) || path.equals(base + "/");
    String below = path.startsWith(base + "/") ? path.substring(base.length() + 1) : path;
    List<String> segments =
        isBase ? List.of() : Arrays.stream(below.split("/", -1)).map(Percent::decode).toList();
    String rawQuery = question < 0 ? "" : target.substring(question + 1);
    return new Request(method, segments, rawQuery, Query.parse(rawQuery), headers, body);
  }

  public String method() {
    return method;
  }

  /**
   * The path below the base URL, decoded after it was split; nothing for the base itself. What is
   * elsewhere on the server begins with an empty segment.
   */
  public List<String> segments() {
    return segments;
  }

  public Query query() {
    return query;
  }

  public Optional<String> header(String name) {
    return Optional.ofNullable(headers.get(name));
  }

  /** What the client accepts: the query parameter (PS3.18 §8.3.3.1) goes before the header. */
  public Accept accept() {
    return query
        .single("accept")
        .map(value -> Accept.parse(List.of(value)))
        .orElseGet(() -> Accept.parse(headers.values("Accept")));
  }

  /** The ranges of {@link #accept()}, as they were sent. */
  public List<String> acceptedRanges() {
    List<String> values =
        query.single("accept").map(List::of).orElseGet(() -> headers.values("Accept"));
    return values.stream()
        .flatMap(value -> HeaderText.split(value, ',').stream())
        .map(String::strip)
        .filter(range -> !range.isEmpty())
        .toList();
  }

  /** A request that accepts these ranges and nothing else. */
  public Request withAcceptedRanges(List<String> ranges) {
    Headers changed = headers.newBuilder().set("Accept", String.join(", ", ranges)).build();
    List<Query.Parameter> others =
        query.parameters().stream().filter(p -> !p.name().equals("accept")).toList();
    return new Request(method, segments, rawQuery, Query.of(others), changed, body);
  }

  /** The query as it was sent. */
  public String rawQuery() {
    return rawQuery;
  }

  public Request withQuery(Query changed) {
    return new Request(method, segments, rawQuery, changed, headers, body);
  }

  /** A request whose query is not decoded but taken as it stands. */
  public Request withQueryTakenLiterally() {
    return withQuery(Query.parseLiterally(rawQuery));
  }

  public Request withoutHeader(String name) {
    Headers changed = headers.newBuilder().removeAll(name).build();
    return new Request(method, segments, rawQuery, query, changed, body);
  }

  public Request withSegments(List<String> changed) {
    return new Request(method, List.copyOf(changed), rawQuery, query, headers, body);
  }

  public Request withBody(String contentType, ByteString changed) {
    Headers typed =
        headers
            .newBuilder()
            .set("Content-Type", contentType)
            .set("Content-Length", Integer.toString(changed.size()))
            .build();
    return new Request(method, segments, rawQuery, query, typed, changed);
  }

  public ByteString body() {
    return body;
  }
}
