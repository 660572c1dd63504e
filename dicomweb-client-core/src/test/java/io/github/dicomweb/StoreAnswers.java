// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.github.dicomweb.dicom.Dataset;
import io.github.dicomweb.dicom.Tag;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import mockwebserver3.RecordedRequest;

/** Datasets to store, answers to stores, and bodies of stores to look at. */
final class StoreAnswers {
  static final String SECONDARY_CAPTURE = "1.2.840.10008.5.1.4.1.1.7";

  private StoreAnswers() {}

  /** An instance with the least that one has. */
  static Dataset dataset(String uid) {
    return Dataset.builder()
        .put(Tag.SOPClassUID, SECONDARY_CAPTURE)
        .put(Tag.SOPInstanceUID, uid)
        .build();
  }

  static String stored(String... uids) {
    return "{" + sequence("00081199", List.of(uids), "") + "}";
  }

  static String failed(String uid, String more) {
    return "{" + sequence("00081198", List.of(uid), more) + "}";
  }

  private static String sequence(String tag, List<String> uids, String more) {
    return uids.stream()
        .map(uid -> "{\"00081155\":{\"vr\":\"UI\",\"Value\":[\"" + uid + "\"]}" + more + "}")
        .collect(Collectors.joining(",", "\"" + tag + "\":{\"vr\":\"SQ\",\"Value\":[", "]}"));
  }

  /** A body byte for byte, as ISO 8859-1, with {@code BOUNDARY} in the place of its boundary. */
  static String golden(RecordedRequest request) {
    String type = Objects.requireNonNull(request.getHeaders().get("Content-Type"));
    String boundary = type.substring(type.indexOf("boundary=") + "boundary=".length());
    return Objects.requireNonNull(request.getBody())
        .string(ISO_8859_1)
        .replace(boundary, "BOUNDARY");
  }
}
