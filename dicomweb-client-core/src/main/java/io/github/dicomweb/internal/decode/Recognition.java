// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.internal.decode;

import io.github.dicomweb.error.Warning;
import io.github.dicomweb.internal.multipart.ContentType;
import io.github.dicomweb.media.BulkMediaTypes;
import io.github.dicomweb.media.MediaType;
import java.util.List;
import java.util.Optional;
import okio.ByteString;
import org.jspecify.annotations.Nullable;

/**
 * What a part is: what its media type says, unless its first bytes say otherwise.
 *
 * @param recognised the media type that the first bytes show, or null where the media type of the
 *     part is to be believed
 * @param objection why it is nothing that may come, or null
 */
public record Recognition(@Nullable MediaType recognised, @Nullable String objection) {
  private static final String STRANGE = "the answer is not what was asked for, nor multipart";

  /** How many bytes from the beginning it takes. */
  public static final int HEAD = Signatures.LENGTH;

  /**
   * Finds it out.
   *
   * @param type the media type the part came under, or null
   * @param kind what it may be
   * @param head its first bytes
   * @param warnings takes what was tolerated
   * @return what it is
   */
  public static Recognition of(
      @Nullable ContentType type, SinglePart kind, ByteString head, List<Warning> warnings) {
    Optional<MediaType> named = type == null ? Optional.empty() : name(type);
    Optional<MediaType> shown = kind.recognise(head);
    boolean allowed = named.filter(kind::mayBe).isPresent();
    if (allowed && shown.isPresent() && agree(named.get(), shown.get())) {
      return new Recognition(null, null);
    }
    if (shown.isPresent() && (kind != SinglePart.BULK || !allowed)) {
      warnings.add(Warning.tolerated(shown.get() + " under another media type, or under none"));
      return new Recognition(shown.get(), null);
    }
    if (allowed) {
      return kind.canBegin(named.get(), head)
          ? new Recognition(null, null)
          : new Recognition(null, "the bytes are not what their media type says");
    }
    boolean bytes = kind == SinglePart.BULK && type == null && !Signatures.isMarkup(head);
    if (bytes) {
      warnings.add(Warning.tolerated("bytes without a media type"));
      return new Recognition(MediaType.OCTET_STREAM, null);
    }
    return new Recognition(null, STRANGE);
  }

  /** Whether the media type is one that may come. */
  public static boolean isNamed(@Nullable ContentType type, SinglePart kind) {
    return type != null && name(type).filter(kind::mayBe).isPresent();
  }

  /**
   * Looks at a part of a multipart body that came under a media type that may not come, or under
   * none. That it stands among the parts shows that it is meant.
   *
   * @param kind what it may be
   * @param head its first bytes
   * @param warnings takes what was tolerated
   * @return what it is, as far as it shows
   */
  public static Recognition amongOthers(SinglePart kind, ByteString head, List<Warning> warnings) {
    Optional<MediaType> shown = kind.recognise(head);
    warnings.add(
        Warning.tolerated(
            shown.map(MediaType::toString).orElse("a part")
                + " under another media type, or under none"));
    return new Recognition(shown.orElse(null), null);
  }

  /** Whether the first bytes fit the media type: those that hold others are not contradicted. */
  private static boolean agree(MediaType named, MediaType shown) {
    MediaType canonical = BulkMediaTypes.canonical(named);
    return canonical.equals(shown)
        || (canonical.type().equals("video") && shown.type().equals("video"))
        || (shown.equals(MediaType.JPEG_2000)
            && (canonical.equals(MediaType.JPEG_2000_PART_2)
                || canonical.equals(MediaType.HTJ2K)
                || canonical.equals(MediaType.JPH)))
        // A JPEG-LS codestream may begin with other markers than its own.
        || (canonical.equals(MediaType.JPEG_LS) && shown.equals(MediaType.JPEG));
  }

  private static Optional<MediaType> name(ContentType type) {
    try {
      return Optional.of(MediaType.of(type.mediaType()));
    } catch (IllegalArgumentException e) {
      // A name that no media type can have tells as much as none.
      return Optional.empty();
    }
  }
}
