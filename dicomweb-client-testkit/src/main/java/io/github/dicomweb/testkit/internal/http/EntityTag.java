// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.testkit.internal.http;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;

/** Tags of representations, and requests that depend on them (RFC 9110 §8.8.3, §13.1.2). */
public final class EntityTag {
  private final String tag;

  private EntityTag(String tag) {
    this.tag = tag;
  }

  /**
   * The tag of a representation.
   *
   * @param offer its form: another one is another representation
   * @param sources what it is computed from
   */
  public static EntityTag of(Offer offer, Iterable<byte[]> sources) {
    MessageDigest digest;
    try {
      digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
    sources.forEach(digest::update);
    String hex = HexFormat.of().formatHex(digest.digest(), 0, 16);
    return new EntityTag('"' + hex + '-' + (offer.multipart() ? "multipart" : "single") + '"');
  }

  /** 304, when the client has this representation already. */
  public Optional<Answer> notModified(Request request) {
    return request
        .header("If-None-Match")
        .filter(value -> value.strip().equals("*") || lists(value))
        .map(value -> addTo(Answer.of(304)));
  }

  private boolean lists(String value) {
    return Arrays.stream(value.split(","))
        .map(String::strip)
        .map(known -> known.startsWith("W/") ? known.substring(2) : known)
        .anyMatch(tag::equals);
  }

  public Answer addTo(Answer answer) {
    return answer.header("ETag", tag);
  }

  @Override
  public String toString() {
    return tag;
  }
}
