// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.internal.store;

import java.io.IOException;
import okhttp3.MediaType;
import okhttp3.RequestBody;
import okio.BufferedSink;

/** The body of a store of one instance: a DICOM file and nothing around it. */
final class SinglePartBody extends RequestBody {
  private final Content content;
  private final long length;
  private final UploadProgress progress;

  SinglePartBody(Content content, long length, UploadProgress progress) {
    this.content = content;
    this.length = length;
    this.progress = progress;
  }

  @Override
  public MediaType contentType() {
    return MediaType.get(FileForm.TYPE);
  }

  @Override
  public long contentLength() {
    return length;
  }

  /** As for {@link MultipartBody#isOneShot()}. */
  @Override
  public boolean isOneShot() {
    return true;
  }

  @Override
  public void writeTo(BufferedSink sink) throws IOException {
    progress.restart();
    new Upload(sink, progress).send(content);
    progress.instance();
  }
}
