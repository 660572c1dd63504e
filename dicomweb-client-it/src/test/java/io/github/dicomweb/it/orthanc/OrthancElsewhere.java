// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.it.orthanc;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.opentest4j.TestAbortedException;

/** An Orthanc that somebody else runs and that is empty. */
final class OrthancElsewhere implements OrthancServer {
  static final String LOOKED_FOR = "an address in " + Settings.URL;

  private final OrthancRest rest;

  private OrthancElsewhere(OrthancRest rest) {
    this.rest = rest;
  }

  static boolean isAvailable() {
    return Settings.of(Settings.URL).isPresent();
  }

  static OrthancElsewhere connect(OrthancConfig config) throws IOException {
    if (config.access() == OrthancConfig.Access.PASSWORD) {
      throw new TestAbortedException("the Orthanc at " + Settings.URL + " has no such password");
    }
    String url = Settings.of(Settings.URL).orElseThrow();
    OrthancRest rest = OrthancRest.of(url.endsWith("/") ? url.substring(0, url.length() - 1) : url);
    if (rest.instanceCount() != 0) {
      // What was there before the test may be somebody's data: it is not ours to remove.
      throw new IOException("the Orthanc at " + Settings.URL + " is not empty");
    }
    return new OrthancElsewhere(rest);
  }

  @Override
  public OrthancRest rest() {
    return rest;
  }

  @Override
  public void kill() {
    throw new TestAbortedException("the Orthanc at " + Settings.URL + " is not ours to end");
  }

  /** Leaves it as empty as it was. */
  @Override
  public void close() {
    try {
      rest.clear();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
