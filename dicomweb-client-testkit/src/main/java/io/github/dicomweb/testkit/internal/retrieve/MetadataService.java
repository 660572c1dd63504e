// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.testkit.internal.retrieve;

import io.github.dicomweb.dicom.Dataset;
import io.github.dicomweb.testkit.internal.archive.Archive;
import io.github.dicomweb.testkit.internal.archive.BulkData;
import io.github.dicomweb.testkit.internal.archive.Links;
import io.github.dicomweb.testkit.internal.archive.StoredInstance;
import io.github.dicomweb.testkit.internal.frames.Resources;
import io.github.dicomweb.testkit.internal.http.Answer;
import io.github.dicomweb.testkit.internal.http.DatasetBody;
import io.github.dicomweb.testkit.internal.http.EntityTag;
import io.github.dicomweb.testkit.internal.http.Offer;
import io.github.dicomweb.testkit.internal.http.PathVariables;
import io.github.dicomweb.testkit.internal.http.Request;
import io.github.dicomweb.testkit.internal.http.Router;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** Metadata of studies, series and instances (PS3.18 §10.4.1.1.2), with an ETag. */
public final class MetadataService {
  private final Archive archive;
  private final Links links;

  public MetadataService(Archive archive, Links links) {
    this.archive = archive;
    this.links = links;
  }

  public void register(Router router) {
    Resources.LEVELS.forEach(resource -> router.add("GET", resource + "/metadata", this::metadata));
  }

  private Answer metadata(Request request, PathVariables path) throws IOException {
    Offer offer = DatasetBody.requireList(request);
    List<StoredInstance> found = Resources.require(archive, path);
    EntityTag tag = EntityTag.of(offer, found.stream().map(StoredInstance::file).toList());
    Optional<Answer> notModified = tag.notModified(request);
    return notModified.isPresent()
        ? notModified.get()
        : DatasetBody.list(
            tag.addTo(Answer.of(200)), offer, found.stream().map(this::metadata).toList());
  }

  private Dataset metadata(StoredInstance instance) {
    return BulkData.withUris(
        instance.attributes(), name -> links.bulkData(instance.identity(), name));
  }
}
