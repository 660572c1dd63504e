// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.internal.zip;

import io.github.dicomweb.config.Limits;
import io.github.dicomweb.config.Progress;
import io.github.dicomweb.config.ProgressListener;
import io.github.dicomweb.error.Warning;
import io.github.dicomweb.internal.http.Answer;
import io.github.dicomweb.internal.http.LocalIoException;
import io.github.dicomweb.internal.retrieve.AtomicFile;
import io.github.dicomweb.internal.retrieve.LivePart;
import io.github.dicomweb.retrieve.SavedArchive;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Keeps an archive as it came, once it has been read to its end and is whole. */
final class ArchiveSaver {
  private static final int BUFFER = 128 * 1024;
  private static final long STEP = 1 << 20;

  private final Answer answer;
  private final Limits limits;
  private final ProgressListener listener;

  ArchiveSaver(Answer answer, Limits limits, ProgressListener listener) {
    this.answer = answer;
    this.limits = limits;
    this.listener = listener;
  }

  SavedArchive save(Path file) {
    Path directory = Objects.requireNonNullElse(file.toAbsolutePath().getParent(), file);
    try (AtomicFile atomic = AtomicFile.in(directory, answer.operation())) {
      SavedArchive saved;
      try (OutputStream out = new BufferedOutputStream(atomic.open(), BUFFER)) {
        saved = copy(file, out);
      }
      atomic.moveTo(file);
      return saved;
    } catch (IOException e) {
      throw answer.failure(
          e instanceof LocalIoException ? e : new LocalIoException("the file was not written", e));
    }
  }

  private SavedArchive copy(Path file, OutputStream out) {
    Tee tee = new Tee(answer.source(), out);
    Unpackable entries = new Unpackable();
    long count = 0;
    try (LiveArchive<LivePart> archive =
        LiveArchive.open(answer, tee, limits, entries, (name, part) -> part)) {
      for (Optional<LivePart> next = archive.next(); next.isPresent(); next = archive.next()) {
        drain(next.get(), tee, count);
        count++;
        report(tee, count);
      }
      List<Warning> warnings = new ArrayList<>(archive.warnings());
      if (entries.losesOne()) {
        warnings.add(
            Warning.tolerated(
                "entries of the zip archive have the same name: unpacking keeps one of them"));
      }
      return new SavedArchive(file, count, tee.bytes(), archive.partial(), warnings);
    }
  }

  /** Reads an entry, of which only that it is whole is of interest. */
  private void drain(LivePart part, Tee tee, long count) {
    long unused =
        part.transferTo(
            new OutputStream() {
              private long reported = tee.bytes();

              @Override
              public void write(int b) {
                // it is in the file already
              }

              @Override
              public void write(byte[] bytes, int offset, int length) {
                if (tee.bytes() - reported >= STEP) {
                  reported = tee.bytes();
                  report(tee, count);
                }
              }
            });
  }

  private void report(Tee tee, long count) {
    listener.onProgress(
        new Progress(Progress.Direction.DOWNLOAD, tee.bytes(), answer.contentLength(), count));
  }
}
