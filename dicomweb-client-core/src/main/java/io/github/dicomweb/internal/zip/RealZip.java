// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.internal.zip;

import io.github.dicomweb.config.ProgressListener;
import io.github.dicomweb.dicom.TransferSyntax;
import io.github.dicomweb.internal.http.Answer;
import io.github.dicomweb.internal.http.Operation;
import io.github.dicomweb.internal.http.Transport;
import io.github.dicomweb.internal.negotiate.Gate;
import io.github.dicomweb.internal.negotiate.Ladder;
import io.github.dicomweb.internal.negotiate.Ladder.Parting;
import io.github.dicomweb.internal.retrieve.Saving;
import io.github.dicomweb.internal.retrieve.SavingOptions;
import io.github.dicomweb.internal.retrieve.Target;
import io.github.dicomweb.internal.search.Searches;
import io.github.dicomweb.media.MediaRange;
import io.github.dicomweb.media.MediaType;
import io.github.dicomweb.media.ResourceCategory;
import io.github.dicomweb.profile.Feature;
import io.github.dicomweb.retrieve.ArchiveEntry;
import io.github.dicomweb.retrieve.FileLayout;
import io.github.dicomweb.retrieve.Parts;
import io.github.dicomweb.retrieve.RetrieveReport;
import io.github.dicomweb.retrieve.SavedArchive;
import io.github.dicomweb.retrieve.SavedInstance;
import io.github.dicomweb.retrieve.ZipRequest;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/** A retrieval of instances in a zip archive. */
public final class RealZip implements ZipRequest {
  private final Saving saving;
  private final MediaRange range;
  private final String query;

  /** Creates it for a server. */
  public RealZip(Transport transport, Searches searches, Target target, ProgressListener listener) {
    this(
        new Saving(transport, searches, target, SavingOptions.of(listener)),
        MediaRange.of(MediaType.ZIP).anyTransferSyntax(),
        "");
  }

  private RealZip(Saving saving, MediaRange range, String query) {
    this.saving = saving;
    this.range = range;
    this.query = query;
  }

  @Override
  public ZipRequest transferSyntax(TransferSyntax value) {
    return new RealZip(saving, range.transferSyntax(value), query);
  }

  @Override
  public ZipRequest storedTransferSyntax() {
    return new RealZip(saving, range.anyTransferSyntax(), query);
  }

  @Override
  public ZipRequest withDicomdir() {
    return new RealZip(saving, range, "dicomdir=true");
  }

  private ZipRequest with(SavingOptions options) {
    return new RealZip(saving.with(options), range, query);
  }

  @Override
  public ZipRequest layout(FileLayout value) {
    return with(saving.options().withLayout(value));
  }

  @Override
  public ZipRequest onProgress(ProgressListener value) {
    return with(saving.options().withListener(value));
  }

  @Override
  public ZipRequest onInstance(Consumer<SavedInstance> value) {
    return with(saving.options().withSaved(value));
  }

  private Answer send(Operation operation) {
    Transport transport = saving.transport();
    Gate.require(transport.profile(), Feature.ZIP);
    List<String> accepts =
        Ladder.of(transport.profile()).parts(Parting.SINGLE_ONLY).ask(range).build();
    return transport.send(
        saving
            .target()
            .get()
            .query(query)
            .accept(ResourceCategory.INSTANCES.name(), accepts)
            .build(),
        operation);
  }

  private LiveArchive<LiveEntry> archive(Answer answer) {
    return LiveArchive.open(answer, saving.transport().limits(), LiveEntry::new);
  }

  @Override
  public Parts<ArchiveEntry> open() {
    return open(new Operation());
  }

  @Override
  public CompletableFuture<Parts<ArchiveEntry>> openAsync() {
    return Operation.async(saving.transport().executor(), this::open);
  }

  private Parts<ArchiveEntry> open(Operation operation) {
    return LiveArchive.open(send(operation), saving.transport().limits(), LiveEntry::new);
  }

  @Override
  public RetrieveReport saveTo(Path directory) {
    return saveTo(directory, new Operation());
  }

  @Override
  public CompletableFuture<RetrieveReport> saveToAsync(Path directory) {
    return Operation.async(
        saving.transport().executor(), operation -> saveTo(directory, operation));
  }

  private RetrieveReport saveTo(Path directory, Operation operation) {
    try (Answer answer = send(operation)) {
      return saving.save(directory, List.of(), answer, new Instances(archive(answer)), operation);
    }
  }

  @Override
  public SavedArchive saveArchive(Path file) {
    return saveArchive(file, new Operation());
  }

  @Override
  public CompletableFuture<SavedArchive> saveArchiveAsync(Path file) {
    return Operation.async(
        saving.transport().executor(), operation -> saveArchive(file, operation));
  }

  private SavedArchive saveArchive(Path file, Operation operation) {
    try (Answer answer = send(operation)) {
      return new ArchiveSaver(answer, saving.transport().limits(), saving.options().listener())
          .save(file);
    }
  }

  /** The level, not the identifiers. */
  @Override
  public String toString() {
    return "Archive of a " + saving.target();
  }
}
