// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.cloud.internal;

import io.github.dicomweb.error.CredentialsException;
import io.github.dicomweb.error.CredentialsException.Reason;
import java.io.IOException;
import java.io.InterruptedIOException;
import org.jspecify.annotations.Nullable;

/**
 * Failures of vendors' libraries in our words. Their messages may quote answers and tokens, so what
 * they threw is not kept as a cause; what the network threw beneath it is.
 */
public final class Failures {
  private static final int DEPTH = 16;

  private Failures() {}

  /**
   * What to throw.
   *
   * @param issuer who issues the credentials
   * @param failure what the vendor's library threw
   * @param otherwise what it means unless the network failed
   * @param advice what the user can do then
   * @return the exception
   */
  public static CredentialsException of(
      String issuer, Throwable failure, Reason otherwise, String advice) {
    IOException network = network(failure);
    if (network instanceof InterruptedIOException
        && !(network instanceof java.net.SocketTimeoutException)) {
      return new CredentialsException(
          "getting credentials of " + issuer + " was interrupted", Reason.CANCELLED, null, network);
    }
    if (network != null) {
      return new CredentialsException(
          "whoever issues credentials of " + issuer + " cannot be reached: try later",
          Reason.UNAVAILABLE,
          null,
          network);
    }
    return new CredentialsException(
        "no credentials of "
            + issuer
            + " could be had ("
            + failure.getClass().getSimpleName()
            + "): "
            + advice,
        otherwise,
        null,
        null);
  }

  private static @Nullable IOException network(Throwable failure) {
    Throwable at = failure;
    for (int i = 0; at != null && i < DEPTH; i++) {
      String from = at.getClass().getPackageName();
      if (at instanceof InterruptedIOException interrupted) {
        return interrupted;
      }
      if (at instanceof IOException io
          && (from.equals("java.net") || from.equals("javax.net.ssl"))) {
        return io;
      }
      at = at.getCause();
    }
    return null;
  }
}
