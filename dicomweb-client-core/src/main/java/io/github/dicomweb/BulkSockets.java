// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb;

import io.github.dicomweb.internal.http.BulkSocketFactory;
import javax.net.SocketFactory;

/**
 * Sockets for transfers of much data: they read up to 128 KiB at a time and write up to 64 KiB
 * where OkHttp asks for 8, and send at once (TCP_NODELAY). A client without an HTTP client of the
 * application's uses them; one that is given with {@link DicomWebClientBuilder#httpClient} keeps
 * its own, unless the application sets these:
 *
 * <pre>{@code
 * new OkHttpClient.Builder().socketFactory(BulkSockets.factory()).build()
 * }</pre>
 */
public final class BulkSockets {
  private BulkSockets() {}

  /**
   * The factory.
   *
   * @return a factory of plain sockets, for plain HTTP and as what TLS is put upon; any thread may
   *     use it
   */
  public static SocketFactory factory() {
    return BulkSocketFactory.INSTANCE;
  }
}
