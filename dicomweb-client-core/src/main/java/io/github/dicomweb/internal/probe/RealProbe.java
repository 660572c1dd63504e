// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.internal.probe;

import io.github.dicomweb.dicom.Dataset;
import io.github.dicomweb.dicom.Tag;
import io.github.dicomweb.internal.http.Operation;
import io.github.dicomweb.internal.http.Transport;
import io.github.dicomweb.probe.ProbeReport;
import io.github.dicomweb.probe.ProbeRequest;
import io.github.dicomweb.profile.ServerProfile.Matching;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** The steps in their order: what most depends on comes first. */
public final class RealProbe implements ProbeRequest {
  private final Transport transport;

  /** Creates it for a server. */
  public RealProbe(Transport transport) {
    this.transport = transport;
  }

  @Override
  public ProbeReport execute() {
    return execute(new Operation());
  }

  @Override
  public CompletableFuture<ProbeReport> executeAsync() {
    return Operation.async(transport.executor(), this::execute);
  }

  private ProbeReport execute(Operation operation) {
    Probing probing = new Probing(transport, operation);
    SearchSteps searches = new SearchSteps(probing);
    Dataset study = searches.first();
    searches.options();
    searches.nothing();
    searches.relational();
    Optional<String> uid =
        Optional.ofNullable(study).flatMap(d -> Sample.identifier(d, Tag.StudyInstanceUID));
    if (study != null && uid.isPresent()) {
      there(probing, searches, study, uid.get());
    }
    return probing.report();
  }

  private static void there(Probing probing, SearchSteps searches, Dataset study, String uid) {
    if (probing.facts().build().matching() == Matching.SERVER) {
      new EscapingSteps(probing, searches).run(study, uid);
    }
    searches.offset(uid);
    RetrieveSteps retrievals = new RetrieveSteps(probing, searches);
    Sample sample = retrievals.sample(uid);
    if (sample != null) {
      new FrameSteps(probing).run(sample);
      retrievals.pictures(sample);
      new BulkSteps(probing).run(sample);
      retrievals.byUri(sample);
      retrievals.instances(sample);
      new FieldSteps(probing, searches).run(sample);
    }
    searches.xml();
  }

  @Override
  public String toString() {
    return "ProbeRequest";
  }
}
