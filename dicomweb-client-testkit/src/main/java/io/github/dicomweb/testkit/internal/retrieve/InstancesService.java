// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.testkit.internal.retrieve;

import io.github.dicomweb.testkit.internal.archive.Archive;
import io.github.dicomweb.testkit.internal.archive.StoredInstance;
import io.github.dicomweb.testkit.internal.http.Accept;
import io.github.dicomweb.testkit.internal.http.Answer;
import io.github.dicomweb.testkit.internal.http.HttpProblem;
import io.github.dicomweb.testkit.internal.http.Offer;
import io.github.dicomweb.testkit.internal.http.Part;
import io.github.dicomweb.testkit.internal.http.Parts;
import io.github.dicomweb.testkit.internal.http.PathVariables;
import io.github.dicomweb.testkit.internal.http.Request;
import io.github.dicomweb.testkit.internal.http.Router;
import java.nio.ByteBuffer;
import java.util.List;

/**
 * Retrieve of studies, series and instances as files (PS3.18 §10.4.1.1.1), in the transfer syntax
 * in which they were stored: there is no codec here. Of several instances those are sent whose
 * transfer syntax is accepted, with status 206 when that is not all.
 */
public final class InstancesService {
  private static final String TYPE = "application/dicom";

  private final Archive archive;

  public InstancesService(Archive archive) {
    this.archive = archive;
  }

  public void register(Router router) {
    router.add("GET", "studies/{study}", this::retrieve);
    router.add("GET", "studies/{study}/series/{series}", this::retrieve);
    router.add("GET", "studies/{study}/series/{series}/instances/{instance}", this::retrieve);
  }

  private Answer retrieve(Request request, PathVariables path) {
    Accept accept = request.accept();
    List<StoredInstance> found = Resources.require(archive, path);
    if (path.instance().isPresent()) {
      StoredInstance instance = found.get(0);
      Offer offer = accept.require(List.of(multipart(instance), single(instance)));
      Answer answer = Answer.of(200);
      return offer.multipart()
          ? Parts.multipart(answer, TYPE, List.of(part(instance)))
          : Parts.single(answer, part(instance));
    }
    List<StoredInstance> accepted =
        found.stream().filter(instance -> accept.accepts(multipart(instance))).toList();
    if (accepted.isEmpty()) {
      throw HttpProblem.notAcceptable(
          "The instances are not stored in an accepted media type and transfer syntax.");
    }
    return Parts.multipart(
        Answer.of(accepted.size() == found.size() ? 200 : 206),
        TYPE,
        accepted.stream().map(InstancesService::part).toList());
  }

  private static Offer multipart(StoredInstance instance) {
    return Offer.multipart(TYPE, instance.transferSyntax().uid());
  }

  private static Offer single(StoredInstance instance) {
    return Offer.single(TYPE, instance.transferSyntax().uid());
  }

  private static Part part(StoredInstance instance) {
    String type = TYPE + "; transfer-syntax=" + instance.transferSyntax().uid();
    return new Part(type, "", ByteBuffer.wrap(instance.file()).asReadOnlyBuffer());
  }
}
