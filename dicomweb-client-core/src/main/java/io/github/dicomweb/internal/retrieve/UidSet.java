// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.internal.retrieve;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * Remembers which UIDs were seen, in 16 bytes each: a study of a million instances must not cost
 * hundreds of megabytes just to be counted. Holds digests, so it cannot list what it holds.
 */
public final class UidSet {
  private final MessageDigest digest;
  private long[] table = new long[256];
  private int size;

  /** Creates an empty one. */
  public UidSet() {
    try {
      digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  /** Adds a UID; false if it was there. */
  public boolean add(String uid) {
    if (size * 4 >= table.length) {
      grow();
    }
    byte[] hash = hash(uid);
    int slot = find(table, bits(hash, 0), low(hash));
    if (table[slot + 1] != 0) {
      return false;
    }
    table[slot] = bits(hash, 0);
    table[slot + 1] = low(hash);
    size++;
    return true;
  }

  boolean contains(String uid) {
    byte[] hash = hash(uid);
    return table[find(table, bits(hash, 0), low(hash)) + 1] != 0;
  }

  private byte[] hash(String uid) {
    return digest.digest(uid.getBytes(StandardCharsets.UTF_8));
  }

  /** Never 0, which marks a free slot. */
  private static long low(byte[] hash) {
    return bits(hash, 8) | 1;
  }

  private static long bits(byte[] hash, int from) {
    long value = 0;
    for (int i = 0; i < 8; i++) {
      value = value << 8 | (hash[from + i] & 0xFF);
    }
    return value;
  }

  private static int find(long[] table, long high, long low) {
    int mask = table.length / 2 - 1;
    for (int i = (int) high & mask; ; i = (i + 1) & mask) {
      int slot = 2 * i;
      if (table[slot + 1] == 0 || (table[slot] == high && table[slot + 1] == low)) {
        return slot;
      }
    }
  }

  private void grow() {
    long[] larger = new long[table.length * 2];
    for (int i = 0; i < table.length; i += 2) {
      if (table[i + 1] != 0) {
        int slot = find(larger, table[i], table[i + 1]);
        larger[slot] = table[i];
        larger[slot + 1] = table[i + 1];
      }
    }
    table = larger;
  }
}
