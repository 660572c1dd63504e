// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.benchmarks.server;

import io.github.dicomweb.testdata.LargeInstance;
import io.github.dicomweb.testdata.LargeSeries;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;

/**
 * What the server has. The first segments of the path say how much of it:
 *
 * <ul>
 *   <li>{@code /series/500/…}: a series of 500 CT images, 512 × 512 in 16 bits
 *   <li>{@code /huge/2000/…}: a series of one instance of 2000 million bytes
 *   <li>{@code /studies-found/200000/…}: so many studies
 *   <li>{@code /frames/20/…}: frames, each after 20 ms
 * </ul>
 */
final class Archive {
  private static final int SIDE = 512;
  private static final int LARGEST_PAGE = 5000;

  private final Map<String, Content> contents = new ConcurrentHashMap<>();
  private final Studies studies = new Studies(LARGEST_PAGE);
  private final Content frame = Content.of(OneFrame.TYPE, Content.direct(OneFrame.body()));

  Content answer(Request request) {
    String kind = request.segment(0);
    int size = Integer.parseInt(request.segment(1));
    return switch (kind) {
      case "series" -> series(request, size);
      case "huge" ->
          kept(kind + size, () -> new SeriesContent(List.of(LargeSeries.huge(size * 1_000_000L))));
      case "studies-found" ->
          studies.page(request.number("offset", 0), request.number("limit", LARGEST_PAGE), size);
      case "frames" -> {
        long until = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(size);
        for (long now = System.nanoTime(); now < until; now = System.nanoTime()) {
          LockSupport.parkNanos(until - now);
        }
        yield frame;
      }
      default -> Content.of("text/plain", ByteBuffer.allocate(0));
    };
  }

  private Content series(Request request, int size) {
    if (request.method().equals("POST")) {
      return kept("stored" + size, () -> Listings.stored(instances(size)));
    }
    if (!request.target().contains("/instances")) {
      return kept("series" + size, () -> new SeriesContent(instances(size)));
    }
    return request.number("offset", 0) == 0
        ? kept("listed" + size, () -> Listings.search(instances(size)))
        : Listings.search(List.of());
  }

  private static List<LargeInstance> instances(int count) {
    return IntStream.rangeClosed(1, count)
        .mapToObj(number -> LargeSeries.instance(number, SIDE, SIDE))
        .toList();
  }

  private interface Maker {
    Content make() throws IOException;
  }

  private Content kept(String key, Maker maker) {
    return contents.computeIfAbsent(
        key,
        missing -> {
          try {
            return maker.make();
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        });
  }
}
