// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.cli.server;

import io.github.dicomweb.DicomWebClient;
import io.github.dicomweb.dicom.json.DicomJsonReader;
import io.github.dicomweb.dicom.json.DicomJsonWriter;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.jspecify.annotations.Nullable;

/**
 * Has the runtime load what each conversation with a server needs, on a thread of its own, while
 * the arguments are still being read: trusted certificates and classes take as long as picocli
 * takes to read options. Nothing comes of it but time, and nothing here may log: how much is logged
 * is among the arguments.
 */
public final class Preloading {
  // the runtime forgets certificates that nobody holds
  @SuppressWarnings("UnusedVariable")
  private static volatile @Nullable TrustManagerFactory certificates;

  private Preloading() {}

  /** Begins, for a command that will talk to a server. */
  public static void begin() {
    Thread thread = new Thread(Preloading::load, "preload");
    thread.setDaemon(true);
    thread.start();
  }

  private static void load() {
    try {
      TrustManagerFactory factory =
          TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
      factory.init((KeyStore) null);
      certificates = factory;
      SSLContext.getInstance("TLS").init(null, factory.getTrustManagers(), null);
    } catch (GeneralSecurityException e) {
      // whoever needs them will be told
      return;
    }
    var unused = DicomWebClient.builder("http://localhost/");
    byte[] one = "[{\"00080060\":{\"vr\":\"CS\"}}]".getBytes(StandardCharsets.US_ASCII);
    try (DicomJsonReader reader = DicomJsonReader.from(new ByteArrayInputStream(one));
        DicomJsonWriter writer = DicomJsonWriter.to(OutputStream.nullOutputStream())) {
      writer.write(reader.readAll().get(0));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
