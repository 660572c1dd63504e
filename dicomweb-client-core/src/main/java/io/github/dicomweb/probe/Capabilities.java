// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.probe;

import io.github.dicomweb.error.Warning;
import io.github.dicomweb.media.MediaType;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a server says it can do. Immutable. */
public final class Capabilities {
  private final List<String> methods;
  private final @Nullable MediaType mediaType;
  private final @Nullable String document;
  private final List<Warning> warnings;

  /**
   * Creates it.
   *
   * @param methods the methods of {@code Allow}
   * @param mediaType what the document is, or null
   * @param document the document, or null
   * @param warnings what the server warned of
   */
  public Capabilities(
      List<String> methods,
      @Nullable MediaType mediaType,
      @Nullable String document,
      List<Warning> warnings) {
    this.methods = List.copyOf(methods);
    this.mediaType = mediaType;
    this.document = document;
    this.warnings = List.copyOf(warnings);
  }

  /**
   * The methods that the base URL takes.
   *
   * @return the methods that {@code Allow} names, in order; empty if it is not there
   */
  public List<String> methods() {
    return methods;
  }

  /**
   * What the document is.
   *
   * @return such as {@code application/vnd.sun.wadl+xml}, if there is one and the server says
   */
  public Optional<MediaType> mediaType() {
    return Optional.ofNullable(mediaType);
  }

  /**
   * The description of the services, as the server wrote it.
   *
   * @return the text, if there is one
   */
  public Optional<String> document() {
    return Optional.ofNullable(document);
  }

  /**
   * What the server warned of.
   *
   * @return the warnings
   */
  public List<Warning> warnings() {
    return warnings;
  }

  /** Media type and length. */
  @Override
  public String toString() {
    return "Capabilities["
        + (document == null ? "no document" : mediaType + ", " + document.length() + " characters")
        + "]";
  }
}
