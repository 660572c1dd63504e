// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.internal.render;

import io.github.dicomweb.internal.http.Operation;
import io.github.dicomweb.internal.http.Transport;
import io.github.dicomweb.retrieve.Part;
import io.github.dicomweb.retrieve.Parts;
import io.github.dicomweb.retrieve.Rendered;
import io.github.dicomweb.retrieve.RenderedCall;
import io.github.dicomweb.retrieve.RenderedFile;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;

/** The terminal calls that all requests for something rendered have. */
abstract class RenderedTerminal implements RenderedCall {
  final Transport transport;

  RenderedTerminal(Transport transport) {
    this.transport = transport;
  }

  /** What sends the request as it is now. */
  abstract Renderer renderer();

  @Override
  public final Rendered execute() {
    return renderer().execute(new Operation());
  }

  @Override
  public final CompletableFuture<Rendered> executeAsync() {
    return Operation.async(transport.executor(), operation -> renderer().execute(operation));
  }

  @Override
  public final RenderedFile saveTo(Path file) {
    return renderer().saveTo(file, new Operation());
  }

  @Override
  public final CompletableFuture<RenderedFile> saveToAsync(Path file) {
    return Operation.async(transport.executor(), operation -> renderer().saveTo(file, operation));
  }

  /** For requests that may be answered by several images. */
  public final Parts<Part> open() {
    return renderer().open(new Operation());
  }

  /** As {@link #open}, on another thread. */
  public final CompletableFuture<Parts<Part>> openAsync() {
    return Operation.async(transport.executor(), operation -> renderer().open(operation));
  }
}
