// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.testkit.internal.retrieve;

import io.github.dicomweb.dicom.Tags;
import io.github.dicomweb.testkit.internal.archive.Archive;
import io.github.dicomweb.testkit.internal.archive.BulkData;
import io.github.dicomweb.testkit.internal.archive.Links;
import io.github.dicomweb.testkit.internal.archive.StoredInstance;
import io.github.dicomweb.testkit.internal.frames.Frames;
import io.github.dicomweb.testkit.internal.frames.Resources;
import io.github.dicomweb.testkit.internal.http.Answer;
import io.github.dicomweb.testkit.internal.http.HttpProblem;
import io.github.dicomweb.testkit.internal.http.Part;
import io.github.dicomweb.testkit.internal.http.Parts;
import io.github.dicomweb.testkit.internal.http.PathVariables;
import io.github.dicomweb.testkit.internal.http.Request;
import io.github.dicomweb.testkit.internal.http.Router;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Bulk data (PS3.18 §10.4.1.1.5): what the BulkDataURIs of metadata refer to, and all bulk data or
 * all pixel data of a study, a series or an instance. Compressed pixels come frame by frame as they
 * are stored, all else uncompressed in little endian byte order.
 */
public final class BulkDataService {
  private static final Set<String> PIXEL_DATA =
      Frames.PIXEL_DATA.stream().map(Tags::toHex).collect(Collectors.toUnmodifiableSet());

  private final Archive archive;
  private final BulkValues values;

  public BulkDataService(Archive archive, Links links) {
    this.archive = archive;
    this.values = new BulkValues(links);
  }

  public void register(Router router) {
    for (String resource : Resources.LEVELS) {
      router.add("GET", resource + "/bulkdata", (request, path) -> all(request, path, n -> true));
      router.add(
          "GET",
          resource + "/pixeldata",
          (request, path) -> all(request, path, PIXEL_DATA::contains));
    }
    router.add("GET", Resources.INSTANCE + "/bulkdata/{name}", this::one);
  }

  private Answer one(Request request, PathVariables path) {
    StoredInstance instance = Resources.require(archive, path).get(0);
    return Representation.answer(request, values.of(instance, path.required("name")));
  }

  private Answer all(Request request, PathVariables path, Predicate<String> names) {
    return all(request, Resources.require(archive, path), values, names);
  }

  /** All the bulk data of instances. */
  static Answer all(Request request, List<StoredInstance> instances, Links links) {
    return all(request, instances, new BulkValues(links), name -> true);
  }

  private static Answer all(
      Request request, List<StoredInstance> instances, BulkValues values, Predicate<String> names) {
    List<List<Representation>> found = new ArrayList<>();
    for (StoredInstance instance : instances) {
      BulkData.names(instance.attributes()).stream()
          .filter(names)
          .forEach(name -> found.add(values.of(instance, name)));
    }
    if (found.isEmpty()) {
      throw HttpProblem.notFound();
    }
    if (found.size() == 1) {
      return Representation.answer(request, found.get(0));
    }
    List<Representation> accepted =
        found.stream()
            .flatMap(ways -> Representation.accepted(request.accept(), ways).stream())
            .toList();
    if (accepted.isEmpty()) {
      throw HttpProblem.notAcceptable("No value is here in an accepted media type.");
    }
    List<Part> parts = accepted.stream().flatMap(way -> way.parts().stream()).toList();
    return Parts.multipart(
        Answer.of(accepted.size() == found.size() ? 200 : 206), accepted.get(0).type(), parts);
  }
}
