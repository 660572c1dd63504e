// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.internal.store;

import io.github.dicomweb.config.Progress;
import io.github.dicomweb.config.ProgressListener;
import io.github.dicomweb.internal.http.LocalIoException;
import io.github.dicomweb.internal.multipart.MultipartWriter;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import okhttp3.MediaType;
import okhttp3.RequestBody;
import okio.BufferedSink;

/**
 * The body of a store: one DICOM file a part, copied from its source while it is sent. Its length
 * is known when that of each source is.
 */
final class StoreBody extends RequestBody {
  // Some servers refuse, or drop without a word, parts whose type has parameters.
  private static final String PART_TYPE = "application/dicom";
  private static final int BUFFER = 64 * 1024;
  private static final int REPORT_EVERY = 1 << 20;

  private final List<Candidate> candidates;
  private final MultipartWriter writer;
  private final ProgressListener listener;
  private final long length;

  StoreBody(List<Candidate> candidates, MultipartWriter writer, ProgressListener listener) {
    this.candidates = candidates;
    this.writer = writer;
    this.listener = listener;
    this.length = length(candidates, writer);
  }

  private static long length(List<Candidate> candidates, MultipartWriter writer) {
    long length = writer.closingLength();
    for (Candidate candidate : candidates) {
      if (candidate.size() < 0) {
        return -1;
      }
      length += writer.framingLength(PART_TYPE, null) + candidate.size();
    }
    return length;
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
    new Writing(sink).run();
  }

  private final class Writing {
    private final BufferedSink sink;
    private final byte[] buffer = new byte[BUFFER];
    private long sent;
    private long unreported;
    private long instances;

    Writing(BufferedSink sink) {
      this.sink = sink;
    }

    void run() throws IOException {
      for (Candidate candidate : candidates) {
        try (InputStream in = open(candidate)) {
          writer.beginPart(sink, PART_TYPE, null);
          copy(candidate, in);
          writer.endPart(sink);
        }
        instances++;
        count(writer.framingLength(PART_TYPE, null));
        report();
      }
      writer.finish(sink);
    }

    private InputStream open(Candidate candidate) throws IOException {
      try {
        return candidate.source().open();
      } catch (IOException e) {
        throw new LocalIoException("a source cannot be opened any more", e);
      }
    }

    private void copy(Candidate candidate, InputStream in) throws IOException {
      long copied = 0;
      for (int n = read(in); n >= 0; n = read(in)) {
        copied += n;
        if (candidate.size() >= 0 && copied > candidate.size()) {
          throw new LocalIoException(
              "a source grew while it was sent", new IOException("longer than its size"));
        }
        sink.write(buffer, 0, n);
        count(n);
      }
      if (candidate.size() >= 0 && copied < candidate.size()) {
        throw new LocalIoException(
            "a source shrank while it was sent", new IOException("shorter than its size"));
      }
    }

    private int read(InputStream in) throws IOException {
      try {
        return in.read(buffer);
      } catch (IOException e) {
        throw new LocalIoException("a source cannot be read to its end", e);
      }
    }

    private void count(long bytes) {
      sent += bytes;
      unreported += bytes;
      if (unreported >= REPORT_EVERY) {
        report();
      }
    }

    private void report() {
      unreported = 0;
      listener.onProgress(new Progress(Progress.Direction.UPLOAD, sent, length, instances));
    }
  }
}
