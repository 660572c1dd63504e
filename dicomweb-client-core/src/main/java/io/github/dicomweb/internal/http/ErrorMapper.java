// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.internal.http;

import io.github.dicomweb.error.DicomWebException;
import io.github.dicomweb.error.MalformedResponseException;
import io.github.dicomweb.error.TransportException;
import io.github.dicomweb.error.TransportException.Phase;
import io.github.dicomweb.error.TransportException.Reason;
import io.github.dicomweb.internal.multipart.MultipartException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ProtocolException;
import java.net.SocketTimeoutException;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/** The one place where failures of the libraries beneath become ours. */
final class ErrorMapper {
  private ErrorMapper() {}

  static DicomWebException map(
      IOException failure,
      Exchange exchange,
      Phase phase,
      Operation operation,
      @Nullable String mediaType) {
    if (failure instanceof MultipartException multipart) {
      return MalformedResponseException.builder(exchange + ": " + multipart.getMessage())
          .mediaType(mediaType)
          .byteOffset(multipart.offset())
          .partIndex(multipart.partIndex())
          .cause(multipart)
          .build();
    }
    if (failure instanceof DamagedBodyException damaged) {
      return MalformedResponseException.builder(exchange + ": " + damaged.getMessage())
          .mediaType(mediaType)
          .byteOffset(damaged.offset())
          .cause(damaged)
          .build();
    }
    Reason reason = reason(failure, operation);
    return new TransportException(
        exchange + ": " + words(reason, phase, failure), phase, reason, withoutWords(failure));
  }

  /** The HTTP library quotes what breaks the protocol, and a server can have written anything. */
  private static IOException withoutWords(IOException failure) {
    if (!(failure instanceof ProtocolException)) {
      return failure;
    }
    ProtocolException quiet = new ProtocolException("the server broke the HTTP protocol");
    quiet.setStackTrace(failure.getStackTrace());
    return quiet;
  }

  private static Reason reason(IOException failure, Operation operation) {
    if (operation.cancelled()) {
      return Reason.CANCELLED;
    }
    if (failure instanceof LocalIoException) {
      return Reason.LOCAL;
    }
    if (failure instanceof SocketTimeoutException) {
      return Reason.TIMEOUT;
    }
    if (failure instanceof InterruptedIOException) {
      if (Thread.currentThread().isInterrupted()) {
        return Reason.CANCELLED;
      }
      return Reason.TIMEOUT;
    }
    if (failure instanceof SSLException) {
      return Reason.TLS;
    }
    return Reason.CONNECTION;
  }

  private static String words(Reason reason, Phase phase, IOException failure) {
    String when =
        switch (phase) {
          case CONNECT -> "while connecting; the server has seen nothing of the request";
          case SEND -> "while the request was sent";
          case FIRST_BYTE -> "after the request was sent and before an answer began";
          case BODY -> "while the answer was read";
        };
    return switch (reason) {
      case CONNECTION -> "the connection failed " + when;
      case TLS -> "the TLS session failed " + when + TlsTrouble.hint(failure, phase);
      case TIMEOUT -> "timed out " + when;
      case CANCELLED -> "cancelled " + when;
      case LOCAL -> "reading or writing failed on this side " + when;
    };
  }
}
