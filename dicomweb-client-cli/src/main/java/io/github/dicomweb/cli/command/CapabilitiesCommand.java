// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.cli.command;

import io.github.dicomweb.cli.output.Report;
import io.github.dicomweb.cli.output.StandardOutput;
import io.github.dicomweb.cli.output.Text;
import io.github.dicomweb.cli.run.Exit;
import io.github.dicomweb.cli.server.Session;
import io.github.dicomweb.probe.Capabilities;
import java.io.IOException;
import java.io.OutputStream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Shows what the server says of itself. */
@Command(
    name = "capabilities",
    description = "Shows what the server says it can do (Retrieve Capabilities).",
    footer = {"", "Example:", "  dicomweb --server pacs capabilities"})
public final class CapabilitiesCommand extends ServerCommand {
  /** The forms. */
  enum Form {
    TEXT,
    JSON
  }

  @Option(names = "--format", paramLabel = "text|json", description = "The form.")
  private Form format = Form.TEXT;

  @Override
  int run(Session session) throws IOException {
    Capabilities said = session.reading(session.client().capabilities()::executeAsync);
    session.warn(said.warnings());
    if (format == Form.JSON) {
      Report.print(
          json -> {
            json.writeStartObject();
            json.writeArrayFieldStart("methods");
            for (String method : said.methods()) {
              json.writeString(method);
            }
            json.writeEndArray();
            Report.text(json, "mediaType", said.mediaType().map(Object::toString).orElse(null));
            Report.text(json, "document", said.document().orElse(null));
            json.writeEndObject();
          });
      return Exit.DONE;
    }
    try (OutputStream out = StandardOutput.text("\\u%04x")) {
      StandardOutput.line(out, "methods: " + Text.visible(String.join(", ", said.methods())));
      if (said.document().isPresent()) {
        StandardOutput.line(
            out, "document: " + said.mediaType().map(Object::toString).orElse("unknown"));
        for (String line : said.document().get().lines().toList()) {
          StandardOutput.line(out, Text.visible(line.replace('\t', ' ')));
        }
      } else {
        StandardOutput.line(out, "document: none");
      }
    }
    return Exit.DONE;
  }
}
