// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.testkit.internal.retrieve;

import io.github.dicomweb.testkit.internal.archive.Archive;
import io.github.dicomweb.testkit.internal.archive.Links;
import io.github.dicomweb.testkit.internal.archive.StoredInstance;
import io.github.dicomweb.testkit.internal.frames.Resources;
import io.github.dicomweb.testkit.internal.http.Accept;
import io.github.dicomweb.testkit.internal.http.Answer;
import io.github.dicomweb.testkit.internal.http.Offer;
import io.github.dicomweb.testkit.internal.http.Part;
import io.github.dicomweb.testkit.internal.http.Parts;
import io.github.dicomweb.testkit.internal.http.PathVariables;
import io.github.dicomweb.testkit.internal.http.Request;
import io.github.dicomweb.testkit.internal.http.Router;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * Retrieve of studies, series and instances as files (PS3.18 §10.4.1.1.1), in the transfer syntax
 * in which they were stored: there is no codec here. Of several instances those are sent whose
 * transfer syntax is accepted, with status 206 when that is not all. Beyond the standard, a ZIP
 * archive of the files. A client that asks for parts of other types alone gets the bulk data
 * (§10.4.4).
 */
public final class InstancesService {
  private static final String TYPE = "application/dicom";
  private static final String ZIP = "application/zip";

  private final Archive archive;
  private final Links links;

  public InstancesService(Archive archive, Links links) {
    this.archive = archive;
    this.links = links;
  }

  public void register(Router router) {
    Resources.LEVELS.forEach(resource -> router.add("GET", resource, this::retrieve));
  }

  private Answer retrieve(Request request, PathVariables path) {
    Accept accept = request.accept();
    List<StoredInstance> found = Resources.require(archive, path);
    if (accept.namesOnlyPartsBut(TYPE)) {
      return BulkDataService.all(request, found, links);
    }
    List<Function<StoredInstance, Offer>> forms = new ArrayList<>();
    forms.add(InstancesService::multipart);
    if (path.instance().isPresent()) {
      forms.add(InstancesService::single);
    }
    forms.add(InstancesService::zip);
    Offer best =
        accept.require(
            forms.stream().flatMap(form -> found.stream().map(form)).distinct().toList());
    Function<StoredInstance, Offer> form =
        best.multipart()
            ? InstancesService::multipart
            : best.type().equals(TYPE) ? InstancesService::single : InstancesService::zip;
    List<StoredInstance> accepted =
        found.stream().filter(instance -> accept.accepts(form.apply(instance))).toList();
    Answer answer = Answer.of(accepted.size() == found.size() ? 200 : 206);
    if (best.type().equals(ZIP)) {
      return answer.body(ZIP, new ZipBody(accepted));
    }
    List<Part> parts = accepted.stream().map(InstancesService::part).toList();
    return best.multipart()
        ? Parts.multipart(answer, TYPE, parts)
        : Parts.single(answer, parts.get(0));
  }

  private static Offer multipart(StoredInstance instance) {
    return Offer.multipart(TYPE, instance.transferSyntax().uid());
  }

  private static Offer single(StoredInstance instance) {
    return Offer.single(TYPE, instance.transferSyntax().uid());
  }

  private static Offer zip(StoredInstance instance) {
    return Offer.single(ZIP, instance.transferSyntax().uid());
  }

  private static Part part(StoredInstance instance) {
    String type = TYPE + "; transfer-syntax=" + instance.transferSyntax().uid();
    return new Part(type, "", ByteBuffer.wrap(instance.file()).asReadOnlyBuffer());
  }
}
