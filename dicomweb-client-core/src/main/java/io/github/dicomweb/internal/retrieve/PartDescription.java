// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.internal.retrieve;

import io.github.dicomweb.dicom.TransferSyntax;
import io.github.dicomweb.internal.http.Answer;
import io.github.dicomweb.internal.multipart.ContentType;
import io.github.dicomweb.internal.multipart.MultipartPart;
import io.github.dicomweb.media.BulkMediaTypes;
import io.github.dicomweb.media.MediaType;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/**
 * What the headers say of a part, and what its first bytes say better.
 *
 * @param headers the headers, names in lower case
 * @param recognised the media type that the first bytes show, or null where nobody looked
 */
record PartDescription(Map<String, String> headers, @Nullable MediaType recognised) {
  // Of the answer's headers those that HTTP calls representation metadata (RFC 9110 §8).
  private static final List<String> OF_THE_CONTENT =
      List.of("content-type", "content-location", "content-range", "etag", "last-modified");

  PartDescription {
    headers = Map.copyOf(headers);
  }

  static PartDescription of(MultipartPart part, @Nullable MediaType recognised) {
    Map<String, String> headers = new LinkedHashMap<>();
    for (Map.Entry<String, String> header : part.headers()) {
      headers.putIfAbsent(header.getKey().toLowerCase(Locale.ROOT), header.getValue());
    }
    return new PartDescription(headers, recognised);
  }

  /** Of an answer that is one single part. */
  static PartDescription of(Answer answer, @Nullable MediaType recognised) {
    Map<String, String> headers = new LinkedHashMap<>();
    for (String name : OF_THE_CONTENT) {
      String value = answer.header(name);
      if (value != null) {
        headers.put(name, value);
      }
    }
    return new PartDescription(headers, recognised);
  }

  private Optional<ContentType> contentType() {
    return Optional.ofNullable(headers.get("content-type")).flatMap(ContentType::parse);
  }

  Optional<MediaType> mediaType() {
    return Optional.ofNullable(recognised)
        .or(() -> contentType().flatMap(PartDescription::nameOf))
        .map(BulkMediaTypes::canonical);
  }

  private static Optional<MediaType> nameOf(ContentType type) {
    try {
      return Optional.of(MediaType.of(type.mediaType()));
    } catch (IllegalArgumentException e) {
      // A name no media type can have: to the caller that is the same as none.
      return Optional.empty();
    }
  }

  Optional<TransferSyntax> transferSyntax() {
    // A "*" that comes back says what was asked, not what was sent; then nothing is known.
    Optional<String> named = contentType().flatMap(t -> t.parameter("transfer-syntax"));
    if (named.isPresent()) {
      return named.filter(uid -> !uid.isEmpty() && !uid.equals("*")).map(TransferSyntax::of);
    }
    return mediaType().flatMap(BulkMediaTypes::defaultTransferSyntaxOf);
  }

  Optional<String> location(HttpUrl answered) {
    String value = headers.get("content-location");
    if (value == null || value.isBlank()) {
      return Optional.empty();
    }
    HttpUrl resolved = answered.resolve(value.strip());
    return Optional.of(resolved == null ? value.strip() : resolved.toString());
  }

  /** No header is told. */
  @Override
  public String toString() {
    return "PartDescription[" + headers.size() + " headers]";
  }
}
