// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.dicom.part10;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;

/** A value that is written without being held in memory: its bytes, and how many there are. */
public final class BulkDataContent {
  interface Opener {
    InputStream open() throws IOException;
  }

  private final Opener opener;
  private final long length;
  private final boolean fromDicomFile;

  private BulkDataContent(Opener opener, long length, boolean fromDicomFile) {
    if (length < 0) {
      throw new IllegalArgumentException("a length is never negative");
    }
    this.opener = opener;
    this.length = length;
    this.fromDicomFile = fromDicomFile;
  }

  /**
   * Bytes.
   *
   * @param bytes the value in little endian byte order, text in UTF-8; not copied
   * @return the content
   */
  public static BulkDataContent of(byte[] bytes) {
    return new BulkDataContent(() -> new ByteArrayInputStream(bytes), bytes.length, false);
  }

  /**
   * A stream.
   *
   * @param in the value in little endian byte order, text in UTF-8; closed by the writer
   * @param length how many bytes it gives at least; more are not read
   * @return the content
   * @throws IllegalArgumentException if the length is negative
   */
  public static BulkDataContent of(InputStream in, long length) {
    return new BulkDataContent(() -> in, length, false);
  }

  /**
   * A value as it lies in a DICOM file: text in the character set that the dataset names, numbers
   * in the byte order of the file.
   *
   * @param file the file, which is opened when the value is written
   * @param offset the first byte
   * @param length how many bytes there are
   * @return the content
   * @throws IllegalArgumentException if a number is negative
   */
  public static BulkDataContent ofFile(Path file, long offset, long length) {
    if (offset < 0) {
      throw new IllegalArgumentException("an offset is never negative");
    }
    return new BulkDataContent(() -> open(file, offset), length, true);
  }

  private static InputStream open(Path file, long offset) throws IOException {
    SeekableByteChannel channel = Files.newByteChannel(file);
    try {
      return Channels.newInputStream(channel.position(offset));
    } catch (IOException | RuntimeException e) {
      channel.close();
      throw e;
    }
  }

  /**
   * Opens it at its first byte; content that was made of a stream can be opened once.
   *
   * @return the stream, closed by whoever opens it; it may hold more than {@link #length} bytes
   * @throws IOException if it cannot be opened
   */
  public InputStream open() throws IOException {
    return opener.open();
  }

  /**
   * How many bytes there are.
   *
   * @return the length
   */
  public long length() {
    return length;
  }

  /**
   * Whether it is as it lies in a DICOM file, and not in little endian byte order and UTF-8.
   *
   * @return true for {@link #ofFile}
   */
  public boolean isFromDicomFile() {
    return fromDicomFile;
  }
}
