// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.internal.retrieve;

import io.github.dicomweb.dicom.TransferSyntax;
import io.github.dicomweb.error.DicomWebException;
import io.github.dicomweb.internal.http.Answer;
import io.github.dicomweb.internal.http.LocalIoException;
import io.github.dicomweb.media.MediaType;
import io.github.dicomweb.retrieve.Part;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** A part that is arriving. */
public class LivePart implements Part {
  private final Answer answer;
  private final int index;
  private final PartDescription description;
  private final PartBody body;

  LivePart(Answer answer, int index, PartDescription description, PartBody body) {
    this.answer = answer;
    this.index = index;
    this.description = description;
    this.body = body;
  }

  /** The same part, for a subclass that knows what it is. */
  protected LivePart(LivePart part) {
    this(part.answer, part.index, part.description, part.body);
  }

  /**
   * A part of a body that is neither multipart nor a single part.
   *
   * @param answer the answer, which tells what failures mean
   * @param index its place
   * @param in its bytes
   */
  public static LivePart of(Answer answer, int index, InputStream in) {
    return new LivePart(answer, index, new PartDescription(Map.of(), null), new StreamBody(in));
  }

  /** The same part at another place, for an answer that came in several. */
  protected LivePart(LivePart part, int index) {
    this(part.answer, index, part.description, part.body);
  }

  /** The same part with other bytes, for a subclass that knows which of them are wanted. */
  protected LivePart(LivePart part, InputStream bytes) {
    this(part.answer, part.index, part.description, new StreamBody(bytes));
  }

  @Override
  public final int index() {
    return index;
  }

  @Override
  public final Map<String, String> headers() {
    return description.headers();
  }

  @Override
  public final Optional<MediaType> mediaType() {
    return description.mediaType();
  }

  @Override
  public final Optional<TransferSyntax> transferSyntax() {
    return description.transferSyntax();
  }

  @Override
  public final Optional<String> contentLocation() {
    return description.location(answer.url());
  }

  @Override
  public final InputStream inputStream() {
    return body.inputStream();
  }

  @Override
  public final long transferTo(OutputStream out) {
    try {
      return body.transferTo(new LocalOutput(out));
    } catch (IOException e) {
      throw answer.failure(e);
    }
  }

  @Override
  public final byte[] readAllBytes() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    long unused = transferTo(out);
    return out.toByteArray();
  }

  @Override
  public final long saveTo(Path file) {
    return saveTo(file, () -> {});
  }

  /**
   * Writes the part to a file, which gets its name only after a check.
   *
   * @param file the file
   * @param check throws if the file is not to appear
   */
  protected final long saveTo(Path file, Runnable check) {
    Path directory = Objects.requireNonNullElse(file.toAbsolutePath().getParent(), file);
    try (AtomicFile atomic = temporaryIn(directory)) {
      long bytes = writeTo(atomic);
      check.run();
      atomic.moveTo(file);
      return bytes;
    } catch (IOException e) {
      throw notWritten(e);
    }
  }

  /** A file to write it to that is taken away if the retrieval is ended. */
  final AtomicFile temporaryIn(Path directory) throws IOException {
    return AtomicFile.in(directory, answer.operation());
  }

  /** What it means that it could not be written. */
  final DicomWebException notWritten(IOException failure) {
    return answer.failure(
        failure instanceof LocalIoException
            ? failure
            : new LocalIoException("the file was not written", failure));
  }

  /** Whether nothing but the end of the answer ends it. */
  final boolean isWholeAnswer() {
    return body.isWholeAnswer();
  }

  /** Writes the part to the temporary file, which then waits for its name. */
  public final long writeTo(AtomicFile atomic) throws IOException {
    try (OutputStream out = atomic.open()) {
      return transferTo(out);
    }
  }

  /** Kind and place. */
  @Override
  public String toString() {
    return "Part[" + index + "]";
  }
}
