// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.it.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.dicomweb.it.samples.Commands;
import io.github.dicomweb.it.samples.Missing;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.WebSocket;
import okhttp3.WebSocketListener;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;

/** A Chromium without a window, spoken to by the DevTools protocol. */
final class Chromium implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final long PATIENCE_SECONDS = 60;

  /** What it tells by itself. */
  record Event(String method, JsonNode params) {}

  private final Process process;
  private final OkHttpClient http = new OkHttpClient();
  private final Map<Integer, CompletableFuture<JsonNode>> waiting = new ConcurrentHashMap<>();
  private final List<Event> events = new CopyOnWriteArrayList<>();
  private final AtomicInteger last = new AtomicInteger();
  private final WebSocket socket;

  private Chromium(Process process, String page) {
    this.process = process;
    this.socket =
        http.newWebSocket(
            new Request.Builder().url(page).build(),
            new WebSocketListener() {
              @Override
              public void onMessage(WebSocket from, String text) {
                heard(text);
              }

              @Override
              public void onFailure(WebSocket from, Throwable failure, @Nullable Response answer) {
                waiting.values().forEach(future -> future.completeExceptionally(failure));
              }
            });
  }

  /**
   * Starts one; without any the test is skipped.
   *
   * @param directory an empty one, for all that it keeps
   */
  static Chromium start(Path directory) throws IOException {
    Path program =
        Commands.find("chromium", "/usr/bin/chromium", "/usr/bin/google-chrome")
            .orElseThrow(() -> Missing.because("no chromium", "DICOMWEB_IT_REQUIRE_BROWSER"));
    Process process =
        new ProcessBuilder(
                program.toString(),
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--hide-scrollbars",
                "--disable-background-networking",
                "--no-first-run",
                "--user-data-dir=" + directory,
                "--remote-debugging-port=0",
                "--remote-allow-origins=*",
                "about:blank")
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    Path port = directory.resolve("DevToolsActivePort");
    Awaitility.await("chromium listens")
        .atMost(Duration.ofSeconds(PATIENCE_SECONDS))
        .until(() -> Files.exists(port) && Files.readString(port).contains("\n"));
    URI list =
        URI.create("http://127.0.0.1:" + Files.readString(port).lines().findFirst().orElseThrow());
    OkHttpClient http = new OkHttpClient();
    Request targets = new Request.Builder().url(list + "/json/list").build();
    try (Response answer = http.newCall(targets).execute()) {
      for (JsonNode target : JSON.readTree(answer.body().string())) {
        if (target.path("type").asText().equals("page")) {
          return new Chromium(process, target.path("webSocketDebuggerUrl").asText());
        }
      }
    }
    process.destroyForcibly();
    throw new IOException("chromium has no page");
  }

  private void heard(String text) {
    try {
      JsonNode message = JSON.readTree(text);
      if (message.has("id")) {
        CompletableFuture<JsonNode> future =
            Objects.requireNonNull(waiting.remove(message.path("id").asInt()));
        if (message.has("error")) {
          future.completeExceptionally(new IOException(message.path("error").toString()));
        } else {
          future.complete(message.path("result"));
        }
      } else {
        events.add(new Event(message.path("method").asText(), message.path("params")));
      }
    } catch (IOException e) {
      waiting.values().forEach(future -> future.completeExceptionally(e));
    }
  }

  /** What it has told of so far. */
  List<Event> events() {
    return events;
  }

  /** Waits until it tells of something. */
  void await(String method) {
    Awaitility.await(method)
        .atMost(Duration.ofSeconds(PATIENCE_SECONDS))
        .until(() -> events.stream().anyMatch(event -> event.method().equals(method)));
  }

  /** Has it do something. */
  JsonNode call(String method, Map<String, Object> params) throws Exception {
    int id = last.incrementAndGet();
    CompletableFuture<JsonNode> future = new CompletableFuture<>();
    waiting.put(id, future);
    ObjectNode message = JSON.createObjectNode().put("id", id).put("method", method);
    message.set("params", JSON.valueToTree(params));
    socket.send(JSON.writeValueAsString(message));
    return future.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
  }

  /** The value of an expression on the page. */
  JsonNode evaluate(String expression) throws Exception {
    return call("Runtime.evaluate", Map.of("expression", expression, "returnByValue", true))
        .path("result")
        .path("value");
  }

  @Override
  public void close() {
    socket.cancel();
    http.dispatcher().executorService().shutdown();
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly().onExit().join();
  }
}
