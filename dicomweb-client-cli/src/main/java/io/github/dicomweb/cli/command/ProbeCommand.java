// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.cli.command;

import com.fasterxml.jackson.core.JsonGenerator;
import io.github.dicomweb.cli.output.Report;
import io.github.dicomweb.cli.output.StandardOutput;
import io.github.dicomweb.cli.output.Text;
import io.github.dicomweb.cli.run.Exit;
import io.github.dicomweb.cli.server.Facts;
import io.github.dicomweb.cli.server.Session;
import io.github.dicomweb.probe.ProbeFinding;
import io.github.dicomweb.probe.ProbeReport;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Finds out what the server does. */
@Command(
    name = "probe",
    description = "Finds out what the server does where servers differ, and shows it as a profile.",
    footer = {"", "Example:", "  dicomweb --url http://localhost:8042/dicom-web probe"})
public final class ProbeCommand extends ServerCommand {
  /** The forms. */
  enum Form {
    TEXT,
    JSON
  }

  @Option(names = "--format", paramLabel = "text|json", description = "The form.")
  private Form format = Form.TEXT;

  @Override
  int run(Session session) throws IOException {
    ProbeReport report = session.reading(session.client().probe()::executeAsync);
    session.warn(report.warnings());
    if (format == Form.JSON) {
      Report.print(json -> write(report, json));
      return Exit.DONE;
    }
    try (OutputStream out = StandardOutput.text("\\u%04x")) {
      StandardOutput.line(out, report.requests() + " requests");
      for (ProbeFinding finding : report.findings()) {
        StandardOutput.line(
            out,
            "  "
                + (finding.request().isEmpty() ? "(no request)" : finding.request())
                + (finding.status() == 0 ? "" : " " + finding.status())
                + ": "
                + Text.visible(finding.meaning())
                + " ("
                + certainty(finding)
                + ")");
      }
      StandardOutput.line(out, "profile");
      for (String fact : Facts.all(report.profile())) {
        StandardOutput.line(out, "  " + fact.replaceFirst("=", " = "));
      }
      StandardOutput.line(
          out, "  features = " + String.join(" ", Facts.features(report.profile())));
    }
    return Exit.DONE;
  }

  private static String certainty(ProbeFinding finding) {
    return finding.certainty().name().toLowerCase(Locale.ROOT);
  }

  private static void write(ProbeReport report, JsonGenerator json) throws IOException {
    json.writeStartObject();
    json.writeNumberField("requests", report.requests());
    json.writeArrayFieldStart("findings");
    for (ProbeFinding finding : report.findings()) {
      json.writeStartObject();
      json.writeStringField("request", finding.request());
      json.writeNumberField("status", finding.status());
      json.writeStringField("meaning", finding.meaning());
      json.writeStringField("certainty", certainty(finding));
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeObjectFieldStart("profile");
    for (String fact : Facts.all(report.profile())) {
      int end = fact.indexOf('=');
      json.writeStringField(fact.substring(0, end), fact.substring(end + 1));
    }
    json.writeArrayFieldStart("features");
    for (String feature : Facts.features(report.profile())) {
      json.writeString(feature);
    }
    json.writeEndArray();
    json.writeEndObject();
    json.writeEndObject();
  }
}
