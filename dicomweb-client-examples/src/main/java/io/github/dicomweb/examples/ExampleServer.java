// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.examples;

import io.github.dicomweb.testdata.TestStudies;
import io.github.dicomweb.testkit.DicomWebTestServer;
import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** The server that an example talks to: the one it was given, or one started in this process. */
final class ExampleServer implements AutoCloseable {
  private final String baseUrl;
  private final @Nullable DicomWebTestServer embedded;

  private ExampleServer(String baseUrl, @Nullable DicomWebTestServer embedded) {
    this.baseUrl = baseUrl;
    this.embedded = embedded;
  }

  /** A server that is empty if it is the embedded one. */
  static ExampleServer of(String[] args) {
    if (args.length > 0) {
      return new ExampleServer(args[0], null);
    }
    DicomWebTestServer server = DicomWebTestServer.start();
    return new ExampleServer(server.baseUrl(), server);
  }

  /** A server that holds the sample studies if it is the embedded one. */
  static ExampleServer withSamples(String[] args, Path scratch) throws IOException {
    ExampleServer server = of(args);
    if (server.embedded != null) {
      TestStudies.copyAllTo(scratch);
      server.embedded.storeAll(scratch);
    }
    return server;
  }

  String baseUrl() {
    return baseUrl;
  }

  /** Where WADO-URI is: what an example was given, if it is an example of that. */
  String wadoUriUrl() {
    return embedded == null ? baseUrl : embedded.wadoUriUrl();
  }

  String description() {
    return embedded == null ? baseUrl : "the embedded test server";
  }

  @Override
  public void close() {
    if (embedded != null) {
      embedded.close();
    }
  }
}
