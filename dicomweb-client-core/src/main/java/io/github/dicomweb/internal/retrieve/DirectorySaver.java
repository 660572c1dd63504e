// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.internal.retrieve;

import io.github.dicomweb.dicom.part10.Part10Header;
import io.github.dicomweb.dicom.part10.Part10HeaderReader;
import io.github.dicomweb.dicom.part10.Part10Reader;
import io.github.dicomweb.error.DicomFormatException;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;

/** Puts arriving instances into files. Not thread-safe; several may share what they count in. */
final class DirectorySaver {
  private static final int LARGEST_VALUE = 1024;

  private final Places places;
  private final Tally tally;
  private final ByteBuffer buffer = ByteBuffer.allocateDirect(FileOutput.BYTES);

  DirectorySaver(Places places, Tally tally) {
    this.places = places;
    this.tally = tally;
  }

  void save(LivePart part) {
    try {
      write(part);
    } catch (IOException e) {
      throw part.notWritten(e);
    }
  }

  private void write(LivePart part) throws IOException {
    Path common = places.common();
    Files.createDirectories(common);
    try (AtomicFile atomic = part.temporaryIn(common)) {
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
      boolean whole = !part.isWholeAnswer() || !isDamaged(atomic.temporary());
      // Of the same instance on two threads at once one is the first.
      synchronized (tally) {
        Path file = place(header.orElseThrow(), instance.get());
        Files.createDirectories(Objects.requireNonNullElse(file.getParent(), common));
        atomic.moveTo(file);
        tally.saved(instance.get(), file, length, whole);
      }
    }
  }

  private Path place(Part10Header header, String instance) {
    Target target = places.target();
    String study = header.studyInstanceUid().orElse(target.study());
    String series =
        header
            .seriesInstanceUid()
            .orElse(Objects.requireNonNullElse(target.series(), "unknown-series"));
    if (!tally.has(instance)) {
      return places.file(study, series, instance);
    }
    // The same UID twice in one answer: which of the two is right is not ours to decide.
    for (int copy = 2; ; copy++) {
      Path file = places.copy(study, series, instance, copy);
      if (!Files.exists(file)) {
        return file;
      }
    }
  }

  private void keepUnidentified(LivePart part, AtomicFile atomic) throws IOException {
    Path folder = places.common().resolve("unidentified");
    Files.createDirectories(folder);
    atomic.moveTo(folder.resolve("part-" + part.index()));
    tally.unidentified(part.index());
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

  private OutputStream counting(OutputStream out) {
    return new FilterOutputStream(out) {
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
        tally.count(length);
        unreported += length;
        if (unreported >= 1 << 20) {
          unreported = 0;
          tally.report();
        }
      }
    };
  }
}
