// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.internal.render;

import io.github.dicomweb.error.Warning;
import io.github.dicomweb.internal.http.Exchange;
import io.github.dicomweb.internal.http.LocalIoException;
import io.github.dicomweb.internal.http.Operation;
import io.github.dicomweb.internal.http.Transport;
import io.github.dicomweb.internal.negotiate.Gate;
import io.github.dicomweb.internal.negotiate.Ladder;
import io.github.dicomweb.internal.negotiate.Ladder.Parting;
import io.github.dicomweb.internal.retrieve.AtomicFile;
import io.github.dicomweb.media.MediaRange;
import io.github.dicomweb.media.MediaType;
import io.github.dicomweb.media.ResourceCategory;
import io.github.dicomweb.profile.Feature;
import io.github.dicomweb.retrieve.Part;
import io.github.dicomweb.retrieve.Rendered;
import io.github.dicomweb.retrieve.RenderedFile;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * Sends a request for something rendered and takes what comes.
 *
 * @param transport sends
 * @param feature what the server must offer
 * @param category what the rung of the Accept ladder is remembered for
 * @param parting one or several
 * @param types what was asked for; empty if the server chooses
 * @param exchange what is sent, but for Accept
 */
record Renderer(
    Transport transport,
    Feature feature,
    ResourceCategory category,
    Parting parting,
    List<MediaType> types,
    Exchange.Builder exchange) {

  RenderedParts open(Operation operation) {
    Gate.require(transport.profile(), feature);
    return RenderedParts.open(
        transport.send(exchange.accept(category.name(), accepts()).build(), operation),
        transport.limits(),
        types);
  }

  private List<String> accepts() {
    Ladder ladder = Ladder.of(transport.profile()).parts(parting);
    return types.isEmpty()
        ? ladder.ask(MediaRange.of(MediaType.JPEG)).orAnything().build()
        : ladder.ask(types.stream().map(MediaRange::of).toList()).build();
  }

  Rendered execute(Operation operation) {
    try (RenderedParts parts = open(operation)) {
      Part part = first(parts);
      byte[] bytes = part.readAllBytes();
      noMore(parts);
      return new Rendered(part.mediaType().orElseThrow(), bytes, parts.partial(), warnings(parts));
    }
  }

  RenderedFile saveTo(Path file, Operation operation) {
    try (RenderedParts parts = open(operation)) {
      Part part = first(parts);
      Path directory = Objects.requireNonNullElse(file.toAbsolutePath().getParent(), file);
      try (AtomicFile atomic = AtomicFile.in(directory, operation)) {
        long bytes;
        try (OutputStream out = atomic.open()) {
          bytes = part.transferTo(out);
        }
        noMore(parts);
        atomic.moveTo(file);
        return new RenderedFile(
            file, bytes, part.mediaType().orElseThrow(), parts.partial(), warnings(parts));
      } catch (IOException e) {
        throw parts.failure(new LocalIoException("the file was not written", e));
      }
    }
  }

  private static Part first(RenderedParts parts) {
    return parts.next().orElseThrow(() -> parts.failure("the multipart body has no parts", null));
  }

  /** Sees the proper end as well, which shows that nothing was cut. */
  private static void noMore(RenderedParts parts) {
    parts
        .next()
        .ifPresent(
            more -> {
              throw parts.failure(
                  "several parts came where one is wanted; open() gives them one by one", more);
            });
  }

  private List<Warning> warnings(RenderedParts parts) {
    List<Warning> all = new ArrayList<>(parts.warnings());
    if (parting == Parting.SINGLE_ONLY && parts.multipart()) {
      all.add(Warning.tolerated("a multipart body where a single part was asked for"));
    }
    return all;
  }
}
