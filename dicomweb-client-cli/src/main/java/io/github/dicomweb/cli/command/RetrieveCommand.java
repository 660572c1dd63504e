// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.cli.command;

import io.github.dicomweb.DicomWebClient;
import io.github.dicomweb.cli.output.ProgressBar;
import io.github.dicomweb.cli.output.Report;
import io.github.dicomweb.cli.output.StandardOutput;
import io.github.dicomweb.cli.run.Exit;
import io.github.dicomweb.cli.run.Failures;
import io.github.dicomweb.cli.run.UsageException;
import io.github.dicomweb.cli.server.Session;
import io.github.dicomweb.dicom.TransferSyntax;
import io.github.dicomweb.retrieve.FileLayout;
import io.github.dicomweb.retrieve.InstancesRequest;
import io.github.dicomweb.retrieve.RetrieveReport;
import io.github.dicomweb.retrieve.Verdict;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Retrieves instances into a directory. */
@Command(
    name = "retrieve",
    description =
        "Retrieves the instances of a study, a series, or one instance into a directory. What is"
            + " there from a run before is not transferred again.",
    footer = {"", "Example:", "  dicomweb --server pacs retrieve 1.2.3 -o studies --report r.json"})
public final class RetrieveCommand extends ServerCommand {
  @Mixin private Resource resource = new Resource();

  @Option(
      names = {"-o", "--output"},
      required = true,
      paramLabel = "DIR",
      description = "The directory; made if need be.")
  private Path directory = Path.of("");

  @Option(
      names = "--transfer-syntax",
      paramLabel = "UID|*",
      description = "The transfer syntax; * for the one that each is stored in.")
  private String transferSyntax = "*";

  @Option(names = "--parallel", paramLabel = "N", description = "How many transfers at once.")
  private int parallel = 1;

  @Option(
      names = "--layout",
      paramLabel = "TEMPLATE",
      description = "The names of the files: {study}/{series}/{instance}.dcm otherwise.")
  private String layout = FileLayout.standard().template();

  @Option(names = "--no-resume", description = "Transfers all again.")
  private boolean noResume;

  @Nullable
  @Option(names = "--report", paramLabel = "FILE", description = "Writes a report, JSON.")
  private Path report;

  @Option(
      names = "--from-search",
      hidden = true,
      description = "A whole cohort; not available yet.")
  private boolean fromSearch;

  @Override
  void check() {
    if (fromSearch) {
      throw new UsageException("--from-search is not available yet in this version");
    }
    if (parallel < 1 || parallel > 64) {
      throw new UsageException("--parallel is a number from 1 to 64");
    }
  }

  @Override
  int run(Session session) throws IOException {
    FileLayout places = places();
    if (!Files.isDirectory(directory)) {
      // what is in the way is said before anything is sent
      Files.createDirectories(directory);
    }
    Retrieved retrieved = new Retrieved();
    try (ProgressBar bar = session.progress()) {
      InstancesRequest request = request(session.client()).layout(places).parallel(parallel);
      RetrieveReport came =
          transfer(
              session,
              request.onProgress(bar).onInstance(retrieved::saved).onPresent(retrieved::present));
      retrieved.add(came);
      session.warn(came.warnings());
    } catch (RuntimeException e) {
      session.interrupts().settle();
      retrieved.brokenOff();
      Report.save(report, retrieved::write);
      throw e;
    }
    Report.save(report, retrieved::write);
    return finish(session, retrieved);
  }

  private FileLayout places() {
    try {
      return FileLayout.of(layout);
    } catch (IllegalArgumentException e) {
      throw new UsageException("--layout: " + e.getMessage());
    }
  }

  private InstancesRequest request(DicomWebClient client) {
    InstancesRequest request =
        resource.request(client::retrieveStudy, client::retrieveSeries, client::retrieveInstance);
    return transferSyntax.equals("*")
        ? request.storedTransferSyntax()
        : request.transferSyntax(TransferSyntax.of(transferSyntax));
  }

  private RetrieveReport transfer(Session session, InstancesRequest request) {
    if (noResume) {
      return session.reading(() -> request.saveToAsync(directory));
    }
    InstancesRequest rest = request.resume();
    return session.reading(() -> rest.saveToAsync(directory), Retrieved::failureOf);
  }

  private static int finish(Session session, Retrieved retrieved) throws IOException {
    try (OutputStream out = StandardOutput.raw()) {
      StandardOutput.line(out, retrieved.summary());
    }
    if (retrieved.failure().isPresent()) {
      session.say(Failures.line(retrieved.failure().get()));
    }
    retrieved.why().ifPresent(session::say);
    if (retrieved.verdict() == Verdict.COMPLETE) {
      return Exit.DONE;
    }
    if (retrieved.received() == 0) {
      return retrieved.failure().map(Failures::code).orElse(Exit.FAILED);
    }
    return Exit.PARTIAL;
  }
}
