// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.cli.command;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Files to be stored, parted into requests. */
final class Batches {
  private Batches() {}

  /**
   * All files, those of directories in the order of their names; links to directories are not
   * followed.
   */
  static List<Path> files(List<Path> paths) throws IOException {
    List<Path> files = new ArrayList<>();
    for (Path path : paths) {
      if (!Files.isDirectory(path)) {
        if (!Files.exists(path)) {
          throw new NoSuchFileException(path.toString());
        }
        files.add(path);
        continue;
      }
      List<Path> found = new ArrayList<>();
      Files.walkFileTree(
          path,
          new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
              if (!Files.isDirectory(file)) {
                found.add(file);
              }
              return FileVisitResult.CONTINUE;
            }
          });
      Collections.sort(found);
      files.addAll(found);
    }
    return files;
  }

  /** Parts files in their order; each part has one at least. */
  static List<List<Path>> of(List<Path> files, long bytes, int count) throws IOException {
    List<List<Path>> batches = new ArrayList<>();
    List<Path> batch = new ArrayList<>();
    long size = 0;
    for (Path file : files) {
      long length = Files.size(file);
      if (!batch.isEmpty() && (batch.size() == count || size + length > bytes)) {
        batches.add(batch);
        batch = new ArrayList<>();
        size = 0;
      }
      batch.add(file);
      size += length;
    }
    if (!batch.isEmpty()) {
      batches.add(batch);
    }
    return batches;
  }
}
