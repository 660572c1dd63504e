// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.internal.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dicomweb.error.TransportException.Phase;
import java.io.EOFException;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;
import org.junit.jupiter.api.Test;

/** Failures of a session that was there already: TlsFailureTest has those of one that never was. */
class TlsTroubleTest {
  private static String said(SSLException failure, Phase phase) {
    Exchange exchange = Exchange.get(Service.SEARCH).path("studies").build();
    return String.valueOf(
        ErrorMapper.map(failure, exchange, phase, new Operation(), null).getMessage());
  }

  @Test
  void sessionThatBreaks_isNotTakenForAServerWithoutTls() {
    SSLException broken = new SSLException("cut", new EOFException());
    for (Phase phase : Phase.values()) {
      assertThat(said(broken, phase).contains("hung up")).isEqualTo(phase == Phase.CONNECT);
    }
    assertThat(said(broken, Phase.BODY))
        .isEqualTo("GET /studies: the TLS session failed while the answer was read");
  }

  /** With TLS 1.3 the client has sent its request before the server has looked at it. */
  @Test
  void clientCertificate_thatIsWantedLate_isNamed() {
    assertThat(
            said(
                new SSLHandshakeException("Received fatal alert: certificate_required"),
                Phase.FIRST_BYTE))
        .endsWith("the server wants a client certificate, or another than the TLS settings have");
  }
}
