// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.benchmarks.worker;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import okhttp3.MediaType;
import okhttp3.MultipartReader;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import okhttp3.ResponseBody;
import okio.BufferedSink;
import okio.Okio;

/** OkHttp alone. */
final class Bare implements Way {
  private final OkHttpClient client;
  private final Request request;
  private final Taking taking;
  private final Path leftBehind;

  /** Takes an answer; returns the bytes it had. */
  private interface Taking {
    long take(ResponseBody body) throws IOException;
  }

  private Bare(OkHttpClient client, Request request, Taking taking, Path leftBehind) {
    this.client = client;
    this.request = request;
    this.taking = taking;
    this.leftBehind = leftBehind;
  }

  /** The series drained through the source, with a client set up in some way. */
  static Way drain(Setup setup, Consumer<OkHttpClient.Builder> with) {
    OkHttpClient.Builder client = new OkHttpClient.Builder();
    with.accept(client);
    return new Bare(
        client.build(),
        setup.series(),
        body -> body.source().readAll(Okio.blackhole()),
        setup.directory().resolve("none"));
  }

  /** The series through OkHttp's own reader of multipart bodies. */
  static Way multipart(Setup setup) {
    return new Bare(
        new OkHttpClient(), setup.series(), Bare::parts, setup.directory().resolve("none"));
  }

  /** The series, as it comes, into one file. */
  static Way save(Setup setup) {
    Path file = setup.directory().resolve("bare");
    return new Bare(
        new OkHttpClient(),
        setup.series(),
        body -> {
          try (BufferedSink sink = Okio.buffer(Okio.sink(file))) {
            return sink.writeAll(body.source());
          }
        },
        file);
  }

  /** One file of the bytes of all, sent to the sink. */
  static Way upload(Setup setup) throws IOException {
    Path file = setup.directory().resolve("all");
    long length = Files.size(file);
    Request post =
        new Request.Builder()
            .url(setup.base().newBuilder().addPathSegment("studies").build())
            .post(RequestBody.create(file.toFile(), MediaType.get("application/octet-stream")))
            .build();
    return new Bare(
        new OkHttpClient(),
        post,
        body -> {
          long unused = body.source().readAll(Okio.blackhole());
          return length;
        },
        setup.directory().resolve("none"));
  }

  private static long parts(ResponseBody body) throws IOException {
    long bytes = 0;
    try (MultipartReader reader = new MultipartReader(body)) {
      for (MultipartReader.Part part = reader.nextPart(); part != null; part = reader.nextPart()) {
        bytes += part.body().readAll(Okio.blackhole());
      }
    }
    return bytes;
  }

  @Override
  public long run() throws IOException {
    try (Response response = client.newCall(request).execute()) {
      if (response.code() != 200) {
        throw new IOException("status " + response.code());
      }
      return taking.take(response.body());
    }
  }

  @Override
  public void after() throws IOException {
    Files.deleteIfExists(leftBehind);
  }
}
