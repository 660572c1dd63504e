// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.internal.retrieve;

import io.github.dicomweb.dicom.TransferSyntax;
import io.github.dicomweb.internal.http.Answer;
import io.github.dicomweb.internal.http.LocalIoException;
import io.github.dicomweb.internal.multipart.ContentType;
import io.github.dicomweb.retrieve.InstancePart;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** An instance that is arriving. */
final class LivePart implements InstancePart {
  private final Answer answer;
  private final int index;
  private final Map<String, String> headers;
  private final Optional<TransferSyntax> transferSyntax;
  private final PartBody body;

  LivePart(Answer answer, int index, Map<String, String> headers, PartBody body) {
    this.answer = answer;
    this.index = index;
    this.headers = Map.copyOf(headers);
    this.body = body;
    String type = headers.get("content-type");
    this.transferSyntax =
        Optional.ofNullable(type)
            .flatMap(ContentType::parse)
            .flatMap(t -> t.parameter("transfer-syntax"))
            .filter(uid -> !uid.equals("*"))
            .map(TransferSyntax::of);
  }

  @Override
  public int index() {
    return index;
  }

  @Override
  public Map<String, String> headers() {
    return headers;
  }

  @Override
  public Optional<TransferSyntax> transferSyntax() {
    return transferSyntax;
  }

  @Override
  public InputStream inputStream() {
    return body.inputStream();
  }

  @Override
  public long transferTo(OutputStream out) {
    try {
      return body.transferTo(new LocalOutput(out));
    } catch (IOException e) {
      throw answer.failure(e);
    }
  }

  @Override
  public byte[] readAllBytes() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    long unused = transferTo(out);
    return out.toByteArray();
  }

  @Override
  public long saveTo(Path file) {
    Path directory = Objects.requireNonNullElse(file.toAbsolutePath().getParent(), file);
    try (AtomicFile atomic = AtomicFile.in(directory)) {
      long bytes = writeTo(atomic);
      atomic.moveTo(file);
      return bytes;
    } catch (IOException e) {
      throw answer.failure(
          e instanceof LocalIoException ? e : new LocalIoException("the file was not written", e));
    }
  }

  /** Writes the part to the temporary file, which then waits for its name. */
  long writeTo(AtomicFile atomic) throws IOException {
    try (OutputStream out = atomic.open()) {
      return transferTo(out);
    }
  }

  /** Place and number of header fields. */
  @Override
  public String toString() {
    return "InstancePart[" + index + "]";
  }
}
