// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.benchmarks.worker;

import io.github.dicomweb.BulkSockets;
import java.io.IOException;

/** All ways by name. */
final class Ways {
  private Ways() {}

  static Way of(String name, Setup setup) throws IOException {
    return switch (name) {
      case "drain-socket" -> new SocketDrain(setup);
      case "drain-okhttp" -> Bare.drain(setup, client -> {});
      case "drain-okhttp-read-ahead" ->
          Bare.drain(setup, client -> client.socketFactory(BulkSockets.factory()));
      case "drain-okhttp-multipart" -> Bare.multipart(setup);
      case "drain" -> Parted.transferred(setup);
      case "drain-side-by-side" -> new SideBySide(setup);
      case "read" -> Parted.read(setup);
      case "read-bytes" -> Parted.byteByByte(setup);
      case "read-bytes-unbuffered" -> Parted.byteByByteUnbuffered(setup);
      case "read-bytes-of-nothing" -> new NothingByByte(setup);
      case "save-okhttp" -> Bare.save(setup);
      case "save" -> new Saved(setup);
      case "store-okhttp" -> Bare.upload(setup);
      case "store" -> new Stored(setup);
      case "search-tokens" -> new Tokens(setup);
      case "search" -> new Searched(setup);
      case "search-held" -> new HeldResults(setup);
      case "frames" -> new Frames(setup);
      case "json-read" -> CodeWay.jsonRead(setup);
      case "json-write" -> CodeWay.jsonWritten(setup);
      case "headers" -> CodeWay.headersRead(setup);
      default -> throw new IllegalArgumentException("no such way: " + name);
    };
  }
}
