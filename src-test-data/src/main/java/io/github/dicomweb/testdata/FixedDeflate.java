// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.testdata;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;

/**
 * A small deflate compressor (RFC 1951) with the fixed Huffman codes.
 *
 * <p>{@link java.util.zip.Deflater} gives other octets with another zlib underneath; the committed
 * files must come out the same everywhere.
 */
final class FixedDeflate {
  private static final int[] LENGTH_BASE = {
    3, 4, 5, 6, 7, 8, 9, 10, 11, 13, 15, 17, 19, 23, 27, 31, 35, 43, 51, 59, 67, 83, 99, 115, 131,
    163, 195, 227, 258
  };
  private static final int[] DISTANCE_BASE = {
    1, 2, 3, 4, 5, 7, 9, 13, 17, 25, 33, 49, 65, 97, 129, 193, 257, 385, 513, 769, 1025, 1537, 2049,
    3073, 4097, 6145, 8193, 12289, 16385, 24577
  };
  private static final int WINDOW = 32768;
  private static final int LONGEST = 258;

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private int pending;
  private int pendingBits;

  private FixedDeflate() {}

  static byte[] deflate(byte[] in) {
    FixedDeflate deflate = new FixedDeflate();
    deflate.block(in);
    return deflate.out.toByteArray();
  }

  private void block(byte[] in) {
    bits(1, 1);
    bits(1, 2);
    int[] seen = new int[1 << 13];
    Arrays.fill(seen, -1);
    int at = 0;
    while (at < in.length) {
      int match = 0;
      int distance = 0;
      if (at + 2 < in.length) {
        int key = key(in, at);
        int earlier = seen[key];
        seen[key] = at;
        if (earlier >= 0 && at - earlier <= WINDOW) {
          match = common(in, earlier, at);
          distance = at - earlier;
        }
      }
      if (match >= 3) {
        copy(match, distance);
        at += match;
      } else {
        symbol(in[at] & 0xFF);
        at++;
      }
    }
    symbol(256);
    bits(0, (8 - pendingBits) % 8);
  }

  private static int key(byte[] in, int at) {
    int three = ((in[at] & 0xFF) << 16) | ((in[at + 1] & 0xFF) << 8) | (in[at + 2] & 0xFF);
    return (three * 0x9E3779B1) >>> 19;
  }

  private static int common(byte[] in, int earlier, int at) {
    int end = Math.min(in.length - at, LONGEST);
    int length = 0;
    while (length < end && in[earlier + length] == in[at + length]) {
      length++;
    }
    return length;
  }

  private void copy(int length, int distance) {
    int code = lastNotAbove(LENGTH_BASE, length);
    symbol(257 + code);
    int extra = code < 8 || code == 28 ? 0 : code / 4 - 1;
    bits(length - LENGTH_BASE[code], extra);
    int far = lastNotAbove(DISTANCE_BASE, distance);
    huffman(far, 5);
    bits(distance - DISTANCE_BASE[far], far < 4 ? 0 : far / 2 - 1);
  }

  private static int lastNotAbove(int[] bases, int value) {
    int found = Arrays.binarySearch(bases, value);
    return found >= 0 ? found : -found - 2;
  }

  private void symbol(int value) {
    if (value < 144) {
      huffman(0x30 + value, 8);
    } else if (value < 256) {
      huffman(0x190 + value - 144, 9);
    } else if (value < 280) {
      huffman(value - 256, 7);
    } else {
      huffman(0xC0 + value - 280, 8);
    }
  }

  private void huffman(int code, int length) {
    // RFC 1951 §3.1.1: Huffman codes go out with the most significant bit first, all else reversed
    bits(Integer.reverse(code) >>> (32 - length), length);
  }

  private void bits(int value, int count) {
    pending |= value << pendingBits;
    pendingBits += count;
    while (pendingBits >= 8) {
      out.write(pending & 0xFF);
      pending >>>= 8;
      pendingBits -= 8;
    }
  }
}
