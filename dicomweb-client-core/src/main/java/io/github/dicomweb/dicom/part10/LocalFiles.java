// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.dicom.part10;

import io.github.dicomweb.dicom.BulkDataElement;
import io.github.dicomweb.dicom.BulkDataReference;
import io.github.dicomweb.error.DicomFormatException;
import java.io.IOException;
import java.net.URI;
import java.nio.file.FileSystemNotFoundException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Parts of files at or below one place. */
final class LocalFiles implements BulkDataResolver {
  private final Path root;

  LocalFiles(Path root) {
    this.root = root;
  }

  @Override
  public BulkDataContent resolve(BulkDataElement element, String path) throws IOException {
    BulkDataReference reference = element.reference();
    Path file = file(reference.uri(), path);
    // links are followed first: they may lead out of the directory
    if (!Files.isRegularFile(file) || !file.toRealPath().startsWith(root.toRealPath())) {
      throw refused(path);
    }
    long size = Files.size(file);
    long offset = reference.offset().orElse(0);
    long length = reference.length().orElse(Math.max(0, size - offset));
    if (offset > size || length > size - offset) {
      throw DicomFormatException.ofValue("a reference beyond the end of its file", path);
    }
    return BulkDataContent.ofFile(file, offset, length);
  }

  private static Path file(String uri, String path) {
    int query = uri.indexOf('?');
    try {
      URI file = URI.create(query < 0 ? uri : uri.substring(0, query));
      if ("file".equalsIgnoreCase(file.getScheme())) {
        return Path.of(file);
      }
    } catch (IllegalArgumentException | FileSystemNotFoundException e) {
      // neither it nor its message: both carry the reference
      throw refused(path);
    }
    throw refused(path);
  }

  private static DicomFormatException refused(String path) {
    return DicomFormatException.ofValue("a reference to no file that may be read", path);
  }
}
