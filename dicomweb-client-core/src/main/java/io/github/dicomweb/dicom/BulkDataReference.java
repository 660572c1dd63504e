// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.dicom;

import java.net.URI;
import java.util.OptionalLong;

/**
 * Where a value is that is not in the dataset: a BulkDataURI (PS3.18 §F.2.6), kept as the server
 * wrote it, or a part of a file.
 */
public final class BulkDataReference {
  private final String uri;

  private BulkDataReference(String uri) {
    this.uri = uri;
  }

  /**
   * A reference.
   *
   * @param uri absolute or relative to the address of the metadata
   * @return the reference
   * @throws IllegalArgumentException if the text is blank
   */
  public static BulkDataReference of(String uri) {
    if (uri.isBlank()) {
      throw new IllegalArgumentException("a bulk data URI is never blank");
    }
    return new BulkDataReference(uri);
  }

  /**
   * A part of a file, as {@code file:…?offset=…&length=…}.
   *
   * @param file the URI of the file
   * @param offset the first byte of the value
   * @param length the bytes of the value
   * @return the reference
   */
  public static BulkDataReference ofFile(URI file, long offset, long length) {
    return new BulkDataReference(file + "?offset=" + offset + "&length=" + length);
  }

  /**
   * The URI as it was written; not necessarily one that {@link URI} accepts.
   *
   * @return the text
   */
  public String uri() {
    return uri;
  }

  /**
   * The first byte of the value, of a reference that has the parameter {@code offset}.
   *
   * @return the offset, if there is one
   */
  public OptionalLong offset() {
    return parameter("offset");
  }

  /**
   * The bytes of the value, of a reference that has the parameter {@code length}.
   *
   * @return the length, if there is one
   */
  public OptionalLong length() {
    return parameter("length");
  }

  private OptionalLong parameter(String name) {
    int query = uri.indexOf('?');
    if (query >= 0) {
      for (String pair : uri.substring(query + 1).split("&")) {
        if (pair.startsWith(name + "=") && pair.substring(name.length() + 1).matches("\\d{1,18}")) {
          return OptionalLong.of(Long.parseLong(pair.substring(name.length() + 1)));
        }
      }
    }
    return OptionalLong.empty();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof BulkDataReference reference && reference.uri.equals(uri);
  }

  @Override
  public int hashCode() {
    return uri.hashCode();
  }

  /** Without the URI, which carries identifiers. */
  @Override
  public String toString() {
    return "BulkDataReference";
  }
}
