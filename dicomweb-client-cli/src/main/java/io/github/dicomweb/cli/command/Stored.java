// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.cli.command;

import com.fasterxml.jackson.core.JsonGenerator;
import io.github.dicomweb.cli.output.Report;
import io.github.dicomweb.cli.output.Text;
import io.github.dicomweb.store.StoreOutcome;
import io.github.dicomweb.store.StoreReason;
import io.github.dicomweb.store.StoreStatus;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What became of each file, of one request or several. Thread-safe. */
final class Stored {
  private static final int LONGEST = 300;

  /** What became of a file. */
  record Row(
      String file,
      @Nullable String instance,
      StoreStatus status,
      @Nullable StoreReason reason,
      String message) {}

  private final List<List<Row>> batches;

  Stored(int batches) {
    this.batches = new ArrayList<>(Collections.nCopies(batches, List.of()));
  }

  synchronized void add(int batch, List<StoreOutcome> outcomes) {
    batches.set(
        batch,
        outcomes.stream()
            .map(
                outcome ->
                    new Row(
                        outcome.source().name(),
                        outcome.sopInstanceUid().orElse(null),
                        outcome.status(),
                        outcome.reason().orElse(null),
                        Text.line(outcome.message(), LONGEST)))
            .toList());
  }

  synchronized void add(int batch, List<Path> files, StoreStatus status, String message) {
    batches.set(
        batch,
        files.stream().map(file -> new Row(file.toString(), null, status, null, message)).toList());
  }

  synchronized boolean isEmpty(int batch) {
    return batches.get(batch).isEmpty();
  }

  synchronized List<Row> rows() {
    return batches.stream().flatMap(List::stream).toList();
  }

  long count(StoreStatus status) {
    return rows().stream().filter(row -> row.status() == status).count();
  }

  String summary() {
    return count(StoreStatus.STORED)
        + " stored, "
        + count(StoreStatus.FAILED)
        + " failed, "
        + count(StoreStatus.UNCONFIRMED)
        + " unconfirmed, "
        + count(StoreStatus.SKIPPED)
        + " skipped";
  }

  void write(JsonGenerator json) throws IOException {
    json.writeStartObject();
    for (StoreStatus status : StoreStatus.values()) {
      json.writeNumberField(name(status), count(status));
    }
    json.writeArrayFieldStart("instances");
    for (Row row : rows()) {
      json.writeStartObject();
      json.writeStringField("file", row.file());
      Report.text(json, "sopInstanceUID", row.instance());
      json.writeStringField("status", name(row.status()));
      StoreReason reason = row.reason();
      if (reason == null) {
        json.writeNullField("reason");
        json.writeNullField("reasonName");
      } else {
        json.writeNumberField("reason", reason.code());
        json.writeStringField("reasonName", reason.meaning());
      }
      Report.text(json, "message", row.message().isEmpty() ? null : row.message());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  static String name(StoreStatus status) {
    return status.name().toLowerCase(Locale.ROOT);
  }
}
