// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.testkit.internal.retrieve;

import io.github.dicomweb.dicom.FragmentsElement;
import io.github.dicomweb.dicom.Tag;
import io.github.dicomweb.dicom.Tags;
import io.github.dicomweb.dicom.TransferSyntax;
import io.github.dicomweb.testkit.internal.archive.Links;
import io.github.dicomweb.testkit.internal.archive.StoredInstance;
import io.github.dicomweb.testkit.internal.frames.Frames;
import io.github.dicomweb.testkit.internal.http.HttpProblem;
import io.github.dicomweb.testkit.internal.http.Part;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** The ways in which a value of bulk data can be sent (PS3.18 §8.7.3.3). */
final class BulkValues {
  private static final String PIXEL_DATA = Tags.toHex(Tag.PixelData);
  private static final String DOCUMENT = Tags.toHex(Tag.EncapsulatedDocument);

  private final Links links;

  BulkValues(Links links) {
    this.links = links;
  }

  /**
   * The ways, the preferred one first; none for compressed pixels of an item, whose transfer syntax
   * nothing tells; 404 when there is no binary value of this name.
   */
  List<Representation> of(StoredInstance instance, String name) {
    String location = links.bulkData(instance.identity(), name);
    Optional<FragmentsElement> fragments = instance.fragments(name);
    if (fragments.isPresent()) {
      return name.equals(PIXEL_DATA) ? List.of(compressed(instance, location)) : List.of();
    }
    ByteBuffer bytes = instance.bulkValue(name).orElseThrow(HttpProblem::notFound).bytes();
    List<Representation> ways = new ArrayList<>();
    if (name.equals(DOCUMENT)) {
      instance
          .attributes()
          .string(Tag.MIMETypeOfEncapsulatedDocument)
          .filter(type -> type.matches("[\\w.+-]+/[\\w.+-]+"))
          .ifPresent(
              type ->
                  ways.add(
                      new Representation(
                          type,
                          "",
                          List.of(
                              new Part(
                                  type,
                                  location,
                                  instance.document().orElseThrow(HttpProblem::notFound))))));
    }
    TransferSyntax syntax = TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN;
    String type = Representation.contentType(Representation.OCTET_STREAM, syntax);
    ways.add(
        new Representation(
            Representation.OCTET_STREAM, syntax.uid(), List.of(new Part(type, location, bytes))));
    return ways;
  }

  private static Representation compressed(StoredInstance instance, String location) {
    Frames frames = Frames.of(instance);
    String type = Representation.contentType(frames.mediaType(), frames.transferSyntax());
    return new Representation(
        frames.mediaType(),
        frames.transferSyntax().uid(),
        IntStream.rangeClosed(1, frames.count())
            .mapToObj(number -> new Part(type, location, frames.frame(number)))
            .toList());
  }
}
