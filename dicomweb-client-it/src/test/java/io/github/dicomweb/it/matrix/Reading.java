// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.it.matrix;

import io.github.dicomweb.dicom.Dataset;
import io.github.dicomweb.error.DicomWebException;
import io.github.dicomweb.error.Warning;
import io.github.dicomweb.it.matrix.Outcome.End;
import io.github.dicomweb.retrieve.ArchiveEntry;
import io.github.dicomweb.retrieve.MetadataAnswer;
import io.github.dicomweb.retrieve.Part;
import io.github.dicomweb.retrieve.Parts;
import io.github.dicomweb.retrieve.RetrieveReport;
import io.github.dicomweb.retrieve.Verdict;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** Reads what retrievals give in each of their ways, and tells what is seen of it. */
final class Reading {
  private Reading() {}

  /** Parts, each read to its end. */
  static Outcome parts(Supplier<? extends Parts<? extends Part>> open) {
    return each(open, part -> ByteBuffer.wrap(part.readAllBytes()));
  }

  /** Datasets. */
  static Outcome datasets(Supplier<Parts<Dataset>> open, UnaryOperator<Dataset> change) {
    return each(open, change::apply);
  }

  /** Datasets that come all together. */
  static Outcome datasetsAtOnce(Supplier<MetadataAnswer> call, UnaryOperator<Dataset> change) {
    try {
      MetadataAnswer answer = call.get();
      List<Dataset> content = answer.datasets().stream().map(change).toList();
      return answer.state() == MetadataAnswer.State.RECEIVED
          ? Outcome.ended(content, answer.warnings())
          : new Outcome(content, End.CUT, answer.warnings(), null);
    } catch (DicomWebException e) {
      return Outcome.failed(List.of(), List.of(), e);
    }
  }

  /** Files of an archive, each read to its end. */
  static Outcome entries(Supplier<Parts<ArchiveEntry>> open) {
    return each(open, entry -> ByteBuffer.wrap(entry.readAllBytes()));
  }

  private static <P> Outcome each(
      Supplier<? extends Parts<? extends P>> open, Function<P, Object> read) {
    List<Object> content = new ArrayList<>();
    try (Parts<? extends P> parts = open.get()) {
      try {
        for (P part : parts) {
          content.add(read.apply(part));
        }
      } catch (DicomWebException e) {
        if (parts.ended()) {
          throw new AssertionError("the end was told behind a failure", e);
        }
        return Outcome.failed(content, parts.warnings(), e);
      }
      if (!parts.ended() || parts.partial()) {
        return new Outcome(content, End.CUT, parts.warnings(), null);
      }
      return Outcome.ended(content, parts.warnings());
    } catch (DicomWebException e) {
      return Outcome.failed(content, List.of(), e);
    }
  }

  /** A directory of instances, in no order. */
  static Outcome report(Path directory, Supplier<RetrieveReport> save) throws IOException {
    try {
      RetrieveReport report = save.get();
      End end =
          switch (report.verdict()) {
            case COMPLETE -> End.PROVEN;
            case UNKNOWN -> End.DOUBTFUL;
            case INCOMPLETE -> End.CUT;
          };
      return new Outcome(files(directory), end, report.warnings(), report.failure().orElse(null));
    } catch (DicomWebException e) {
      return Outcome.failed(files(directory), List.of(), e);
    }
  }

  /** Whatever lies in a directory, temporary files as well. */
  private static List<ByteBuffer> files(Path directory) throws IOException {
    List<ByteBuffer> files = new ArrayList<>();
    try (Stream<Path> paths = Files.walk(directory)) {
      for (Path path : paths.filter(Files::isRegularFile).toList()) {
        files.add(ByteBuffer.wrap(Files.readAllBytes(path)));
      }
    }
    return files.stream().sorted().toList();
  }

  /** One thing in memory, which has warnings. */
  static <T> Outcome value(
      Supplier<T> call, Function<T, byte[]> bytes, Function<T, List<Warning>> warnings) {
    return value(call, bytes, warnings, unused -> Verdict.COMPLETE);
  }

  /** One thing in memory, which has a verdict as well. */
  static <T> Outcome value(
      Supplier<T> call,
      Function<T, byte[]> bytes,
      Function<T, List<Warning>> warnings,
      Function<T, Verdict> verdict) {
    try {
      T value = call.get();
      return agreeing(
          List.of(ByteBuffer.wrap(bytes.apply(value))),
          warnings.apply(value),
          verdict.apply(value));
    } catch (DicomWebException e) {
      return Outcome.failed(List.of(), List.of(), e);
    }
  }

  /** One thing in a file of a directory in which nothing else is. */
  static <T> Outcome file(
      Path directory,
      Function<Path, T> save,
      Function<T, List<Warning>> warnings,
      Function<T, Verdict> verdict)
      throws IOException {
    try {
      T saved = save.apply(directory.resolve("file"));
      return agreeing(files(directory), warnings.apply(saved), verdict.apply(saved));
    } catch (DicomWebException e) {
      return Outcome.failed(files(directory), List.of(), e);
    }
  }

  /** Where there is a verdict it must not say more than the warnings do. */
  private static Outcome agreeing(List<?> content, List<Warning> warnings, Verdict verdict) {
    Outcome seen = Outcome.ended(content, warnings);
    return switch (verdict) {
      case COMPLETE -> seen;
      case UNKNOWN -> new Outcome(content, End.DOUBTFUL, warnings, null);
      case INCOMPLETE -> new Outcome(content, End.CUT, warnings, null);
    };
  }
}
