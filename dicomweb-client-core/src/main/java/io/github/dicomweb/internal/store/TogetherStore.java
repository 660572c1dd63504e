// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.internal.store;

import io.github.dicomweb.error.TransportException;
import io.github.dicomweb.internal.http.Operation;
import io.github.dicomweb.internal.multipart.MultipartWriter;
import io.github.dicomweb.store.StoreOutcome;
import io.github.dicomweb.store.StoreReport;
import java.util.Iterator;
import java.util.List;

/** All instances in one request. */
final class TogetherStore {
  private TogetherStore() {}

  static StoreReport send(
      List<Candidate> candidates,
      Form form,
      MultipartWriter writer,
      Sender sender,
      Operation operation) {
    List<Candidate> sent = candidates.stream().filter(Candidate::isSent).toList();
    long parts = form.length(sent);
    long length = parts < 0 ? -1 : parts + writer.closingLength();
    UploadProgress progress = new UploadProgress(sender.listener(), length);
    Told told;
    try {
      told =
          sender.send(
              sent,
              () -> new MultipartBody(form, sent, writer, sender.told(length), progress),
              operation);
    } catch (TransportException e) {
      if (!e.requestSent() || operation.cancelled()) {
        throw e;
      }
      told = Told.nothing(sent, e);
    }
    told.outcomes().forEach(sender.consumer());
    return report(candidates, told);
  }

  private static StoreReport report(List<Candidate> candidates, Told told) {
    Iterator<StoreOutcome> outcomes = told.outcomes().iterator();
    return new StoreReport(
        candidates.stream().map(c -> c.isSent() ? outcomes.next() : c.skipped()).toList(),
        told.status(),
        told.retrieveUrl(),
        told.otherFailures(),
        told.warnings(),
        told.failure());
  }
}
