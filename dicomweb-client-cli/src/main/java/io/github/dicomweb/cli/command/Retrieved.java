// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.cli.command;

import com.fasterxml.jackson.core.JsonGenerator;
import io.github.dicomweb.cli.output.Report;
import io.github.dicomweb.cli.output.Text;
import io.github.dicomweb.error.DicomWebException;
import io.github.dicomweb.retrieve.RetrieveReport;
import io.github.dicomweb.retrieve.Verdict;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a retrieval came to, of one transfer or several. Thread-safe. */
final class Retrieved {
  private static final int LONGEST = 300;

  private record Row(@Nullable String file, String status, long bytes, @Nullable String error) {}

  private final Map<String, Row> rows = new LinkedHashMap<>();
  private Verdict verdict = Verdict.COMPLETE;
  private long expected;
  private long received;
  private long bytes;
  private @Nullable DicomWebException failure;

  /** There already, from a run before. */
  synchronized void present(String instance, Path file, long length) {
    rows.put(instance, new Row(file.toString(), "present", length, null));
    received++;
    expected++;
    bytes += length;
  }

  synchronized void saved(String instance, Path file, long length) {
    rows.put(instance, new Row(file.toString(), "saved", length, null));
  }

  synchronized void add(RetrieveReport report) {
    worsen(report.verdict());
    expected =
        expected < 0 || report.expected().isEmpty() ? -1 : expected + report.expected().getAsLong();
    received += report.received();
    bytes += report.bytes();
    String why =
        report.failure().map(DicomWebException::getMessage).orElse("the server did not send it");
    for (String instance : report.missing()) {
      rows.put(instance, new Row(null, "missing", 0, why));
    }
    report.failure().ifPresent(this::fail);
  }

  /** A transfer that failed as a whole: of what it should bring, nothing that is not there came. */
  synchronized void missing(List<String> instances, DicomWebException why) {
    for (String instance : instances) {
      rows.putIfAbsent(instance, new Row(null, "missing", 0, why.getMessage()));
    }
    expected = expected < 0 ? -1 : expected + instances.size();
    worsen(Verdict.INCOMPLETE);
    fail(why);
  }

  /** Ended before its time: what came by then is there, and nothing is known of the rest. */
  synchronized void brokenOff() {
    received = rows.values().stream().filter(row -> row.file() != null).count();
    bytes = rows.values().stream().mapToLong(Row::bytes).sum();
    expected = -1;
    worsen(Verdict.INCOMPLETE);
  }

  private void fail(DicomWebException why) {
    if (failure == null) {
      failure = why;
    }
  }

  private void worsen(Verdict value) {
    if (verdict == Verdict.COMPLETE || value == Verdict.INCOMPLETE) {
      verdict = value;
    }
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

  synchronized String summary() {
    return verdict.name().toLowerCase(Locale.ROOT)
        + ": "
        + received
        + (expected < 0 ? "" : " of " + expected)
        + " instances, "
        + bytes
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
    json.writeNumberField("bytes", bytes);
    json.writeArrayFieldStart("instances");
    for (Map.Entry<String, Row> row : rows.entrySet()) {
      json.writeStartObject();
      json.writeStringField("sopInstanceUID", row.getKey());
      Report.text(json, "file", row.getValue().file());
      json.writeStringField("status", row.getValue().status());
      json.writeNumberField("bytes", row.getValue().bytes());
      String error = row.getValue().error();
      Report.text(json, "error", error == null ? null : Text.line(error, LONGEST));
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
  }
}
