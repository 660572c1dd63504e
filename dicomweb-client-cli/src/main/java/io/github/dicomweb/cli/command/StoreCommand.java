// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.cli.command;

import io.github.dicomweb.cli.output.ProgressBar;
import io.github.dicomweb.cli.output.Report;
import io.github.dicomweb.cli.output.StandardOutput;
import io.github.dicomweb.cli.run.Exit;
import io.github.dicomweb.cli.run.Failures;
import io.github.dicomweb.cli.run.UsageException;
import io.github.dicomweb.cli.server.Durations;
import io.github.dicomweb.cli.server.Session;
import io.github.dicomweb.error.HttpStatusException;
import io.github.dicomweb.error.TransportException;
import io.github.dicomweb.store.InstanceSource;
import io.github.dicomweb.store.StoreReport;
import io.github.dicomweb.store.StoreRequest;
import io.github.dicomweb.store.StoreStatus;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Stores files. */
@Command(
    name = "store",
    description = "Stores DICOM files; directories are walked (STOW-RS).",
    footer = {
      "",
      "Example:",
      "  dicomweb --server pacs store studies --batch-bytes 64M --parallel 4 --report r.json"
    })
public final class StoreCommand extends ServerCommand {
  private static final int BATCH_OF_PARALLEL = 100;
  private static final int TOLD = 20;

  @Parameters(arity = "1..*", paramLabel = "PATH", description = "Files and directories.")
  private List<Path> paths = new ArrayList<>();

  @Nullable
  @Option(names = "--study", paramLabel = "UID", description = "Into this study only.")
  private String study;

  @Option(names = "--parallel", paramLabel = "N", description = "How many requests at once.")
  private int parallel = 1;

  @Nullable
  @Option(
      names = "--batch-bytes",
      paramLabel = "SIZE",
      description = "The most bytes of a request, such as 64M.")
  private String batchBytes;

  @Nullable
  @Option(
      names = "--batch-count",
      paramLabel = "N",
      description = "The most instances of a request.")
  private Integer batchCount;

  @Option(names = "--verify", description = "Not available yet.")
  private boolean verify;

  @Nullable
  @Option(names = "--journal", paramLabel = "FILE", description = "Not available yet.")
  private Path journal;

  @Nullable
  @Option(names = "--report", paramLabel = "FILE", description = "Writes a report, JSON.")
  private Path report;

  private final AtomicReference<@Nullable RuntimeException> failure = new AtomicReference<>();

  @Override
  void check() {
    if (verify || journal != null) {
      throw new UsageException(
          (verify ? "--verify" : "--journal") + " is not available yet in this version");
    }
    if (parallel < 1 || parallel > 64) {
      throw new UsageException("--parallel is a number from 1 to 64");
    }
    if (batchCount != null && batchCount < 1) {
      throw new UsageException("--batch-count is at least 1");
    }
  }

  @Override
  int run(Session session) throws IOException {
    List<Path> files = Batches.files(paths);
    if (files.isEmpty()) {
      session.say("there are no files");
      return Exit.FAILED;
    }
    long bytes = batchBytes == null ? Long.MAX_VALUE : Durations.bytes(batchBytes);
    List<List<InstanceSource>> batches =
        Batches.of(files, bytes, count(files.size())).stream()
            .map(batch -> batch.stream().map(InstanceSource::of).toList())
            .toList();
    Stored stored = new Stored(batches.stream().flatMap(List::stream).toList());
    try (ProgressBar bar = session.progress()) {
      bar.expect(files.size());
      storeAll(session, batches, stored, bar);
    }
    Report.save(report, stored::write);
    return finish(session, stored, files.size());
  }

  private int count(int files) {
    if (batchCount != null) {
      return batchCount;
    }
    return parallel == 1 || batchBytes != null
        ? Integer.MAX_VALUE
        : Math.max(1, Math.min(BATCH_OF_PARALLEL, files / parallel));
  }

  private void storeAll(
      Session session, List<List<InstanceSource>> batches, Stored stored, ProgressBar bar) {
    AtomicInteger next = new AtomicInteger();
    Runnable worker =
        () -> {
          for (int i = next.getAndIncrement(); i < batches.size(); i = next.getAndIncrement()) {
            store(session, batches.get(i), stored, bar);
          }
        };
    List<Thread> threads = new ArrayList<>();
    for (int i = 1; i < Math.min(parallel, batches.size()); i++) {
      Thread thread = new Thread(worker, "dicomweb-store-" + i);
      thread.setDaemon(true);
      thread.start();
      threads.add(thread);
    }
    worker.run();
    for (Thread thread : threads) {
      try {
        thread.join();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private void store(Session session, List<InstanceSource> batch, Stored stored, ProgressBar bar) {
    if (failure.get() != null) {
      stored.addRest(batch, StoreStatus.SKIPPED, "not sent: an earlier request failed");
      return;
    }
    StoreRequest plain =
        session
            .client()
            .storeInstances()
            .addAll(batch)
            .onProgress(bar.transfer())
            .onOutcome(
                outcome -> {
                  stored.add(outcome);
                  bar.instance();
                });
    StoreRequest request = study == null ? plain : plain.toStudy(study);
    try {
      StoreReport came = session.writing(request::executeAsync);
      came.failure().ifPresent(broken -> failure.compareAndSet(null, broken));
      session.warn(came.warnings());
    } catch (RuntimeException e) {
      failure.compareAndSet(null, e);
      stored.addRest(batch, status(e), Failures.line(e));
    }
  }

  static StoreStatus status(RuntimeException failure) {
    Throwable beneath = Failures.unwrap(failure);
    boolean lost =
        (beneath instanceof TransportException ended && ended.requestSent())
            // between us and the server: it may have acted, and its answer got lost
            || (beneath instanceof HttpStatusException refused
                && (refused.status() == 502 || refused.status() == 504));
    if (lost) {
      return StoreStatus.UNCONFIRMED;
    }
    return switch (Failures.code(failure)) {
      case Exit.INTERRUPTED, Exit.MALFORMED -> StoreStatus.UNCONFIRMED;
      case Exit.UNREACHABLE, Exit.USAGE -> StoreStatus.SKIPPED;
      default -> StoreStatus.FAILED;
    };
  }

  private int finish(Session session, Stored stored, int files) throws IOException {
    try (OutputStream out = StandardOutput.raw()) {
      StandardOutput.line(out, stored.summary());
    }
    List<Stored.Row> others =
        stored.rows().stream().filter(row -> row.status() != StoreStatus.STORED).toList();
    others.stream()
        .limit(TOLD)
        .forEach(
            row ->
                session.say(
                    Stored.name(row.status())
                        + ": "
                        + row.file()
                        + (row.reason() == null ? "" : ": " + row.reason())
                        + (row.message().isEmpty() ? "" : ": " + row.message())));
    if (others.size() > TOLD) {
      session.say("and " + (others.size() - TOLD) + " more; --report lists all");
    }
    RuntimeException broken = failure.get();
    long done = stored.count(StoreStatus.STORED);
    if (broken != null) {
      int code = Failures.code(broken);
      boolean unconfirmed = stored.count(StoreStatus.UNCONFIRMED) > 0;
      if (code == Exit.INTERRUPTED || code == Exit.MALFORMED || (done == 0 && !unconfirmed)) {
        throw broken;
      }
      session.say(Failures.line(broken));
      return Exit.PARTIAL;
    }
    if (done == files) {
      return Exit.DONE;
    }
    return done > 0 || stored.count(StoreStatus.UNCONFIRMED) > 0 ? Exit.PARTIAL : Exit.FAILED;
  }
}
