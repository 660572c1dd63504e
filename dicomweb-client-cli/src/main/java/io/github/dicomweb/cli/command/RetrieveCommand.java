// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.cli.command;

import io.github.dicomweb.cli.output.ProgressBar;
import io.github.dicomweb.cli.output.Report;
import io.github.dicomweb.cli.output.StandardOutput;
import io.github.dicomweb.cli.run.Exit;
import io.github.dicomweb.cli.run.Failures;
import io.github.dicomweb.cli.run.UsageException;
import io.github.dicomweb.cli.server.Session;
import io.github.dicomweb.dicom.TransferSyntax;
import io.github.dicomweb.error.DicomWebException;
import io.github.dicomweb.retrieve.InstancesRequest;
import io.github.dicomweb.retrieve.RetrieveReport;
import io.github.dicomweb.retrieve.Verdict;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
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
  private String layout = Layout.DEFAULT;

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
    Layout places = new Layout(layout);
    Retrieved retrieved = new Retrieved();
    Plan plan =
        new Plan(session.client(), resource, places, noResume ? null : directory, retrieved);
    boolean resume = plan.mayResume();
    List<Plan.Unit> units =
        resume || parallel > 1 ? session.repeating(plan::missing) : plan.whole();
    Files.createDirectories(directory);
    Placing placing = new Placing(places, directory);
    try (ProgressBar bar = session.progress()) {
      transfer(session, units, placing, retrieved, bar);
    } catch (RuntimeException e) {
      session.interrupts().settle();
      retrieved.brokenOff();
      Report.save(report, retrieved::write);
      throw e;
    } finally {
      placing.clear();
    }
    Report.save(report, retrieved::write);
    return finish(session, retrieved);
  }

  private void transfer(
      Session session,
      List<Plan.Unit> units,
      Placing placing,
      Retrieved retrieved,
      ProgressBar bar) {
    if (parallel == 1 || units.size() <= 1) {
      units.forEach(unit -> one(session, unit, units.size(), placing, retrieved, bar));
      return;
    }
    ExecutorService threads = Executors.newFixedThreadPool(parallel);
    try {
      List<Future<?>> running = new ArrayList<>();
      for (Plan.Unit unit : units) {
        running.add(
            threads.submit(() -> one(session, unit, units.size(), placing, retrieved, bar)));
      }
      for (Future<?> future : running) {
        join(future);
      }
    } finally {
      threads.shutdownNow();
    }
  }

  private static void join(Future<?> future) {
    try {
      future.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CancellationException("interrupted");
    } catch (java.util.concurrent.ExecutionException e) {
      if (e.getCause() instanceof RuntimeException failure) {
        throw failure;
      }
      throw new IllegalStateException(e.getCause());
    }
  }

  private void one(
      Session session,
      Plan.Unit unit,
      int units,
      Placing placing,
      Retrieved retrieved,
      ProgressBar bar) {
    InstancesRequest request =
        (transferSyntax.equals("*")
                ? unit.request().storedTransferSyntax()
                : unit.request().transferSyntax(TransferSyntax.of(transferSyntax)))
            .onProgress(bar)
            .onInstance(
                saved -> {
                  Path file = placing.place(saved);
                  retrieved.saved(saved.sopInstanceUid(), file, saved.bytes());
                  bar.instance();
                });
    try {
      RetrieveReport came = session.reading(() -> request.saveToAsync(placing.target()));
      retrieved.add(came);
      session.warn(came.warnings());
    } catch (RuntimeException e) {
      // one of several that fails is missing, and the others come
      if (units == 1 || !(Failures.unwrap(e) instanceof DicomWebException failure) || hopeless(e)) {
        throw e;
      }
      retrieved.missing(unit.instances(), failure);
    }
  }

  private static boolean hopeless(Throwable failure) {
    int code = Failures.code(failure);
    return code == Exit.INTERRUPTED || code == Exit.NOT_ALLOWED;
  }

  private static int finish(Session session, Retrieved retrieved) throws IOException {
    try (OutputStream out = StandardOutput.raw()) {
      StandardOutput.line(out, retrieved.summary());
    }
    if (retrieved.failure().isPresent()) {
      session.say(Failures.line(retrieved.failure().get()));
    }
    if (retrieved.verdict() == Verdict.COMPLETE) {
      return Exit.DONE;
    }
    if (retrieved.received() == 0) {
      return retrieved.failure().map(Failures::code).orElse(Exit.FAILED);
    }
    if (retrieved.verdict() == Verdict.UNKNOWN) {
      session.say("the server does not say which instances there are: some may be missing");
    }
    return Exit.PARTIAL;
  }
}
