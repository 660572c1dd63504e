// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.benchmarks.server;

import io.github.dicomweb.testdata.LargeInstance;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/**
 * Instances as one multipart answer whose parts have no lengths. All have the same pixels, which
 * are in memory once, so that the server does nothing but copy into the socket.
 */
final class SeriesContent implements Content {
  private static final String BOUNDARY =
      "f3c1a7de-5b0e-4c1b-9c5b-2d1f4b6a7e90-7f6b3c1a-2b4d-4e5f-8a9b-0c1";
  private static final int MOST = 1 << 20;

  private final List<ByteBuffer> heads = new ArrayList<>();
  private final ByteBuffer pixels;
  private final ByteBuffer end = Content.direct("\r\n--" + BOUNDARY + "--\r\n");
  private final long pixelBytes;

  SeriesContent(List<LargeInstance> instances) throws IOException {
    LargeInstance first = instances.get(0);
    pixelBytes = first.length() - first.pixelOffset();
    try (InputStream in = first.open()) {
      in.skipNBytes(first.pixelOffset());
      pixels = Content.direct(in.readNBytes((int) Math.min(pixelBytes, MOST)));
    }
    for (LargeInstance instance : instances) {
      byte[] delimiter =
          ((heads.isEmpty() ? "" : "\r\n")
                  + "--"
                  + BOUNDARY
                  + "\r\nContent-Type: application/dicom\r\n\r\n")
              .getBytes(java.nio.charset.StandardCharsets.US_ASCII);
      try (InputStream in = instance.open()) {
        byte[] start = in.readNBytes((int) instance.pixelOffset());
        heads.add(
            ByteBuffer.allocateDirect(delimiter.length + start.length)
                .put(delimiter)
                .put(start)
                .flip());
      }
    }
  }

  @Override
  public String type() {
    return "multipart/related; type=\"application/dicom\"; boundary=" + BOUNDARY;
  }

  @Override
  public long length() {
    return heads.stream().mapToLong(ByteBuffer::remaining).sum()
        + heads.size() * pixelBytes
        + end.remaining();
  }

  @Override
  public void writeTo(Peer peer) throws IOException {
    for (ByteBuffer head : heads) {
      long left = pixelBytes;
      int count = (int) Math.min(left, pixels.capacity());
      peer.write(head.duplicate(), pixels.duplicate().limit(count));
      for (left -= count; left > 0; left -= count) {
        count = (int) Math.min(left, pixels.capacity());
        peer.write(pixels.duplicate().limit(count));
      }
    }
    peer.write(end.duplicate());
  }
}
