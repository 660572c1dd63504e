// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.testkit.internal.store;

import io.github.dicomweb.dicom.Dataset;
import io.github.dicomweb.testkit.internal.archive.Archive;
import io.github.dicomweb.testkit.internal.archive.InstanceReader;
import io.github.dicomweb.testkit.internal.archive.Links;
import io.github.dicomweb.testkit.internal.archive.Refusal;
import io.github.dicomweb.testkit.internal.archive.StoredInstance;
import io.github.dicomweb.testkit.internal.http.Answer;
import io.github.dicomweb.testkit.internal.http.DatasetBody;
import io.github.dicomweb.testkit.internal.http.HttpProblem;
import io.github.dicomweb.testkit.internal.http.Offer;
import io.github.dicomweb.testkit.internal.http.PathVariables;
import io.github.dicomweb.testkit.internal.http.Request;
import io.github.dicomweb.testkit.internal.http.Router;
import java.io.IOException;
import java.util.Optional;

/**
 * Store (PS3.18 §10.5) of DICOM files, and of metadata with bulk data. A body that is cut or
 * malformed stores nothing.
 */
public final class StoreService {
  /** Gives the bytes of a DICOM file, or says why there is none. */
  private interface FileSource {
    byte[] file() throws Refusal;
  }

  private final Archive archive;
  private final Links links;

  public StoreService(Archive archive, Links links) {
    this.archive = archive;
    this.links = links;
  }

  public void register(Router router) {
    router.add("POST", "studies", this::store);
    router.add("POST", "studies/{study}", this::store);
  }

  private Answer store(Request request, PathVariables path) throws IOException {
    Offer offer = DatasetBody.requireSingle(request);
    StoreParts parts = StoreParts.of(request);
    if (parts.parts().isEmpty()) {
      throw HttpProblem.badRequest("There is nothing to store.");
    }
    StoreReply reply = new StoreReply(links);
    if (parts.type().equals(StorePart.DICOM)) {
      for (StorePart part : parts.parts()) {
        store(part::dicomFile, path.study(), reply);
      }
    } else {
      MetadataParts metadata = MetadataParts.of(parts, links);
      for (Dataset dataset : metadata.datasets()) {
        store(() -> metadata.toFile(dataset), path.study(), reply);
      }
    }
    return DatasetBody.single(Answer.of(reply.status()), offer, reply.toDataset(path.study()));
  }

  private void store(FileSource source, Optional<String> study, StoreReply reply) {
    try {
      StoredInstance instance = InstanceReader.toInstance(source.file());
      if (study.isPresent()) {
        archive.addToStudy(instance, study.get());
      } else {
        archive.add(instance);
      }
      reply.stored(instance.identity());
    } catch (Refusal refusal) {
      reply.refused(refusal);
    }
  }
}
