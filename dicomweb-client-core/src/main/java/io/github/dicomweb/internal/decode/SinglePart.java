// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.internal.decode;

import io.github.dicomweb.media.BulkMediaTypes;
import io.github.dicomweb.media.MediaRange;
import io.github.dicomweb.media.MediaType;
import io.github.dicomweb.media.ResourceCategory;
import java.util.Optional;
import java.util.Set;
import okio.ByteString;

/** What an answer may be if it is one single part, by what was asked for. */
public enum SinglePart {
  /** A DICOM file, and nothing else. */
  INSTANCE,
  /** Bytes of any kind, which nothing but their media type tells apart. */
  BULK,
  /** A picture, a video or a document. */
  RENDERED;

  /** Rendered media types that always show themselves. */
  private static final Set<MediaType> SHOWN =
      Set.of(
          MediaType.JPEG,
          MediaType.PNG,
          MediaType.GIF,
          MediaType.JPEG_2000,
          MediaType.JPH,
          MediaType.JPEG_XL);

  /** Whether the media type of the answer is one that may come. */
  boolean mayBe(MediaType type) {
    return switch (this) {
      case INSTANCE -> type.equals(MediaType.DICOM);
      case BULK ->
          !BulkMediaTypes.transferSyntaxesOf(type).isEmpty()
              || !(type.type().equals("text") || isModel(type));
      case RENDERED ->
          !isModel(type) && ResourceCategory.RENDERED.objectionTo(MediaRange.of(type)).isEmpty();
    };
  }

  private static boolean isModel(MediaType type) {
    return type.equals(MediaType.DICOM)
        || type.equals(MediaType.DICOM_JSON)
        || type.equals(MediaType.DICOM_XML)
        || type.name().equals("application/json")
        || type.name().equals("application/xml");
  }

  /**
   * What the first bytes show, if it is something that may come and cannot be mistaken.
   *
   * @param head the first bytes
   * @return the media type
   */
  Optional<MediaType> recognise(ByteString head) {
    Optional<MediaType> shown = Signatures.mediaTypeOf(head);
    if (this == INSTANCE) {
      return shown.filter(MediaType.DICOM::equals);
    }
    if (this == RENDERED) {
      return shown.filter(type -> mayBe(type) && !type.equals(MediaType.HTML));
    }
    return shown.filter(type -> !type.equals(MediaType.DICOM) && !type.equals(MediaType.HTML));
  }

  /**
   * Whether bytes that nothing is recognised by may be of the media type they came under.
   *
   * @param named a media type that may come
   * @param head the first bytes
   * @return false if they cannot be
   */
  boolean canBegin(MediaType named, ByteString head) {
    if (this != RENDERED) {
      return true;
    }
    // Not so for models, some of which are text.
    boolean binary =
        named.type().equals("image") || named.type().equals("video") || named.equals(MediaType.PDF);
    return head.size() > 0 && !SHOWN.contains(named) && !(binary && isOther(head));
  }

  /** Whether it is text, as errors are, or an instance that was not rendered. */
  private static boolean isOther(ByteString head) {
    return Signatures.isText(head)
        || Signatures.mediaTypeOf(head).filter(MediaType.DICOM::equals).isPresent();
  }
}
