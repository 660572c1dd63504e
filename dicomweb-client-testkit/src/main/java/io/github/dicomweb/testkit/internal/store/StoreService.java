// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.testkit.internal.store;

import io.github.dicomweb.testkit.internal.archive.Archive;
import io.github.dicomweb.testkit.internal.archive.InstanceReader;
import io.github.dicomweb.testkit.internal.archive.Links;
import io.github.dicomweb.testkit.internal.archive.Refusal;
import io.github.dicomweb.testkit.internal.archive.StoredInstance;
import io.github.dicomweb.testkit.internal.http.Answer;
import io.github.dicomweb.testkit.internal.http.HttpProblem;
import io.github.dicomweb.testkit.internal.http.JsonBody;
import io.github.dicomweb.testkit.internal.http.PathVariables;
import io.github.dicomweb.testkit.internal.http.Request;
import io.github.dicomweb.testkit.internal.http.Router;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** Store of DICOM files (PS3.18 §10.5). A body that is cut or malformed stores nothing. */
public final class StoreService {
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
    request.accept().require(List.of(JsonBody.OFFER));
    List<StorePart> parts = StoreParts.of(request);
    if (parts.isEmpty()) {
      throw HttpProblem.badRequest("There is nothing to store.");
    }
    StoreReply reply = new StoreReply(links);
    for (StorePart part : parts) {
      store(part, path.study(), reply);
    }
    return JsonBody.object(Answer.of(reply.status()), reply.toDataset(path.study()));
  }

  private void store(StorePart part, Optional<String> study, StoreReply reply) {
    try {
      StoredInstance instance = InstanceReader.toInstance(part.dicomFile());
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
