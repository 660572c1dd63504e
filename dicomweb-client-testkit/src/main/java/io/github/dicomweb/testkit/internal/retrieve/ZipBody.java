// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.testkit.internal.retrieve;

import io.github.dicomweb.testkit.internal.archive.InstanceIdentity;
import io.github.dicomweb.testkit.internal.archive.Links;
import io.github.dicomweb.testkit.internal.archive.StoredInstance;
import io.github.dicomweb.testkit.internal.http.AnswerBody;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import okio.BufferedSink;

/** A ZIP archive that is written entry by entry: a directory of files for each series. */
record ZipBody(List<StoredInstance> instances) implements AnswerBody {
  private static final Links PATHS = new Links("DICOM");

  /** Found by writing it once for nobody. */
  @Override
  public long length() {
    long[] length = new long[1];
    OutputStream counter =
        new OutputStream() {
          @Override
          public void write(int b) {
            length[0]++;
          }

          @Override
          public void write(byte[] bytes, int offset, int count) {
            length[0] += count;
          }
        };
    try {
      write(counter);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return length[0];
  }

  @Override
  public void writeTo(BufferedSink sink) throws IOException {
    write(sink.outputStream());
  }

  private void write(OutputStream out) throws IOException {
    ZipOutputStream zip = new ZipOutputStream(out);
    for (StoredInstance instance : instances) {
      ZipEntry entry = new ZipEntry(name(instance.identity()));
      // the time of the clock would make the two writings differ
      entry.setTime(0);
      zip.putNextEntry(entry);
      zip.write(instance.file());
      zip.closeEntry();
    }
    zip.finish();
  }

  private static String name(InstanceIdentity identity) {
    return PATHS.instance(identity) + ".dcm";
  }

  @Override
  public String toString() {
    return "ZipBody[" + instances.size() + " files]";
  }
}
