// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.internal.store;

import io.github.dicomweb.dicom.BinaryElement;
import io.github.dicomweb.dicom.BulkDataChoice;
import io.github.dicomweb.dicom.BulkDataElement;
import io.github.dicomweb.dicom.BulkDataHandler;
import io.github.dicomweb.dicom.Dataset;
import io.github.dicomweb.dicom.Element;
import io.github.dicomweb.dicom.FragmentsElement;
import io.github.dicomweb.dicom.Tag;
import io.github.dicomweb.dicom.TransferSyntax;
import io.github.dicomweb.error.DicomFormatException;
import io.github.dicomweb.media.BulkMediaTypes;
import io.github.dicomweb.media.MediaType;
import io.github.dicomweb.profile.ServerProfile.StoredFrames;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Decides which values leave the metadata, and makes their parts: compressed pixel data frame by
 * frame in its media type, documents in theirs, all else in little endian byte order (PS3.18 §10.5,
 * §8.7.3). Used once; not thread-safe.
 */
final class BulkValues implements BulkDataHandler {
  private final Dataset dataset;
  private final TransferSyntax syntax;
  private final Instance instance;
  private final String prefix;
  private final StoredFrames storedFrames;
  private final List<Part> parts = new ArrayList<>();

  /**
   * Creates it for an instance.
   *
   * @param prefix what the locations of its parts begin with
   * @param storedFrames how many frames there may be
   */
  BulkValues(Instance instance, String prefix, StoredFrames storedFrames) {
    this.dataset = instance.dataset();
    this.syntax = instance.syntax();
    this.instance = instance;
    this.prefix = prefix;
    this.storedFrames = storedFrames;
  }

  List<Part> parts() {
    return parts;
  }

  @Override
  public BulkDataChoice choose(Element element, String path) {
    try {
      if (element instanceof FragmentsElement fragments) {
        return frames(Fragments.of(fragments), path);
      }
      if (element instanceof BulkDataElement reference) {
        return referred(reference, path);
      }
      return held((BinaryElement) element, path);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private BulkDataChoice referred(BulkDataElement element, String path) throws IOException {
    if (isOffsetTable(path)) {
      return BulkDataChoice.omit();
    }
    Blob blob = instance.find(element, path);
    if (element.tag() == Tag.PixelData && syntax.isEncapsulated()) {
      boolean inFragments = Fragments.startIn(blob);
      refuseNative(path, inFragments);
      if (inFragments) {
        return frames(Fragments.in(blob, path), path);
      }
    }
    return plain(blob, path);
  }

  private BulkDataChoice held(BinaryElement element, String path) {
    if (isOffsetTable(path)) {
      return BulkDataChoice.omit();
    }
    if (path.equals("7FE00010") && syntax.isEncapsulated()) {
      refuseNative(path, false);
    }
    boolean own =
        switch (path) {
          case "7FE00008", "7FE00009", "7FE00010", "00420011" -> true;
          default -> element.length() > Instance.INLINE;
        };
    return own ? plain(blob(element), path) : BulkDataChoice.keep();
  }

  /** Where fragments lie in a file; frames that are sent one by one have no such places. */
  private boolean isOffsetTable(String path) {
    return syntax.isEncapsulated() && (path.equals("7FE00001") || path.equals("7FE00002"));
  }

  private static void refuseNative(String path, boolean inFragments) {
    if (!inFragments && path.equals("7FE00010")) {
      throw DicomFormatException.ofValue(
          "pixel data that is not in fragments, in an encapsulated transfer syntax", path);
    }
  }

  private static Blob blob(BinaryElement element) {
    return new Blob(
        new Origin(() -> new BufferInput(element.asByteBuffer())), 0, element.length(), 1);
  }

  private BulkDataChoice plain(Blob blob, String path) {
    String type = path.equals("00420011") ? documentType() : MediaType.OCTET_STREAM.name();
    return part(type, List.of(blob), path);
  }

  private String documentType() {
    try {
      return dataset
          .string(Tag.MIMETypeOfEncapsulatedDocument)
          .map(MediaType::of)
          .orElse(MediaType.OCTET_STREAM)
          .name();
    } catch (IllegalArgumentException e) {
      // what is no media type cannot stand in a header; the attribute itself is sent as it is
      return MediaType.OCTET_STREAM.name();
    }
  }

  private BulkDataChoice frames(Fragments fragments, String path) {
    if (!syntax.isEncapsulated()) {
      throw DicomFormatException.ofValue("fragments, in a transfer syntax that has none", path);
    }
    MediaType type =
        BulkMediaTypes.mediaTypeOf(syntax)
            .orElseThrow(
                () ->
                    DicomFormatException.ofValue(
                        "pixel data in a transfer syntax that no media type carries", path));
    boolean inItem = path.indexOf('.') >= 0;
    int count = inItem ? 1 : dataset.intValue(Tag.NumberOfFrames).orElse(1);
    List<List<Blob>> frames =
        type.type().equals("video") ? List.of(fragments.all(path)) : fragments.frames(count, path);
    if (frames.size() > 1 && storedFrames == StoredFrames.ONE) {
      throw DicomFormatException.ofValue(
          "compressed pixel data of several frames, of which this server would keep one", path);
    }
    String contentType =
        String.format(Locale.ROOT, "%s; transfer-syntax=%s", type.name(), syntax.uid());
    BulkDataChoice choice = BulkDataChoice.omit();
    for (List<Blob> frame : frames) {
      choice = part(contentType, frame, path);
    }
    return choice;
  }

  private BulkDataChoice part(String contentType, List<Blob> blobs, String path) {
    String location = prefix + path.replace("].", "/").replace('[', '/');
    parts.add(new Part(contentType, location, new Joined(blobs)));
    return BulkDataChoice.refer(location);
  }

  private record Joined(List<Blob> blobs) implements Content {
    @Override
    public long length() {
      return blobs.stream().mapToLong(Blob::length).sum();
    }

    @Override
    public void writeTo(OutputStream out) throws IOException {
      for (Blob blob : blobs) {
        blob.writeTo(out);
      }
    }
  }
}
