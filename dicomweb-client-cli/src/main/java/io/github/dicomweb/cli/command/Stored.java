// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.cli.command;

import com.fasterxml.jackson.core.JsonGenerator;
import io.github.dicomweb.cli.output.Report;
import io.github.dicomweb.cli.output.Text;
import io.github.dicomweb.store.InstanceSource;
import io.github.dicomweb.store.StoreOutcome;
import io.github.dicomweb.store.StoreReason;
import io.github.dicomweb.store.StoreStatus;
import java.io.IOException;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
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

  private final List<InstanceSource> sources;
  // By the source itself: the same file may be named twice.
  private final Map<InstanceSource, Row> rows = new IdentityHashMap<>();

  Stored(List<InstanceSource> sources) {
    this.sources = List.copyOf(sources);
  }

  /** What became of a source; said again, it is said better. */
  synchronized void add(StoreOutcome outcome) {
    rows.put(
        outcome.source(),
        new Row(
            outcome.source().name(),
            outcome.sopInstanceUid().orElse(null),
            outcome.status(),
            outcome.reason().orElse(null),
            Text.line(outcome.message(), LONGEST)));
  }

  /** What is to be said of those of which nothing was said. */
  synchronized void addRest(List<InstanceSource> some, StoreStatus status, String message) {
    for (InstanceSource source : some) {
      rows.putIfAbsent(source, new Row(source.name(), null, status, null, message));
    }
  }

  synchronized List<Row> rows() {
    return sources.stream().flatMap(source -> Stream.ofNullable(rows.get(source))).toList();
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
