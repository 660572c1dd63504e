// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.internal.zip;

import io.github.dicomweb.config.Limits;
import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import okio.Source;
import org.jspecify.annotations.Nullable;

/**
 * Reads a zip archive file by file as it arrives, in constant memory.
 *
 * <p>That an archive can be read at all from its beginning is more than its format promises, and
 * the JDK's stream takes whatever is not a header for the end. Here the directory that stands at
 * the end of every archive has to be seen, and to agree with what came before.
 *
 * <p>Not thread-safe.
 */
final class ArchiveReader {
  private static final int LOCAL = 0x04034b50;

  private final ArchiveInput in;
  private final Limits limits;
  private final Entries told;
  private long entries;
  private long checksums;
  private long grownBefore;
  private long growing;
  private boolean ended;
  private boolean trailed;
  private @Nullable EntryInput current;
  private @Nullable IOException failure;

  /**
   * Starts at the beginning.
   *
   * @param source the archive
   * @param limits the limits of what is read
   * @param told is told of each entry
   */
  ArchiveReader(Source source, Limits limits, Entries told) {
    this.in = new ArchiveInput(source);
    this.limits = limits;
    this.told = told;
  }

  /** The next file with its header, or null once the end of the archive was seen. */
  @Nullable LocalHeader next() throws IOException {
    if (failure != null) {
      throw failure;
    }
    if (ended) {
      return null;
    }
    try {
      finishCurrent();
      int signature = in.source().readIntLe();
      if (signature != LOCAL) {
        trailed = new ArchiveEnd(in, told, entries, checksums).read(signature);
        ended = true;
        return null;
      }
      if (++entries > limits.parts()) {
        throw in.damaged("more entries in a zip archive than allowed");
      }
      LocalHeader header = LocalHeader.read(in, told);
      current = new EntryInput(in, header, this::check);
      return header;
    } catch (IOException e) {
      failure = in.typed(e);
      throw failure;
    }
  }

  private void finishCurrent() throws IOException {
    EntryInput entry = current;
    if (entry != null) {
      entry.finish();
      checksums += entry.checksum();
      grownBefore += Math.max(0, growing);
      growing = 0;
      current = null;
    }
  }

  private void check(long growing) throws IOException {
    this.growing = growing;
    if (grownBefore + growing > limits.inflatedBytes()) {
      throw in.damaged("a zip archive grows more than allowed");
    }
  }

  /** The bytes of the file whose header was given last. */
  InputStream bytes() {
    return Objects.requireNonNull(current);
  }

  /** Whether something stood after the end of the archive. */
  boolean trailed() {
    return trailed;
  }

  /** Frees what the current entry holds. */
  void release() {
    if (current != null) {
      current.release();
    }
  }
}
