// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.testkit.internal.render;

import io.github.dicomweb.testkit.internal.archive.Archive;
import io.github.dicomweb.testkit.internal.archive.StoredInstance;
import io.github.dicomweb.testkit.internal.frames.FrameList;
import io.github.dicomweb.testkit.internal.frames.Resources;
import io.github.dicomweb.testkit.internal.http.Answer;
import io.github.dicomweb.testkit.internal.http.HttpProblem;
import io.github.dicomweb.testkit.internal.http.Offer;
import io.github.dicomweb.testkit.internal.http.PathVariables;
import io.github.dicomweb.testkit.internal.http.Request;
import io.github.dicomweb.testkit.internal.http.Router;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import okio.Buffer;

/**
 * Thumbnails (PS3.18 §10.4.1.1.4): one small image alone, of the image in the middle of those asked
 * for that can be decoded. What holds no image has none.
 */
public final class ThumbnailService {
  private static final int SIDE = 128;

  private final Archive archive;

  public ThumbnailService(Archive archive) {
    this.archive = archive;
  }

  public void register(Router router) {
    Resources.LEVELS.forEach(
        resource ->
            router.add(
                "GET",
                resource + "/thumbnail",
                (request, path) -> thumbnail(request, path, OptionalInt.empty())));
    router.add(
        "GET",
        Resources.INSTANCE + "/frames/{frames}/thumbnail",
        (request, path) ->
            thumbnail(
                request, path, OptionalInt.of(FrameList.parse(path.required("frames")).get(0))));
  }

  private Answer thumbnail(Request request, PathVariables path, OptionalInt frame)
      throws IOException {
    Viewport viewport =
        request.query().single("viewport").map(Viewport::parseSize).orElse(Viewport.of(SIDE, SIDE));
    List<StoredInstance> images =
        Resources.require(archive, path).stream().filter(ImageSource::isImage).toList();
    if (images.isEmpty()) {
      throw HttpProblem.notFound();
    }
    List<StoredInstance> readable = images.stream().filter(ImageSource::isReadable).toList();
    if (readable.isEmpty()) {
      throw HttpProblem.notAcceptable("The pixels cannot be decoded here.");
    }
    Offer offer =
        request
            .accept()
            .require(ImageEncoder.TYPES.stream().map(type -> Offer.single(type, "")).toList());
    ImageSource source = ImageSource.of(readable.get(readable.size() / 2));
    int number = frame.orElse((source.count() + 1) / 2);
    if (number > source.count()) {
      throw HttpProblem.notFound();
    }
    byte[] bytes =
        ImageEncoder.encode(
            viewport.apply(source.image(number, Optional.empty())),
            offer.type(),
            OptionalInt.empty());
    return Answer.of(200).body(offer.type(), new Buffer().write(bytes));
  }
}
