// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.it.memory;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.github.dicomweb.dicom.part10.Part10Header;
import io.github.dicomweb.dicom.part10.Part10HeaderReader;
import io.github.dicomweb.testdata.LargeInstance;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import okhttp3.MultipartReader;
import okio.Okio;

/**
 * Serves instances that are made while they are sent, and takes instances that are thrown away once
 * they were looked at. Holds neither.
 */
final class LargeFileServer implements AutoCloseable {
  private static final String BOUNDARY = "large-file-server-boundary";

  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final List<LargeInstance> instances;

  LargeFileServer(List<LargeInstance> instances) throws IOException {
    this.instances = instances;
    this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::answer);
    server.setExecutor(threads);
    server.start();
  }

  String baseUrl() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      if (exchange.getRequestMethod().equals("POST")) {
        take(exchange);
      } else if (exchange.getRequestURI().getPath().endsWith("/instances")) {
        list(exchange);
      } else {
        serve(exchange);
      }
    }
  }

  private void serve(HttpExchange exchange) throws IOException {
    exchange
        .getResponseHeaders()
        .add("Content-Type", "multipart/related; type=\"application/dicom\"; boundary=" + BOUNDARY);
    exchange.sendResponseHeaders(200, 0);
    try (OutputStream out = exchange.getResponseBody()) {
      for (LargeInstance instance : instances) {
        write(out, "--" + BOUNDARY + "\r\nContent-Type: application/dicom\r\n\r\n");
        instance.writeTo(out);
        write(out, "\r\n");
      }
      write(out, "--" + BOUNDARY + "--\r\n");
    }
  }

  private void list(HttpExchange exchange) throws IOException {
    String query = exchange.getRequestURI().getQuery();
    if (query != null && query.contains("offset=")) {
      exchange.sendResponseHeaders(204, -1);
      return;
    }
    respond(
        exchange,
        instances.stream()
            .map(i -> item("00080018", i.sopInstanceUid()))
            .collect(Collectors.joining(",", "[", "]")));
  }

  private static void take(HttpExchange exchange) throws IOException {
    String type = exchange.getRequestHeaders().getFirst("Content-Type");
    String boundary = type.substring(type.indexOf("boundary=") + "boundary=".length());
    StringBuilder stored = new StringBuilder();
    try (InputStream in = exchange.getRequestBody();
        MultipartReader reader = new MultipartReader(Okio.buffer(Okio.source(in)), boundary)) {
      for (var part = reader.nextPart(); part != null; part = reader.nextPart()) {
        InputStream body = new BufferedInputStream(part.body().inputStream());
        Part10Header header = Part10HeaderReader.read(body);
        stored
            .append(stored.isEmpty() ? "" : ",")
            .append(item("00081155", header.sopInstanceUid().orElseThrow()));
      }
    }
    respond(exchange, "{\"00081199\":{\"vr\":\"SQ\",\"Value\":[" + stored + "]}}");
  }

  private static String item(String tag, String uid) {
    return "{\"" + tag + "\":{\"vr\":\"UI\",\"Value\":[\"" + uid + "\"]}}";
  }

  private static void respond(HttpExchange exchange, String json) throws IOException {
    byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().add("Content-Type", "application/dicom+json");
    exchange.sendResponseHeaders(200, bytes.length);
    exchange.getResponseBody().write(bytes);
  }

  private static void write(OutputStream out, String text) throws IOException {
    out.write(text.getBytes(StandardCharsets.US_ASCII));
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
