// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.internal.zip;

import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.jspecify.annotations.Nullable;

/**
 * The bytes of one file of an archive. Its end is seen only when lengths and checksum agree. After
 * a failure each further read fails with the same.
 */
final class EntryInput extends InputStream {
  private static final int DESCRIPTOR = 0x08074b50;
  private static final int CHUNK = 8 * 1024;

  private final ArchiveInput in;
  private final LocalHeader header;
  private final Growth growth;
  private final @Nullable Inflater inflater;
  private final byte[] chunk = new byte[CHUNK];
  private final CRC32 crc = new CRC32();
  private int chunkLength;
  private long size;
  private long storedLeft;
  private boolean ended;
  private boolean left;
  private @Nullable IOException failure;

  /** Is told by how many bytes an entry has grown so far, and may find it too many. */
  interface Growth {
    void check(long bytes) throws IOException;
  }

  /** Begins after the header. */
  EntryInput(ArchiveInput in, LocalHeader header, Growth growth) {
    this.in = in;
    this.header = header;
    this.growth = growth;
    this.inflater = header.deflated() ? new Inflater(true) : null;
    this.storedLeft = header.deflated() ? 0 : header.compressed();
  }

  /** The checksum, once the end was seen. */
  long checksum() {
    return crc.getValue();
  }

  /** Reads on to the end, after which this stream gives nothing more. */
  void finish() throws IOException {
    left = true;
    byte[] unwanted = new byte[CHUNK];
    while (take(unwanted, 0, CHUNK) >= 0) {
      // only its end is of interest
    }
  }

  /** Frees what is not freed by itself. */
  void release() {
    left = true;
    if (inflater != null) {
      inflater.end();
    }
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    Objects.checkFromIndexSize(offset, length, bytes.length);
    if (left) {
      throw new IOException("this entry was closed, or the archive was read past it");
    }
    return length == 0 ? 0 : take(bytes, offset, length);
  }

  private int take(byte[] bytes, int offset, int length) throws IOException {
    if (failure != null) {
      throw failure;
    }
    if (ended) {
      return -1;
    }
    try {
      int count =
          inflater == null
              ? stored(bytes, offset, length)
              : inflate(inflater, bytes, offset, length);
      if (count < 0) {
        end();
        return -1;
      }
      size += count;
      crc.update(bytes, offset, count);
      return count;
    } catch (IOException e) {
      failure = in.typed(e);
      throw failure;
    }
  }

  private int stored(byte[] bytes, int offset, int length) throws IOException {
    if (storedLeft == 0) {
      return -1;
    }
    in.source().require(1);
    int count = in.source().read(bytes, offset, (int) Math.min(length, storedLeft));
    storedLeft -= count;
    return count;
  }

  private int inflate(Inflater from, byte[] bytes, int offset, int length) throws IOException {
    try {
      while (true) {
        int count = from.inflate(bytes, offset, length);
        if (count > 0) {
          growth.check(from.getBytesWritten() - from.getBytesRead());
          return count;
        }
        if (from.finished()) {
          in.source().skip((long) chunkLength - from.getRemaining());
          chunkLength = 0;
          return -1;
        }
        if (!from.needsInput()) {
          throw in.damaged("the deflated data of an entry of the zip archive is damaged");
        }
        refill(from);
      }
    } catch (DataFormatException e) {
      throw in.damaged("the deflated data of an entry of the zip archive is damaged");
    }
  }

  /** Only looks at the next bytes, since what follows the deflated data is not the inflater's. */
  private void refill(Inflater from) throws IOException {
    in.source().skip(chunkLength);
    chunkLength = 0;
    in.source().require(1);
    int count = (int) Math.min(CHUNK, in.source().getBuffer().size());
    chunkLength = in.source().peek().read(chunk, 0, count);
    from.setInput(chunk, 0, chunkLength);
  }

  private void end() throws IOException {
    long compressed = inflater == null ? header.compressed() : inflater.getBytesRead();
    long expectedCrc = header.crc();
    long expectedCompressed = header.compressed();
    long expectedSize = header.size();
    if (header.described()) {
      if (in.source().peek().readIntLe() == DESCRIPTOR) {
        in.source().skip(4);
      } else if (inflater == null) {
        throw in.damaged(
            "an entry of the zip archive is stored and tells its length only after itself;"
                + " it cannot be read as it arrives");
      }
      boolean wide = header.zip64() || size > 0xFFFFFFFFL || compressed > 0xFFFFFFFFL;
      expectedCrc = in.readInt();
      expectedCompressed = wide ? in.source().readLongLe() : in.readInt();
      expectedSize = wide ? in.source().readLongLe() : in.readInt();
    }
    if (compressed != expectedCompressed || size != expectedSize) {
      throw in.damaged("an entry of the zip archive is not as long as it should be");
    }
    if (crc.getValue() != expectedCrc) {
      throw in.damaged("an entry of the zip archive does not have the checksum it should have");
    }
    ended = true;
    if (inflater != null) {
      inflater.end();
    }
  }

  /** Gives the rest up; the archive is read on with the next entry. */
  @Override
  public void close() {
    left = true;
  }
}
