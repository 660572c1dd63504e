// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.internal.retrieve;

import io.github.dicomweb.config.Progress;
import io.github.dicomweb.config.ProgressListener;
import io.github.dicomweb.dicom.part10.Part10Header;
import io.github.dicomweb.dicom.part10.Part10HeaderReader;
import io.github.dicomweb.dicom.part10.Part10Reader;
import io.github.dicomweb.error.DicomFormatException;
import io.github.dicomweb.error.Warning;
import io.github.dicomweb.retrieve.SavedInstance;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;

/** Puts arriving instances into files, and keeps count. */
final class DirectorySaver {
  private static final int LARGEST_VALUE = 1024;

  private final Path directory;
  private final Target target;
  private final ProgressListener listener;
  private final Consumer<SavedInstance> consumer;
  private final long total;
  private final ByteBuffer buffer = ByteBuffer.allocateDirect(FileOutput.BYTES);
  private final UidSet saved = new UidSet();
  private final List<Integer> unidentified = new ArrayList<>();
  private long damaged;
  private long received;
  private long bytes;

  DirectorySaver(
      Path directory,
      Target target,
      ProgressListener listener,
      Consumer<SavedInstance> consumer,
      long total) {
    this.directory = directory;
    this.target = target;
    this.listener = listener;
    this.consumer = consumer;
    this.total = total;
  }

  void save(LivePart part) throws IOException {
    Path study = directory.resolve(SafeNames.of(target.study()));
    Files.createDirectories(study);
    try (AtomicFile atomic = AtomicFile.in(study)) {
      long length;
      try (OutputStream out = counting(atomic.open(buffer))) {
        length = part.transferTo(out);
      }
      Optional<Part10Header> header = header(atomic.temporary());
      Optional<String> instance = header.flatMap(Part10Header::sopInstanceUid);
      if (instance.isEmpty()) {
        keepUnidentified(part, atomic);
        return;
      }
      if (part.isWholeAnswer() && isDamaged(atomic.temporary())) {
        damaged++;
      }
      Path file = place(header.orElseThrow(), instance.get());
      Files.createDirectories(Objects.requireNonNull(file.getParent()));
      atomic.moveTo(file);
      received++;
      report();
      consumer.accept(new SavedInstance(instance.get(), file, length));
    }
  }

  private Path place(Part10Header header, String instance) {
    String study = header.studyInstanceUid().orElse(target.study());
    String series =
        header
            .seriesInstanceUid()
            .orElse(Objects.requireNonNullElse(target.series(), "unknown-series"));
    Path folder = directory.resolve(SafeNames.of(study)).resolve(SafeNames.of(series));
    String name = SafeNames.of(instance);
    if (saved.add(instance)) {
      return folder.resolve(name + ".dcm");
    }
    // The same UID twice in one answer: which of the two is right is not ours to decide.
    for (int copy = 2; ; copy++) {
      Path file = folder.resolve(name + "~" + copy + ".dcm");
      if (!Files.exists(file)) {
        return file;
      }
    }
  }

  private void keepUnidentified(LivePart part, AtomicFile atomic) throws IOException {
    Path folder = directory.resolve(SafeNames.of(target.study())).resolve("unidentified");
    Files.createDirectories(folder);
    atomic.moveTo(folder.resolve("part-" + part.index()));
    unidentified.add(part.index());
  }

  private static Optional<Part10Header> header(Path file) throws IOException {
    try {
      return Optional.of(Part10HeaderReader.read(file));
    } catch (DicomFormatException e) {
      // Whole as a part, yet no DICOM file: the report names it.
      return Optional.empty();
    }
  }

  /**
   * A proxy may cut an answer and end it properly: then only the file can tell. Values are passed
   * over, so this costs no memory.
   */
  private static boolean isDamaged(Path file) throws IOException {
    try {
      return Part10Reader.create()
          .leaveOutValuesAbove(LARGEST_VALUE)
          .read(file)
          .problem()
          .isPresent();
    } catch (DicomFormatException e) {
      // Its header was read, so it is a DICOM file; what follows it is not.
      return true;
    }
  }

  private void report() {
    listener.onProgress(new Progress(Progress.Direction.DOWNLOAD, bytes, total, received));
  }

  private OutputStream counting(OutputStream out) {
    return new java.io.FilterOutputStream(out) {
      private long unreported;

      @Override
      public void write(int b) throws IOException {
        out.write(b);
        count(1);
      }

      @Override
      public void write(byte[] buffer, int offset, int length) throws IOException {
        out.write(buffer, offset, length);
        count(length);
      }

      private void count(int length) {
        bytes += length;
        unreported += length;
        if (unreported >= 1 << 20) {
          unreported = 0;
          report();
        }
      }
    };
  }

  boolean has(String sopInstanceUid) {
    return saved.contains(sopInstanceUid);
  }

  long received() {
    return received;
  }

  long bytes() {
    return bytes;
  }

  List<Integer> unidentified() {
    return unidentified;
  }

  /** Whether each file whose end nothing else proves is whole by its structure. */
  boolean structureIsProven() {
    return damaged == 0;
  }

  /** What a careful caller wants to know of the files. */
  List<Warning> warnings() {
    return damaged == 0
        ? List.of()
        : List.of(
            Warning.tolerated(
                damaged + " files that came as single parts are damaged: they may have been cut"));
  }
}
