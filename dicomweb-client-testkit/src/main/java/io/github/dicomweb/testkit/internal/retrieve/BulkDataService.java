// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.testkit.internal.retrieve;

import io.github.dicomweb.testkit.internal.archive.Archive;
import io.github.dicomweb.testkit.internal.archive.BulkValue;
import io.github.dicomweb.testkit.internal.archive.Links;
import io.github.dicomweb.testkit.internal.archive.StoredInstance;
import io.github.dicomweb.testkit.internal.http.Answer;
import io.github.dicomweb.testkit.internal.http.HttpProblem;
import io.github.dicomweb.testkit.internal.http.Part;
import io.github.dicomweb.testkit.internal.http.PathVariables;
import io.github.dicomweb.testkit.internal.http.Request;
import io.github.dicomweb.testkit.internal.http.Router;
import java.util.List;

/**
 * What the BulkDataURIs of metadata refer to (PS3.18 §10.4.1.1.5), and the frames of native pixel
 * data (§10.4.1.1.6): uncompressed, in little endian byte order. Compressed pixel data would have
 * to be decoded, which this server cannot.
 */
public final class BulkDataService {
  private static final String INSTANCE = "studies/{study}/series/{series}/instances/{instance}";

  private final Archive archive;
  private final Links links;

  public BulkDataService(Archive archive, Links links) {
    this.archive = archive;
    this.links = links;
  }

  public void register(Router router) {
    router.add("GET", INSTANCE + "/bulkdata/{name}", this::bulkData);
    router.add("GET", INSTANCE + "/frames/{frames}", this::frames);
  }

  private Answer bulkData(Request request, PathVariables path) {
    StoredInstance instance = Resources.require(archive, path).get(0);
    String name = path.required("name");
    BulkValue value = instance.bulkValue(name).orElseThrow(HttpProblem::notFound);
    if (value.compressed()) {
      throw HttpProblem.notAcceptable("The value is compressed and cannot be decoded here.");
    }
    String location = links.bulkData(instance.identity(), name);
    return OctetStream.answer(
        request, List.of(new Part(OctetStream.TYPE, location, value.bytes())));
  }

  private Answer frames(Request request, PathVariables path) {
    List<Integer> numbers = FrameList.parse(path.required("frames"));
    StoredInstance instance = Resources.require(archive, path).get(0);
    NativeFrames frames = NativeFrames.of(instance);
    return OctetStream.answer(
        request,
        numbers.stream()
            .map(
                number ->
                    new Part(
                        OctetStream.TYPE,
                        links.frame(instance.identity(), number),
                        frames.frame(number)))
            .toList());
  }
}
