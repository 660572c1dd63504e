// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.internal.zip;

import io.github.dicomweb.internal.retrieve.LivePart;
import io.github.dicomweb.retrieve.ArchiveEntry;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;

/** A file of an archive that is arriving. */
record LiveEntry(String name, LivePart part) implements ArchiveEntry {
  @Override
  public int index() {
    return part.index();
  }

  @Override
  public InputStream inputStream() {
    return part.inputStream();
  }

  @Override
  public long transferTo(OutputStream out) {
    return part.transferTo(out);
  }

  @Override
  public byte[] readAllBytes() {
    return part.readAllBytes();
  }

  @Override
  public long saveTo(Path file) {
    return part.saveTo(file);
  }

  /** Its place, not its name. */
  @Override
  public String toString() {
    return "ArchiveEntry[" + index() + "]";
  }
}
