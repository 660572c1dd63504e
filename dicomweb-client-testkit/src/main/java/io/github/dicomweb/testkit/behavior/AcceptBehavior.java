// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.testkit.behavior;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How the Accept header, or the parameter in its place, is read (PS3.18 §8.3.3.1, §8.7). Immutable;
 * each {@code with} method gives a changed copy.
 *
 * @param readings how lists and qualities are read, by resource; {@link Reading#WHOLE} where
 *     nothing is said
 * @param anySyntax whether {@code transfer-syntax=*} is understood
 * @param quotes whether the type within {@code multipart/related} must be quoted
 * @param parts which of multipart and single part may be asked for, for instances, bulk data and
 *     frames
 * @param syntaxes which transfer syntaxes are sent
 * @param offers the media types that there are, by resource, written as ranges of Accept; all that
 *     the server has where nothing is said
 * @param refusalStatus the status when nothing acceptable is there
 */
public record AcceptBehavior(
    Map<ResourceCategory, Reading> readings,
    AnySyntax anySyntax,
    Quotes quotes,
    PartCount parts,
    Syntaxes syntaxes,
    Map<ResourceCategory, List<String>> offers,
    int refusalStatus) {

  /** Whether {@code transfer-syntax=*} is understood. */
  public enum AnySyntax {
    /** It is. */
    KNOWN,
    /**
     * It is, and with {@code application/octet-stream} compressed frames come as well, under their
     * own media types.
     */
    ANY_TYPE,
    /** A range with it is not acceptable. */
    REFUSED
  }

  /** Whether {@code multipart/related; type="…"} needs its quotes. */
  public enum Quotes {
    /** Either way is understood. */
    OPTIONAL,
    /** A range without them is not acceptable. */
    REQUIRED,
    /** A range with them is not acceptable. */
    REFUSED
  }

  /** Which of multipart and single part may be asked for. */
  public enum PartCount {
    /** Either. */
    BOTH,
    /** Multipart alone. */
    MULTIPART_ONLY,
    /** Single part alone. */
    SINGLE_ONLY
  }

  /** Which transfer syntaxes are sent. */
  public enum Syntaxes {
    /** Those that are accepted, Explicit VR Little Endian if none is named. */
    ACCEPTED,
    /** The same, but a range of any type, and no Accept at all, stand for any. */
    ANY_FOR_ANYTHING,
    /** Explicit VR Little Endian, whatever is asked for. */
    EXPLICIT_LITTLE_ENDIAN
  }

  /** How lists and qualities are read. */
  public enum Reading {
    /** As RFC 9110 says. */
    WHOLE,
    /** Of several ranges only the last counts, and q is ignored. */
    LAST_RANGE,
    /** Several ranges, or a q, are not acceptable. */
    ONE_RANGE,
    /** All ranges are read, but q is ignored. */
    NO_QUALITY,
    /** Not at all: what is stored is sent, in the way in which it is stored. */
    IGNORED
  }

  /**
   * Copies the maps and refuses what is no status of a client's error.
   *
   * @param readings how lists and qualities are read, by resource; {@link Reading#WHOLE} where
   *     nothing is said
   * @param anySyntax whether {@code transfer-syntax=*} is understood
   * @param quotes whether the type within {@code multipart/related} must be quoted
   * @param parts which of multipart and single part may be asked for, for instances, bulk data and
   *     frames
   * @param syntaxes which transfer syntaxes are sent
   * @param offers the media types that there are, by resource, written as ranges of Accept; all
   *     that the server has where nothing is said
   * @param refusalStatus the status when nothing acceptable is there
   */
  public AcceptBehavior {
    readings = Map.copyOf(readings);
    offers = Map.copyOf(offers);
    if (refusalStatus < 400 || refusalStatus > 499) {
      throw new IllegalArgumentException("the status must be from 400 to 499");
    }
  }

  /**
   * Reads all Accept headers in one way.
   *
   * @param reading the way
   * @return a changed copy
   */
  public AcceptBehavior withReading(Reading reading) {
    Map<ResourceCategory, Reading> all = new EnumMap<>(ResourceCategory.class);
    for (ResourceCategory category : ResourceCategory.values()) {
      all.put(category, reading);
    }
    return withReadings(all);
  }

  /**
   * Reads the Accept header of one category of resources in another way.
   *
   * @param category the resources
   * @param reading the way
   * @return a changed copy
   */
  public AcceptBehavior withReading(ResourceCategory category, Reading reading) {
    Map<ResourceCategory, Reading> changed = new HashMap<>(readings);
    changed.put(category, reading);
    return withReadings(changed);
  }

  /**
   * Says which media types one category of resources has.
   *
   * @param category the resources
   * @param ranges such as {@code application/dicom} for a single part, or {@code multipart/related;
   *     type="image/jpeg"}
   * @return a changed copy
   */
  public AcceptBehavior withOffers(ResourceCategory category, String... ranges) {
    Map<ResourceCategory, List<String>> changed = new HashMap<>(offers);
    changed.put(category, List.of(ranges));
    return withOffers(changed);
  }

  static AcceptBehavior standard() {
    return new AcceptBehavior(
        Map.of(),
        AnySyntax.KNOWN,
        Quotes.OPTIONAL,
        PartCount.BOTH,
        Syntaxes.ACCEPTED,
        Map.of(),
        406);
  }

  /**
   * Changes {@link #readings()}.
   *
   * @param value how lists and qualities are read, by resource; {@link Reading#WHOLE} where nothing
   *     is said
   * @return a changed copy
   */
  public AcceptBehavior withReadings(Map<ResourceCategory, Reading> value) {
    return new AcceptBehavior(value, anySyntax, quotes, parts, syntaxes, offers, refusalStatus);
  }

  /**
   * Changes {@link #anySyntax()}.
   *
   * @param value whether {@code transfer-syntax=*} is understood
   * @return a changed copy
   */
  public AcceptBehavior withAnySyntax(AnySyntax value) {
    return new AcceptBehavior(readings, value, quotes, parts, syntaxes, offers, refusalStatus);
  }

  /**
   * Changes {@link #quotes()}.
   *
   * @param value whether the type within {@code multipart/related} must be quoted
   * @return a changed copy
   */
  public AcceptBehavior withQuotes(Quotes value) {
    return new AcceptBehavior(readings, anySyntax, value, parts, syntaxes, offers, refusalStatus);
  }

  /**
   * Changes {@link #parts()}.
   *
   * @param value which of multipart and single part may be asked for, for instances, bulk data and
   *     frames
   * @return a changed copy
   */
  public AcceptBehavior withParts(PartCount value) {
    return new AcceptBehavior(readings, anySyntax, quotes, value, syntaxes, offers, refusalStatus);
  }

  /**
   * Changes {@link #syntaxes()}.
   *
   * @param value which transfer syntaxes are sent
   * @return a changed copy
   */
  public AcceptBehavior withSyntaxes(Syntaxes value) {
    return new AcceptBehavior(readings, anySyntax, quotes, parts, value, offers, refusalStatus);
  }

  /**
   * Changes {@link #offers()}.
   *
   * @param value the media types that there are, by resource, written as ranges of Accept; all that
   *     the server has where nothing is said
   * @return a changed copy
   */
  public AcceptBehavior withOffers(Map<ResourceCategory, List<String>> value) {
    return new AcceptBehavior(readings, anySyntax, quotes, parts, syntaxes, value, refusalStatus);
  }

  /**
   * Changes {@link #refusalStatus()}.
   *
   * @param value the status when nothing acceptable is there
   * @return a changed copy
   */
  public AcceptBehavior withRefusalStatus(int value) {
    return new AcceptBehavior(readings, anySyntax, quotes, parts, syntaxes, offers, value);
  }
}
