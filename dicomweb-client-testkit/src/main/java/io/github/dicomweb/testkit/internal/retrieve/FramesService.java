// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.testkit.internal.retrieve;

import io.github.dicomweb.testkit.internal.archive.Archive;
import io.github.dicomweb.testkit.internal.archive.Links;
import io.github.dicomweb.testkit.internal.archive.StoredInstance;
import io.github.dicomweb.testkit.internal.frames.FrameList;
import io.github.dicomweb.testkit.internal.frames.Frames;
import io.github.dicomweb.testkit.internal.frames.Resources;
import io.github.dicomweb.testkit.internal.http.Answer;
import io.github.dicomweb.testkit.internal.http.HttpProblem;
import io.github.dicomweb.testkit.internal.http.Part;
import io.github.dicomweb.testkit.internal.http.PathVariables;
import io.github.dicomweb.testkit.internal.http.Request;
import io.github.dicomweb.testkit.internal.http.Router;
import java.util.List;

/**
 * Frames (PS3.18 §10.4.1.1.6), as they are stored: native ones in little endian byte order,
 * compressed ones as bare codestreams.
 */
public final class FramesService {
  private final Archive archive;
  private final Links links;

  public FramesService(Archive archive, Links links) {
    this.archive = archive;
    this.links = links;
  }

  public void register(Router router) {
    router.add("GET", Resources.INSTANCE + "/frames/{frames}", this::frames);
  }

  private Answer frames(Request request, PathVariables path) {
    List<Integer> numbers = FrameList.parse(path.required("frames"));
    StoredInstance instance = Resources.require(archive, path).get(0);
    Frames frames = Frames.of(instance);
    if (frames.isVideo()) {
      throw HttpProblem.notAcceptable("A video is not taken apart into frames.");
    }
    String type = Representation.contentType(frames.mediaType(), frames.transferSyntax());
    List<Part> parts =
        numbers.stream()
            .map(
                number ->
                    new Part(type, links.frame(instance.identity(), number), frames.frame(number)))
            .toList();
    return Representation.answer(
        request,
        List.of(new Representation(frames.mediaType(), frames.transferSyntax().uid(), parts)));
  }
}
