// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.internal.store;

import io.github.dicomweb.internal.multipart.MultipartWriter;
import io.github.dicomweb.internal.store.Form.PartSink;
import java.io.IOException;
import java.util.List;
import okhttp3.MediaType;
import okhttp3.RequestBody;
import okio.BufferedSink;

/** The body of a store with all instances, written from their sources while it is sent. */
final class MultipartBody extends RequestBody {
  private final Form form;
  private final List<Candidate> candidates;
  private final MultipartWriter writer;
  private final long length;
  private final UploadProgress progress;

  MultipartBody(
      Form form,
      List<Candidate> candidates,
      MultipartWriter writer,
      long length,
      UploadProgress progress) {
    this.form = form;
    this.candidates = candidates;
    this.writer = writer;
    this.length = length;
    this.progress = progress;
  }

  @Override
  public MediaType contentType() {
    return MediaType.get(writer.contentType());
  }

  @Override
  public long contentLength() {
    return length;
  }

  /**
   * The HTTP library must not send it again of its own accord: a store may have been acted upon.
   */
  @Override
  public boolean isOneShot() {
    return true;
  }

  @Override
  public void writeTo(BufferedSink sink) throws IOException {
    progress.restart();
    Upload upload = new Upload(sink, progress);
    form.write(
        candidates,
        new PartSink() {
          @Override
          public void part(Part part) throws IOException {
            writer.beginPart(sink, part.contentType(), part.location());
            upload.send(part.content());
            writer.endPart(sink);
            progress.bytes(writer.framingLength(part.contentType(), part.location()));
          }

          @Override
          public void instanceDone() {
            progress.instance();
          }
        });
    writer.finish(sink);
  }
}
