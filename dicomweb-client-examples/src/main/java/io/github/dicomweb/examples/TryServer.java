// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.examples;

import io.github.dicomweb.testdata.TestStudies;
import io.github.dicomweb.testkit.DicomWebTestServer;
import java.util.concurrent.CountDownLatch;

/**
 * A server to try things against from another shell, until it is interrupted: that of the test kit,
 * with the two sample studies. It keeps everything in memory and listens to this machine only.
 *
 * <p>Arguments: the port, or none for 8042.
 */
public final class TryServer {
  private static final int PORT = 8042;

  private TryServer() {}

  /**
   * Runs it.
   *
   * @param args the port, or nothing
   */
  public static void main(String[] args) {
    int port = args.length > 0 ? Integer.parseInt(args[0]) : PORT;
    try (DicomWebTestServer server = DicomWebTestServer.start(port)) {
      TestStudies.all().forEach(object -> server.store(object.bytes()));
      System.out.printf(
          "http://localhost:%d/dicom-web has two studies, %d instances. Ctrl-C ends it.%n",
          port, server.size());
      new CountDownLatch(1).await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
