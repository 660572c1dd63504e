// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.it.orthanc;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Orthanc's own interface; shares no code with the library that is tested. */
public final class OrthancRest {
  private static final HttpClient HTTP =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(5))
          .build();
  private static final JsonFactory JSON = new JsonFactory();

  private final String baseUrl;
  private final @Nullable String authorization;

  private OrthancRest(String baseUrl, @Nullable String authorization) {
    this.baseUrl = baseUrl;
    this.authorization = authorization;
  }

  static OrthancRest of(String baseUrl) {
    return new OrthancRest(baseUrl, null);
  }

  static OrthancRest of(String baseUrl, String user, String password) {
    byte[] pair = (user + ":" + password).getBytes(StandardCharsets.UTF_8);
    return new OrthancRest(baseUrl, "Basic " + Base64.getEncoder().encodeToString(pair));
  }

  public String baseUrl() {
    return baseUrl;
  }

  /** What the server calls itself, once it answers. */
  Optional<String> name() {
    try {
      HttpResponse<byte[]> answer = send("/system", "GET", BodyPublishers.noBody());
      return answer.statusCode() == 200
          ? strings(answer.body(), "Name").stream().findFirst()
          : Optional.empty();
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /** The SOP Instance UIDs of all instances the server has. */
  public List<String> sopInstanceUids() throws IOException {
    return strings(get("/instances?expand"), "SOPInstanceUID");
  }

  /** How many instances the server counts. */
  public int instanceCount() throws IOException {
    try (JsonParser parser = JSON.createParser(get("/statistics"))) {
      for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
        if (token == JsonToken.FIELD_NAME && parser.currentName().equals("CountInstances")) {
          return parser.nextIntValue(-1);
        }
      }
    }
    throw new IOException("the statistics do not count the instances");
  }

  /** Stores a file; false if Orthanc refuses it. */
  public boolean store(Path file) throws IOException {
    int status = send("/instances", "POST", BodyPublishers.ofFile(file)).statusCode();
    return status == 200;
  }

  /** Removes everything. */
  void clear() throws IOException {
    String all = new String(get("/patients"), StandardCharsets.UTF_8);
    String body = "{\"Resources\": " + all + "}";
    int status = send("/tools/bulk-delete", "POST", BodyPublishers.ofString(body)).statusCode();
    if (status != 200) {
      throw new IOException("removing everything answered " + status);
    }
  }

  private byte[] get(String path) throws IOException {
    HttpResponse<byte[]> answer = send(path, "GET", BodyPublishers.noBody());
    if (answer.statusCode() != 200) {
      throw new IOException("GET " + path + " answered " + answer.statusCode());
    }
    return answer.body();
  }

  private HttpResponse<byte[]> send(String path, String method, BodyPublisher body)
      throws IOException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(baseUrl + path))
            .timeout(Duration.ofSeconds(30))
            .method(method, body);
    if (authorization != null) {
      request.header("Authorization", authorization);
    }
    try {
      return HTTP.send(request.build(), BodyHandlers.ofByteArray());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }

  /** The texts of all fields of a name. */
  private static List<String> strings(byte[] json, String field) throws IOException {
    List<String> found = new ArrayList<>();
    try (JsonParser parser = JSON.createParser(json)) {
      for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
        if (token == JsonToken.VALUE_STRING && field.equals(parser.currentName())) {
          found.add(parser.getText());
        }
      }
    }
    return found;
  }
}
