// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.internal.zip;

import java.io.IOException;
import okio.Buffer;
import okio.Okio;

/**
 * What stands at the end of an archive: its directory and the record of how many entries that has.
 * Only they show that nothing was cut between two entries.
 */
final class ArchiveEnd {
  private static final int ENTRY = 0x02014b50;
  private static final int SIGNATURE = 0x05054b50;
  private static final int END64 = 0x06064b50;
  private static final int LOCATOR64 = 0x07064b50;
  private static final int END = 0x06054b50;
  private static final int IN_END64 = 0xFFFF;
  private static final int END64_LENGTH = 44;
  private static final int LOCATOR64_LENGTH = 16;

  private static final int UNIX = 3;
  private static final int FILE_TYPE = 0xF000;
  private static final int LINK = 0xA000;

  private final ArchiveInput in;
  private final Entries told;
  private final long entries;
  private final long checksums;
  private long listed;
  private long listedChecksums;
  private long total64 = -1;

  /**
   * Knows what came.
   *
   * @param told is told of each entry
   * @param entries how many entries
   * @param checksums the sum of their checksums
   */
  ArchiveEnd(ArchiveInput in, Entries told, long entries, long checksums) {
    this.in = in;
    this.told = told;
    this.entries = entries;
    this.checksums = checksums;
  }

  /**
   * Reads it, after its first signature, and whatever follows.
   *
   * @return whether something followed
   */
  boolean read(int first) throws IOException {
    int signature = first;
    while (signature != END) {
      switch (signature) {
        case ENTRY -> entry();
        case SIGNATURE -> in.source().skip(in.readShort());
        case END64 -> end64();
        case LOCATOR64 -> in.source().skip(LOCATOR64_LENGTH);
        default ->
            throw in.damaged("something else stands where an entry of the zip archive should");
      }
      signature = in.source().readIntLe();
    }
    end();
    return in.source().readAll(Okio.blackhole()) > 0;
  }

  private void entry() throws IOException {
    int madeBy = in.readShort();
    in.source().skip(10);
    listedChecksums += in.readInt();
    in.source().skip(8);
    int nameLength = in.readShort();
    int extraLength = in.readShort();
    int commentLength = in.readShort();
    in.source().skip(4);
    long attributes = in.readInt();
    in.source().skip(4);
    String name = in.source().readUtf8(nameLength);
    Buffer extra = ExtraFields.read(in, extraLength);
    in.source().skip(commentLength);
    boolean link = madeBy >> 8 == UNIX && (attributes >> 16 & FILE_TYPE) == LINK;
    told.listed(in, name, link);
    String other = ExtraFields.otherName(extra);
    if (other != null) {
      told.named(in, other);
    }
    listed++;
  }

  private void end64() throws IOException {
    long length = in.source().readLongLe();
    if (length < END64_LENGTH) {
      throw in.damaged("the end of the zip archive is damaged");
    }
    in.source().skip(20);
    total64 = in.source().readLongLe();
    in.source().skip(length - 28);
  }

  private void end() throws IOException {
    in.source().skip(6);
    int total = in.readShort();
    in.source().skip(8);
    in.source().skip(in.readShort());
    boolean elsewhere = total64 >= 0 && total == IN_END64;
    boolean agrees = elsewhere ? total64 == listed : total == (listed & 0xFFFF);
    if (!agrees || listed != entries || listedChecksums != checksums) {
      throw in.damaged("the directory of the zip archive lists other entries than came");
    }
  }
}
