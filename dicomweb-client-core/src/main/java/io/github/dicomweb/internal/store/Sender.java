// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.internal.store;

import io.github.dicomweb.config.ProgressListener;
import io.github.dicomweb.internal.http.Answer;
import io.github.dicomweb.internal.http.Exchange;
import io.github.dicomweb.internal.http.Operation;
import io.github.dicomweb.internal.http.Service;
import io.github.dicomweb.internal.http.Transport;
import io.github.dicomweb.profile.ServerProfile.UploadFraming;
import io.github.dicomweb.store.StoreOutcome;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import okhttp3.RequestBody;
import org.jspecify.annotations.Nullable;

/**
 * Sends bodies to the resource of a store.
 *
 * @param transport the transport
 * @param study the study that is stored into, or null
 * @param listener is told of progress
 * @param consumer is told what became of each source that was sent
 */
record Sender(
    Transport transport,
    @Nullable String study,
    ProgressListener listener,
    Consumer<StoreOutcome> consumer) {
  private static final List<String> ACCEPT = List.of("application/dicom+json");

  Told send(List<Candidate> sent, Supplier<RequestBody> body, Operation operation) {
    Exchange.Builder exchange = Exchange.post(Service.STORE, body);
    if (study == null) {
      exchange.path("studies");
    } else {
      exchange.path("studies", "study", study);
    }
    exchange.accept(ACCEPT).onError(Exchange.OnError.RETURN);
    try (Answer answer = transport.send(exchange.build(), operation)) {
      return Told.read(answer, sent, transport.limits());
    }
  }

  /** A length as it is told to a server of which the profile may know better. */
  long told(long length) {
    return transport.profile().uploadFraming() == UploadFraming.CHUNKED ? -1 : length;
  }

  /** Neither server nor study. */
  @Override
  public String toString() {
    return "Sender";
  }
}
