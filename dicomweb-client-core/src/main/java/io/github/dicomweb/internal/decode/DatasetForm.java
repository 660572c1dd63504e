// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.internal.decode;

import io.github.dicomweb.error.Warning;
import io.github.dicomweb.internal.http.Answer;
import io.github.dicomweb.internal.multipart.ContentType;
import io.github.dicomweb.internal.multipart.MultipartReader;
import io.github.dicomweb.media.MediaType;
import java.io.IOException;
import java.util.List;
import okio.ByteString;
import org.jspecify.annotations.Nullable;

/**
 * How the datasets of an answer are written: what its first characters say, since servers leave the
 * media type out, call JSON text and send what was not asked for. The media type decides where the
 * first characters do not, and whether the answer is multipart.
 *
 * @param kind the form
 * @param boundary the boundary of a multipart body, or null
 */
record DatasetForm(Kind kind, @Nullable String boundary) {

  enum Kind {
    NOTHING,
    JSON,
    XML,
    MULTIPART
  }

  /**
   * Finds it out without consuming anything.
   *
   * @param answer the answer
   * @param asked the media type of the model that was asked for
   * @param warnings takes what was tolerated
   */
  static DatasetForm of(Answer answer, MediaType asked, List<Warning> warnings) throws IOException {
    ContentType type = answer.contentType();
    boolean multipart = type != null && type.isMultipart();
    if (type != null && multipart && type.boundary().isPresent()) {
      return multipart(type.boundary().get(), asked, warnings);
    }
    if (answer.source().exhausted()) {
      warnings.add(Warning.tolerated("an empty body where datasets were expected"));
      return new DatasetForm(Kind.NOTHING, null);
    }
    ByteString head = BodyForm.head(answer.source());
    String delimiter = BodyForm.firstDelimiter(head);
    if (delimiter != null && MultipartReader.usableBoundary(delimiter)) {
      warnings.add(
          Warning.tolerated(
              multipart
                  ? "a multipart body whose media type names no boundary"
                  : "a multipart body under another media type, or under none"));
      return multipart(delimiter, asked, warnings);
    }
    String name = type == null ? "" : type.mediaType();
    Kind kind = kind(head, name);
    if (kind == Kind.NOTHING) {
      throw answer.malformed("the answer holds no datasets, in JSON or in XML").build();
    }
    checkName(kind, name, warnings);
    checkAsked(kind, asked, warnings);
    return new DatasetForm(kind, null);
  }

  private static DatasetForm multipart(String boundary, MediaType asked, List<Warning> warnings) {
    if (!asked.equals(MediaType.DICOM_XML)) {
      warnings.add(Warning.tolerated("a multipart body where JSON was asked for"));
    }
    return new DatasetForm(Kind.MULTIPART, boundary);
  }

  private static Kind kind(ByteString head, String name) {
    Kind shown = shownBy(head);
    if (shown != Kind.NOTHING) {
      return shown;
    }
    // Blank, or in an encoding of more than one byte a character, which the readers know.
    return switch (name) {
      case "application/dicom+json", "application/json" -> Kind.JSON;
      case "application/dicom+xml", "application/xml" -> Kind.XML;
      default -> Kind.NOTHING;
    };
  }

  /** What the first characters show: JSON, XML that is no page for people, or nothing. */
  static Kind shownBy(ByteString head) {
    for (int i = 0; i < head.size(); i++) {
      int b = head.getByte(i) & 0xFF;
      boolean ignorable = b <= ' ' || b == 0xEF || b == 0xBB || b == 0xBF;
      if (!ignorable || b == 0) {
        boolean html = Signatures.mediaTypeOf(head).filter(MediaType.HTML::equals).isPresent();
        return b == '{' || b == '[' ? Kind.JSON : b == '<' && !html ? Kind.XML : Kind.NOTHING;
      }
    }
    return Kind.NOTHING;
  }

  static void checkName(Kind kind, String name, List<Warning> warnings) {
    MediaType proper = kind == Kind.JSON ? MediaType.DICOM_JSON : MediaType.DICOM_XML;
    if (!name.equals(proper.name())) {
      warnings.add(
          Warning.tolerated(kind + (name.isEmpty() ? " without a media type" : " under " + name)));
    }
  }

  static void checkAsked(Kind kind, MediaType asked, List<Warning> warnings) {
    Kind wanted = asked.equals(MediaType.DICOM_XML) ? Kind.XML : Kind.JSON;
    if (kind != wanted) {
      warnings.add(Warning.tolerated(kind + " where " + wanted + " was asked for"));
    }
  }
}
