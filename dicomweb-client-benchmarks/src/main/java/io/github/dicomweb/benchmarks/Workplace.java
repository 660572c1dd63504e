// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.benchmarks;

import io.github.dicomweb.benchmarks.turns.Contender;
import io.github.dicomweb.benchmarks.turns.Server;
import io.github.dicomweb.testdata.LargeInstance;
import io.github.dicomweb.testdata.LargeSeries;
import java.io.BufferedOutputStream;
import java.io.ByteArrayInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** The server, and directories that are removed in the end. */
final class Workplace implements Closeable {
  /** Instances of the series. */
  static final int INSTANCES = 500;

  private static final int SIDE = 512;
  private static final String PASSWORD = "benchmarks";

  private final Server server = Server.start();
  private final Path files = Files.createTempDirectory("benchmarks");
  private final Path memory;

  Workplace() throws IOException {
    Path tmpfs = Path.of("/dev/shm");
    memory =
        Files.isWritable(tmpfs)
            ? Files.createTempDirectory(tmpfs, "benchmarks")
            : Files.createDirectory(files.resolve("memory"));
  }

  /** A way, with what the server has under a path. */
  Contender contender(String way, String path) {
    return contender(way, path, "64m");
  }

  /** The same in a heap of some size. */
  Contender contender(String way, String path, String heap) {
    return Contender.of(way, server.http(path), files.toString(), heap);
  }

  /** One that writes files where no disk is. */
  Contender writing(String way, String path) {
    return Contender.of(way, server.http(path), memory.toString(), "64m");
  }

  /** One over TLS. */
  Contender secure(String way, String path) throws IOException {
    return trusting(way, server.https(path));
  }

  /** One over HTTP/2, where frames are. */
  Contender http2(String way, String path) throws IOException {
    return trusting(way, server.http2(path));
  }

  private Contender trusting(String way, String base) throws IOException {
    Path trust = files.resolve("trust.p12");
    if (!Files.exists(trust)) {
      trust(trust);
    }
    return Contender.of(way, base, files.toString(), "64m")
        .with("-Djavax.net.ssl.trustStore=" + trust)
        .with("-Djavax.net.ssl.trustStorePassword=" + PASSWORD);
  }

  private void trust(Path file) throws IOException {
    try (OutputStream out = Files.newOutputStream(file)) {
      KeyStore store = KeyStore.getInstance("PKCS12");
      store.load(null, null);
      store.setCertificateEntry(
          "server",
          CertificateFactory.getInstance("X.509")
              .generateCertificate(
                  new ByteArrayInputStream(
                      server.certificate().getBytes(StandardCharsets.US_ASCII))));
      store.store(out, PASSWORD.toCharArray());
    } catch (GeneralSecurityException e) {
      throw new IOException(e);
    }
  }

  /** Writes the files that are stored, and one of the bytes of all. */
  void writeFiles() throws IOException {
    Path directory = Files.createDirectory(files.resolve("files"));
    try (OutputStream all = new BufferedOutputStream(Files.newOutputStream(files.resolve("all")))) {
      for (int number = 1; number <= INSTANCES; number++) {
        LargeInstance instance = LargeSeries.instance(number, SIDE, SIDE);
        Path file = directory.resolve(String.format(Locale.ROOT, "%04d.dcm", number));
        try (OutputStream one = new BufferedOutputStream(Files.newOutputStream(file))) {
          instance.writeTo(one);
        }
        Files.copy(file, all);
      }
    }
  }

  @Override
  public void close() throws IOException {
    server.close();
    remove(memory);
    remove(files);
  }

  private static void remove(Path directory) throws IOException {
    if (!Files.exists(directory)) {
      return;
    }
    try (Stream<Path> paths = Files.walk(directory)) {
      List<Path> all = paths.sorted(Comparator.reverseOrder()).toList();
      for (Path path : all) {
        Files.delete(path);
      }
    }
  }
}
