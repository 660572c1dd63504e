// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.internal.retrieve;

import io.github.dicomweb.config.ProgressListener;
import io.github.dicomweb.dicom.TransferSyntax;
import io.github.dicomweb.internal.decode.Notes;
import io.github.dicomweb.internal.decode.SinglePart;
import io.github.dicomweb.internal.http.Answer;
import io.github.dicomweb.internal.http.Operation;
import io.github.dicomweb.internal.http.Transport;
import io.github.dicomweb.internal.negotiate.Gate;
import io.github.dicomweb.internal.negotiate.Ladder;
import io.github.dicomweb.internal.negotiate.Ladder.Parting;
import io.github.dicomweb.internal.search.Searches;
import io.github.dicomweb.media.MediaRange;
import io.github.dicomweb.media.MediaType;
import io.github.dicomweb.media.ResourceCategory;
import io.github.dicomweb.profile.Feature;
import io.github.dicomweb.retrieve.FileLayout;
import io.github.dicomweb.retrieve.InstancePart;
import io.github.dicomweb.retrieve.InstancesRequest;
import io.github.dicomweb.retrieve.Parts;
import io.github.dicomweb.retrieve.RetrieveReport;
import io.github.dicomweb.retrieve.SavedInstance;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/** A retrieval of instances. */
public final class RealInstances implements InstancesRequest {
  private static final String ANY = "*";

  private final Transport transport;
  private final Searches searches;
  private final Target target;
  private final String transferSyntax;
  private final SavingOptions options;

  /** Creates it for a server. */
  public RealInstances(
      Transport transport, Searches searches, Target target, ProgressListener listener) {
    this(transport, searches, target, ANY, SavingOptions.of(listener));
  }

  private RealInstances(
      Transport transport,
      Searches searches,
      Target target,
      String transferSyntax,
      SavingOptions options) {
    this.transport = transport;
    this.searches = searches;
    this.target = target;
    this.transferSyntax = transferSyntax;
    this.options = options;
  }

  private InstancesRequest with(SavingOptions changed) {
    return new RealInstances(transport, searches, target, transferSyntax, changed);
  }

  @Override
  public InstancesRequest transferSyntax(TransferSyntax value) {
    return new RealInstances(transport, searches, target, value.uid(), options);
  }

  @Override
  public InstancesRequest storedTransferSyntax() {
    return new RealInstances(transport, searches, target, ANY, options);
  }

  @Override
  public InstancesRequest layout(FileLayout value) {
    return with(options.withLayout(value));
  }

  @Override
  public InstancesRequest resume() {
    return with(options.resuming());
  }

  @Override
  public InstancesRequest parallel(int transfers) {
    return with(options.withParallel(transfers));
  }

  @Override
  public InstancesRequest onProgress(ProgressListener value) {
    return with(options.withListener(value));
  }

  @Override
  public InstancesRequest onInstance(Consumer<SavedInstance> value) {
    return with(options.withSaved(value));
  }

  @Override
  public InstancesRequest onPresent(Consumer<SavedInstance> value) {
    return with(options.withPresent(value));
  }

  @Override
  public Parts<InstancePart> open() {
    return open(new Operation());
  }

  @Override
  public CompletableFuture<Parts<InstancePart>> openAsync() {
    return Operation.async(transport.executor(), this::open);
  }

  private LiveParts<LiveInstance> open(Answer answer) {
    return LiveParts.open(answer, transport.limits(), SinglePart.INSTANCE, LiveInstance::new);
  }

  private Parts<InstancePart> open(Operation operation) {
    return isOneByOne()
        ? oneByOne(operation, instance -> {})
        : LiveParts.open(
            send(target, operation), transport.limits(), SinglePart.INSTANCE, LiveInstance::new);
  }

  /** Whether each instance is asked for by itself; refuses it where there is no way at all. */
  private boolean isOneByOne() {
    Feature whole = target.series() == null ? Feature.STUDY_RETRIEVAL : Feature.SERIES_RETRIEVAL;
    boolean collection = target.instance() == null;
    if (collection && transport.profile().has(whole)) {
      return false;
    }
    Gate.require(transport.profile(), Feature.INSTANCE_RETRIEVAL);
    return collection;
  }

  private OneByOne oneByOne(Operation operation, Consumer<String> done) {
    return new OneByOne(
        target,
        searches.allInstances(target.study(), target.series(), operation),
        instance -> send(instance, operation),
        transport.limits(),
        done);
  }

  private Answer send(Target of, Operation operation) {
    return transport.send(
        of.get().accept(ResourceCategory.INSTANCES.name(), accepts(of)).build(), operation);
  }

  private List<String> accepts(Target of) {
    MediaRange dicom = MediaRange.of(MediaType.DICOM);
    boolean any = transferSyntax.equals(ANY);
    return Ladder.of(transport.profile())
        .parts(of.instance() == null ? Parting.MANY : Parting.ONE)
        .ask(
            any
                ? dicom.anyTransferSyntax()
                : dicom.transferSyntax(TransferSyntax.of(transferSyntax)))
        .build();
  }

  @Override
  public RetrieveReport saveTo(Path directory) {
    return saveTo(directory, new Operation());
  }

  @Override
  public CompletableFuture<RetrieveReport> saveToAsync(Path directory) {
    return Operation.async(transport.executor(), operation -> saveTo(directory, operation));
  }

  private RetrieveReport saveTo(Path directory, Operation operation) {
    boolean oneByOne = isOneByOne();
    Places places = new Places(directory, options.layout(), target);
    Notes notes = new Notes();
    Planner planner = new Planner(transport, searches, target, places, options);
    Plan plan = planner.mayHelp() ? planner.plan(notes, operation) : null;
    if (plan != null) {
      return logged(
          new PlannedSaving(transport, this::send, places, options, plan, notes)
              .run(options.parallel(), operation));
    }
    if (oneByOne) {
      return logged(
          new SavingOneByOne(done -> oneByOne(operation, done), places, options, notes.list())
              .run());
    }
    try (Answer answer = send(target, operation)) {
      return new Saving(transport, searches, target, options)
          .save(directory, notes.list(), answer, open(answer), operation);
    }
  }

  private RetrieveReport logged(RetrieveReport report) {
    Saving.log(target, report);
    return report;
  }

  /** The level, not the identifiers. */
  @Override
  public String toString() {
    return "Instances of a " + target;
  }
}
