// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.internal.store;

import io.github.dicomweb.config.ProgressListener;
import io.github.dicomweb.dicom.Dataset;
import io.github.dicomweb.dicom.part10.BulkDataResolver;
import io.github.dicomweb.internal.http.Identifiers;
import io.github.dicomweb.internal.http.Operation;
import io.github.dicomweb.internal.http.Transport;
import io.github.dicomweb.internal.multipart.MultipartWriter;
import io.github.dicomweb.internal.negotiate.Gate;
import io.github.dicomweb.internal.store.MetadataForm.Syntax;
import io.github.dicomweb.profile.Feature;
import io.github.dicomweb.profile.ServerProfile.StoreForm;
import io.github.dicomweb.store.InstanceSource;
import io.github.dicomweb.store.StoreOutcome;
import io.github.dicomweb.store.StoreReport;
import io.github.dicomweb.store.StoreRequest;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A store of instances. */
public final class RealStore implements StoreRequest {
  private static final Logger LOG = LoggerFactory.getLogger(RealStore.class);

  private final Transport transport;
  private final List<Object> additions;
  private final @Nullable String study;
  private final @Nullable Syntax metadata;
  private final ProgressListener listener;
  private final Consumer<StoreOutcome> consumer;

  /** Creates it for a server. */
  public RealStore(Transport transport, ProgressListener listener) {
    this(transport, List.of(), null, null, listener, outcome -> {});
  }

  private RealStore(
      Transport transport,
      List<Object> additions,
      @Nullable String study,
      @Nullable Syntax metadata,
      ProgressListener listener,
      Consumer<StoreOutcome> consumer) {
    this.transport = transport;
    this.additions = additions;
    this.study = study;
    this.metadata = metadata;
    this.listener = listener;
    this.consumer = consumer;
  }

  @Override
  public StoreRequest add(Path fileOrDirectory) {
    return with(List.of(fileOrDirectory));
  }

  @Override
  public StoreRequest add(InstanceSource source) {
    return with(List.of(source));
  }

  @Override
  public StoreRequest add(Dataset dataset) {
    return with(List.of(InstanceSource.of(dataset)));
  }

  @Override
  public StoreRequest add(Dataset dataset, BulkDataResolver bulkData) {
    return with(List.of(InstanceSource.of(dataset, bulkData)));
  }

  @Override
  public StoreRequest addAll(Collection<? extends InstanceSource> sources) {
    return with(sources);
  }

  private StoreRequest with(Collection<?> more) {
    List<Object> all = new ArrayList<>(additions);
    all.addAll(more);
    return new RealStore(transport, List.copyOf(all), study, metadata, listener, consumer);
  }

  @Override
  public StoreRequest toStudy(String studyInstanceUid) {
    String checked = Identifiers.check("study", studyInstanceUid);
    return new RealStore(transport, additions, checked, metadata, listener, consumer);
  }

  @Override
  public StoreRequest asJson() {
    return new RealStore(transport, additions, study, Syntax.JSON, listener, consumer);
  }

  @Override
  public StoreRequest asXml() {
    return new RealStore(transport, additions, study, Syntax.XML, listener, consumer);
  }

  @Override
  public StoreRequest onProgress(ProgressListener value) {
    return new RealStore(transport, additions, study, metadata, value, consumer);
  }

  @Override
  public StoreRequest onOutcome(Consumer<StoreOutcome> value) {
    return new RealStore(transport, additions, study, metadata, listener, value);
  }

  @Override
  public StoreReport execute() {
    return execute(new Operation());
  }

  @Override
  public CompletableFuture<StoreReport> executeAsync() {
    return Operation.async(transport.executor(), this::execute);
  }

  private StoreReport execute(Operation operation) {
    Gate.require(transport.profile(), Feature.STORE);
    StoreReport report = metadata == null ? files(operation) : metadata(operation, metadata);
    if (report.isComplete()) {
      LOG.debug("stored: {}", report);
    } else {
      LOG.warn("not everything was stored: {}", report);
    }
    return report;
  }

  private StoreReport files(Operation operation) {
    MultipartWriter writer = MultipartWriter.create(FileForm.TYPE);
    Form form = new FileForm(writer, transport.profile().uploadFraming());
    List<Candidate> candidates = looked(form);
    if (nothingSent(candidates)) {
      return skipped(candidates);
    }
    return transport.profile().storeForm() == StoreForm.SINGLE_PART
        ? OneByOneStore.send(candidates, sender(), operation)
        : TogetherStore.send(candidates, form, writer, sender(), operation);
  }

  private StoreReport metadata(Operation operation, Syntax syntax) {
    Gate.require(transport.profile(), Feature.STORE_METADATA);
    MultipartWriter writer = MultipartWriter.create(syntax.mediaType());
    Form form =
        new MetadataForm(syntax, writer, transport.limits(), transport.profile().storedFrames());
    List<Candidate> candidates = looked(form);
    return nothingSent(candidates)
        ? skipped(candidates)
        : TogetherStore.send(candidates, form, writer, sender(), operation);
  }

  private List<Candidate> looked(Form form) {
    List<Candidate> candidates = Intake.of(additions, form);
    candidates.stream()
        .filter(candidate -> !candidate.isSent())
        .forEach(candidate -> consumer.accept(candidate.skipped()));
    return candidates;
  }

  private Sender sender() {
    return new Sender(transport, study, listener, consumer);
  }

  private static boolean nothingSent(List<Candidate> candidates) {
    return candidates.stream().noneMatch(Candidate::isSent);
  }

  private static StoreReport skipped(List<Candidate> candidates) {
    return new StoreReport(
        candidates.stream().map(Candidate::skipped).toList(), 0, null, List.of(), List.of(), null);
  }

  /** How many additions, not which. */
  @Override
  public String toString() {
    return "StoreRequest[" + additions.size() + " additions]";
  }
}
