// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.benchmarks.worker;

import io.github.dicomweb.DicomWebClient;
import io.github.dicomweb.retrieve.InstancePart;
import io.github.dicomweb.retrieve.Parts;
import java.io.IOException;
import java.util.Optional;

/** A way through the library, as its users go. */
abstract class OurClient implements Way {
  private final DicomWebClient client;

  OurClient(Setup setup) {
    client = DicomWebClient.builder(setup.base().toString()).build();
  }

  final DicomWebClient client() {
    return client;
  }

  /** Takes one part; returns its bytes. */
  interface Taking {
    long take(InstancePart part) throws IOException;
  }

  final long eachPart(Taking taking) throws IOException {
    long bytes = 0;
    try (Parts<InstancePart> parts = client.retrieveSeries(Setup.STUDY, Setup.SERIES).open()) {
      for (Optional<InstancePart> part = parts.next(); part.isPresent(); part = parts.next()) {
        bytes += taking.take(part.get());
      }
    }
    return bytes;
  }

  @Override
  public final void close() {
    client.close();
  }
}
