// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.cli.command;

import com.fasterxml.jackson.core.JsonGenerator;
import io.github.dicomweb.cli.output.Report;
import io.github.dicomweb.cli.output.Text;
import io.github.dicomweb.error.DicomWebException;
import io.github.dicomweb.retrieve.RetrieveReport;
import io.github.dicomweb.retrieve.SavedInstance;
import io.github.dicomweb.retrieve.Verdict;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a retrieval came to, file by file. Thread-safe. */
final class Retrieved {
  private static final int LONGEST = 300;
  private static final String PRESENT = "present";
  private static final String NOT_SENT = "the server did not send it";

  private record Row(
      String instance, @Nullable String file, String status, long bytes, @Nullable String error) {}

  // By file; what did not come, by instance.
  private final Map<String, Row> rows = new LinkedHashMap<>();
  private Verdict verdict = Verdict.INCOMPLETE;
  private long expected = -1;
  private int unsent;
  private int unidentified;
  private long received;
  private @Nullable DicomWebException failure;

  /** There already, from a run before, or from an attempt before. */
  synchronized void present(SavedInstance there) {
    rows.putIfAbsent(there.file().toString(), row(there, PRESENT));
  }

  synchronized void saved(SavedInstance instance) {
    rows.put(instance.file().toString(), row(instance, "saved"));
  }

  private static Row row(SavedInstance instance, String status) {
    return new Row(
        instance.sopInstanceUid(), instance.file().toString(), status, instance.bytes(), null);
  }

  synchronized void add(RetrieveReport report) {
    verdict = report.verdict();
    expected = report.expected().orElse(-1);
    received = report.present() + report.received();
    failure = failureOf(report).orElse(null);
    unidentified = report.unidentified().size();
    Set<String> missing = Set.copyOf(report.missing());
    // Found, and then transferred all the same, in vain.
    rows.values().removeIf(row -> row.status().equals(PRESENT) && missing.contains(row.instance()));
    for (String instance : report.missing()) {
      String why = report.failureOf(instance).map(DicomWebException::getMessage).orElse(NOT_SENT);
      unsent += report.failureOf(instance).isEmpty() ? 1 : 0;
      rows.put(instance, new Row(instance, null, "missing", 0, why));
    }
  }

  /** What ended a retrieval, or else the first failure of an instance. */
  static Optional<DicomWebException> failureOf(RetrieveReport report) {
    return report
        .failure()
        .or(
            () ->
                report.missing().stream()
                    .flatMap(instance -> report.failureOf(instance).stream())
                    .findFirst());
  }

  /** Ended before its time: what came by then is there, and nothing is known of the rest. */
  synchronized void brokenOff() {
    received = rows.size();
  }

  synchronized Verdict verdict() {
    return verdict;
  }

  synchronized long received() {
    return received;
  }

  synchronized Optional<DicomWebException> failure() {
    return Optional.ofNullable(failure);
  }

  /** Why it is not complete, beside a failure; empty if a failure says it. */
  synchronized Optional<String> why() {
    if (unsent > 0) {
      return Optional.of(
          unsent == 1
              ? "1 instance is missing: " + NOT_SENT
              : unsent + " instances are missing: the server did not send them");
    }
    if (unidentified > 0) {
      return Optional.of(
          unidentified + " of what came is no instance: it is kept in 'unidentified'");
    }
    return switch (verdict) {
      case COMPLETE -> Optional.empty();
      case UNKNOWN ->
          Optional.of("the server does not say which instances there are: some may be missing");
      case INCOMPLETE ->
          failure == null
              ? Optional.of("the server says that this is not everything")
              : Optional.empty();
    };
  }

  private long bytes() {
    return rows.values().stream().mapToLong(Row::bytes).sum();
  }

  synchronized String summary() {
    return verdict.name().toLowerCase(Locale.ROOT)
        + ": "
        + received
        + (expected < 0 ? "" : " of " + expected)
        + " instances, "
        + bytes()
        + " bytes";
  }

  synchronized void write(JsonGenerator json) throws IOException {
    json.writeStartObject();
    json.writeStringField("verdict", verdict.name().toLowerCase(Locale.ROOT));
    if (expected < 0) {
      json.writeNullField("expected");
    } else {
      json.writeNumberField("expected", expected);
    }
    json.writeNumberField("received", received);
    json.writeNumberField("bytes", bytes());
    json.writeArrayFieldStart("instances");
    for (Row row : rows.values()) {
      json.writeStartObject();
      json.writeStringField("sopInstanceUID", row.instance());
      Report.text(json, "file", row.file());
      json.writeStringField("status", row.status());
      json.writeNumberField("bytes", row.bytes());
      String error = row.error();
      Report.text(json, "error", error == null ? null : Text.line(error, LONGEST));
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
  }
}
