// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.benchmarks.server;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.github.dicomweb.testdata.LargeInstance;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.stream.Collectors;

/** JSON about instances: what a search for them gives, and what a store of them answers. */
final class Listings {
  private Listings() {}

  static Content search(List<LargeInstance> instances) {
    return json(
        instances.stream()
            .map(
                i ->
                    "{\"00080016\":{\"vr\":\"UI\",\"Value\":[\"%s\"]},\"00080018\":{\"vr\":\"UI\",\"Value\":[\"%s\"]}}"
                        .formatted(i.sopClassUid(), i.sopInstanceUid()))
            .collect(Collectors.joining(",", "[", "]")));
  }

  static Content stored(List<LargeInstance> instances) {
    return json(
        instances.stream()
            .map(
                i ->
                    "{\"00081150\":{\"vr\":\"UI\",\"Value\":[\"%s\"]},\"00081155\":{\"vr\":\"UI\",\"Value\":[\"%s\"]}}"
                        .formatted(i.sopClassUid(), i.sopInstanceUid()))
            .collect(Collectors.joining(",", "{\"00081199\":{\"vr\":\"SQ\",\"Value\":[", "]}}")));
  }

  private static Content json(String text) {
    return Content.of("application/dicom+json", ByteBuffer.wrap(text.getBytes(ISO_8859_1)));
  }
}
