// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.internal.http;

import io.github.dicomweb.error.TransportException.Phase;
import java.io.EOFException;
import java.io.IOException;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.util.Locale;
import javax.net.ssl.SSLPeerUnverifiedException;
import org.jspecify.annotations.Nullable;

/** Why a TLS session failed, and what can be done about it, as far as it can be told. */
final class TlsTrouble {
  private TlsTrouble() {}

  /** What goes behind a message; empty if nothing is known. */
  static String hint(IOException failure, Phase phase) {
    String known = phase == Phase.CONNECT ? atStart(failure) : "";
    // the runtime has no types for what the other side said
    String said = String.valueOf(failure.getMessage()).toLowerCase(Locale.ROOT);
    if (said.contains("alert: bad_certificate") || said.contains("alert: certificate_")) {
      known = "the server wants a client certificate, or another than the TLS settings have";
    } else if (phase == Phase.CONNECT && said.contains("unrecognized ssl message")) {
      known = "the server does not speak TLS at this port: perhaps it is plain http";
    }
    return known.isEmpty() ? "" : "; " + known;
  }

  private static String atStart(IOException failure) {
    if (failure instanceof SSLPeerUnverifiedException) {
      return "the server's certificate is not for the host of the URL";
    }
    if (caused(failure, CertificateExpiredException.class)
        || caused(failure, CertificateNotYetValidException.class)) {
      return "the server's certificate is not valid at this time";
    }
    if (caused(failure, CertificateException.class)
        || caused(failure, CertPathBuilderException.class)) {
      return "the server's certificate is of no authority trusted here: add it to the TLS settings";
    }
    return caused(failure, EOFException.class)
        ? "the server hung up: perhaps it does not speak TLS at this port"
        : "";
  }

  private static boolean caused(Throwable failure, Class<? extends Throwable> by) {
    for (@Nullable Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (by.isInstance(cause)) {
        return true;
      }
    }
    return false;
  }
}
