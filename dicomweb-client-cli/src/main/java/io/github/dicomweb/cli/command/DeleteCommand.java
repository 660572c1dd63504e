// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.cli.command;

import io.github.dicomweb.cli.output.StandardOutput;
import io.github.dicomweb.cli.output.Text;
import io.github.dicomweb.cli.run.Exit;
import io.github.dicomweb.cli.run.Failures;
import io.github.dicomweb.cli.run.UsageException;
import io.github.dicomweb.cli.server.Session;
import io.github.dicomweb.delete.DeleteReport;
import io.github.dicomweb.delete.DeleteRequest;
import io.github.dicomweb.delete.Deletions;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Deletes. */
@Command(
    name = "delete",
    description =
        "Deletes a study, a series or an instance, on servers that do (--profile says so).",
    footer = {"", "Example:", "  dicomweb --server pacs delete 1.2.3 --yes"})
public final class DeleteCommand extends ServerCommand {
  @Mixin private Resource resource = new Resource();

  @Option(names = "--yes", description = "Yes, delete it.")
  private boolean yes;

  @Override
  void check() {
    if (!yes) {
      throw new UsageException("what is deleted is gone: say --yes");
    }
  }

  @Override
  int run(Session session) throws IOException {
    Deletions deletions = session.client().deletions();
    DeleteRequest request =
        resource.request(deletions::study, deletions::series, deletions::instance);
    DeleteReport report = session.writing(request::executeAsync);
    session.warn(report.warnings());
    try (OutputStream out = StandardOutput.raw()) {
      StandardOutput.line(out, report.status().name().toLowerCase(Locale.ROOT));
    }
    report.failure().ifPresent(failure -> session.say(Failures.line(failure)));
    if (!report.message().isEmpty()) {
      session.say("the server says: " + Text.line(report.message(), 300));
    }
    return switch (report.status()) {
      case DELETED -> Exit.DONE;
      case FAILED -> Exit.FAILED;
      case UNFINISHED -> Exit.PARTIAL;
    };
  }
}
