// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import mockwebserver3.MockResponse;
import okio.Buffer;

/** Zip archives, made by the JDK. */
final class Archives {
  private Archives() {}

  /** Lengths and checksums after each entry, as a server that streams writes it. */
  static byte[] deflated(Map<String, byte[]> files) {
    return zip(files, ZipEntry.DEFLATED);
  }

  /** Lengths and checksums before each entry. */
  static byte[] stored(Map<String, byte[]> files) {
    return zip(files, ZipEntry.STORED);
  }

  private static byte[] zip(Map<String, byte[]> files, int method) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      for (Map.Entry<String, byte[]> file : files.entrySet()) {
        ZipEntry entry = new ZipEntry(file.getKey());
        entry.setMethod(method);
        if (method == ZipEntry.STORED) {
          CRC32 crc = new CRC32();
          crc.update(file.getValue());
          entry.setCrc(crc.getValue());
          entry.setSize(file.getValue().length);
        }
        zip.putNextEntry(entry);
        zip.write(file.getValue());
        zip.closeEntry();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  static MockResponse.Builder response(byte[] archive) {
    return new MockResponse.Builder()
        .addHeader("Content-Type", "application/zip")
        .body(new Buffer().write(archive));
  }
}
