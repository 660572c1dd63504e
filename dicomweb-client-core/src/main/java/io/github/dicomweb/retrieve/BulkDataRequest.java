// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.retrieve;

import io.github.dicomweb.media.MediaRange;
import io.github.dicomweb.media.MediaType;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;

/**
 * A retrieval of one value by its BulkDataURI (PS3.18 §10.4.1.1.5), that has not been sent. The URI
 * is followed as the server wrote it, to another origin without credentials, or put on the
 * configured base URL where the profile of the server says so ({@link
 * io.github.dicomweb.profile.ServerProfile#links()}). Immutable and thread-safe; each method that
 * sets something gives a changed copy.
 *
 * <p>Not meant to be implemented outside this library: methods may be added.
 */
public interface BulkDataRequest {

  /**
   * Asks for media types in their default transfer syntax.
   *
   * @param types the media types, the one that is liked best first
   * @return a changed copy
   * @throws IllegalArgumentException if there is none, or bulk data never comes in one of them
   */
  BulkDataRequest accept(MediaType... types);

  /**
   * Asks for media types in chosen transfer syntaxes. Without it the value is asked for as it is
   * stored ({@code application/octet-stream; transfer-syntax=*}), then as anything.
   *
   * @param ranges the ranges, the one that is liked best first
   * @return a changed copy
   * @throws IllegalArgumentException if there is none, or bulk data never comes in one of them
   */
  BulkDataRequest accept(MediaRange... ranges);

  /**
   * Asks for some of the bytes. A value that ends earlier gives fewer. From a server that sends the
   * whole value these bytes are taken, with a warning.
   *
   * @param first the first byte, from 0
   * @param last the last byte, which is included
   * @return a changed copy
   * @throws IllegalArgumentException if it is no range
   */
  BulkDataRequest range(long first, long last);

  /**
   * Asks for the bytes from one on.
   *
   * @param first the first byte, from 0
   * @return a changed copy
   * @throws IllegalArgumentException if it is negative
   */
  BulkDataRequest rangeFrom(long first);

  /**
   * Asks for the last bytes. If the server sends the whole value without telling its length, these
   * bytes are held in memory.
   *
   * @param count how many; a shorter value is given whole
   * @return a changed copy
   * @throws IllegalArgumentException if it is not positive
   */
  BulkDataRequest lastBytes(long count);

  /**
   * Says what a relative reference refers to. References in metadata that this client read are
   * absolute already; without this, others are relative to the base URL of the server.
   *
   * @param url the URL that the metadata came from
   * @return a changed copy
   * @throws IllegalArgumentException if it is not an HTTP or HTTPS URL
   */
  BulkDataRequest relativeTo(String url);

  /**
   * Sends the request and gives the value as it arrives. It is one part as a rule; some servers
   * send encapsulated pixel data as a part for each fragment or frame.
   *
   * @return live parts, which the caller must close
   * @throws IllegalArgumentException if the reference is none that HTTP can follow
   * @throws io.github.dicomweb.error.NotFoundException if the server does not have it
   * @throws io.github.dicomweb.error.DicomWebException if it cannot be retrieved otherwise; with
   *     status 416 if the value ends before the range begins
   */
  Parts<BulkDataPart> open();

  /**
   * As {@link #open}, on another thread.
   *
   * @return a future; cancelling it cancels the request
   */
  CompletableFuture<Parts<BulkDataPart>> openAsync();

  /**
   * Retrieves the value into a file, which appears under its name only when it is whole, and
   * replaces what was there.
   *
   * @param file the file; its directory must exist
   * @return the number of bytes
   * @throws io.github.dicomweb.error.MalformedResponseException if the value comes in several
   *     parts, or not provably whole; {@link #open} gives it with a warning then
   * @throws io.github.dicomweb.error.DicomWebException if it cannot be retrieved otherwise
   */
  long saveTo(Path file);

  /**
   * As {@link #saveTo}, on another thread.
   *
   * @param file the file
   * @return a future; cancelling it cancels the request
   */
  CompletableFuture<Long> saveToAsync(Path file);

  /**
   * Retrieves the value into memory: as much as the server sends.
   *
   * @return the bytes
   * @throws io.github.dicomweb.error.MalformedResponseException if the value comes in several
   *     parts, or not provably whole; {@link #open} gives it with a warning then
   * @throws io.github.dicomweb.error.DicomWebException if it cannot be retrieved otherwise
   */
  byte[] readAllBytes();

  /**
   * As {@link #readAllBytes}, on another thread.
   *
   * @return a future; cancelling it cancels the request
   */
  CompletableFuture<byte[]> readAllBytesAsync();
}
