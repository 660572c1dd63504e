// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.media;

import io.github.dicomweb.dicom.TransferSyntax;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a caller accepts: a media type or a wildcard, perhaps in one transfer syntax, with a weight
 * (PS3.18 §8.7.3.3, §8.7.8). Whether it is asked for as one part or as several is decided where the
 * request is described. Immutable; equal by value.
 */
public final class MediaRange {
  private static final String ANY_SYNTAX = "*";

  /** Anything ({@code *}{@code /*}). */
  public static final MediaRange ANY = new MediaRange("*", "*", null, 1000);

  private final String type;
  private final String subtype;
  private final @Nullable String transferSyntax;
  private final int thousandths;

  private MediaRange(
      String type, String subtype, @Nullable String transferSyntax, int thousandths) {
    this.type = type;
    this.subtype = subtype;
    this.transferSyntax = transferSyntax;
    this.thousandths = thousandths;
  }

  /**
   * A range of one media type.
   *
   * @param type the media type
   * @return the range, of weight 1, in the default transfer syntax of the type
   */
  public static MediaRange of(MediaType type) {
    String name = type.name();
    return new MediaRange(type.type(), name.substring(name.indexOf('/') + 1), null, 1000);
  }

  /**
   * A range of all subtypes of a type.
   *
   * @param type such as {@code image}
   * @return such as {@code image/*}
   * @throws IllegalArgumentException if it is not the name of a type
   */
  public static MediaRange allOf(String type) {
    MediaType checked = MediaType.of(type.toLowerCase(Locale.ROOT) + "/x");
    return new MediaRange(checked.type(), "*", null, 1000);
  }

  /**
   * Asks for a transfer syntax.
   *
   * @param value the transfer syntax
   * @return a changed copy
   */
  public MediaRange transferSyntax(TransferSyntax value) {
    return new MediaRange(type, subtype, value.uid(), thousandths);
  }

  /**
   * Asks for whatever transfer syntax the server has ({@code transfer-syntax=*}).
   *
   * @return a changed copy
   */
  public MediaRange anyTransferSyntax() {
    return new MediaRange(type, subtype, ANY_SYNTAX, thousandths);
  }

  /**
   * Sets the weight.
   *
   * @param value more than 0, at most 1; rounded to thousandths
   * @return a changed copy
   * @throws IllegalArgumentException if it is not in that range
   */
  public MediaRange q(double value) {
    if (!(value >= 0.001 && value <= 1)) {
      throw new IllegalArgumentException("a weight is more than 0 and at most 1");
    }
    int rounded =
        BigDecimal.valueOf(value).movePointRight(3).setScale(0, RoundingMode.HALF_UP).intValue();
    return new MediaRange(type, subtype, transferSyntax, rounded);
  }

  /**
   * The media type, where the range names one.
   *
   * @return the media type; nothing for a wildcard
   */
  public Optional<MediaType> mediaType() {
    return subtype.equals("*") ? Optional.empty() : Optional.of(MediaType.of(name()));
  }

  /**
   * The range without parameters.
   *
   * @return such as {@code image/jpeg} or {@code image/*}
   */
  public String name() {
    return type + '/' + subtype;
  }

  /**
   * The value of the parameter {@code transfer-syntax}.
   *
   * @return a UID or {@code *}, if the parameter is set
   */
  public Optional<String> transferSyntaxParameter() {
    return Optional.ofNullable(transferSyntax);
  }

  /**
   * The weight.
   *
   * @return more than 0, at most 1
   */
  public double q() {
    return thousandths / 1000.0;
  }

  /**
   * Whether a media type is in the range.
   *
   * @param mediaType the media type
   * @return true if it is; the transfer syntax is not looked at
   */
  public boolean includes(MediaType mediaType) {
    return type.equals("*")
        || (type.equals(mediaType.type())
            && (subtype.equals("*") || name().equals(mediaType.name())));
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof MediaRange range
        && range.type.equals(type)
        && range.subtype.equals(subtype)
        && Objects.equals(range.transferSyntax, transferSyntax)
        && range.thousandths == thousandths;
  }

  @Override
  public int hashCode() {
    return Objects.hash(type, subtype, transferSyntax, thousandths);
  }

  /**
   * As in an Accept header.
   *
   * @return such as {@code image/jpeg; transfer-syntax=1.2.840.10008.1.2.4.50; q=0.5}
   */
  @Override
  public String toString() {
    return name()
        + (transferSyntax == null ? "" : "; transfer-syntax=" + transferSyntax)
        + (thousandths == 1000
            ? ""
            : "; q=" + BigDecimal.valueOf(thousandths, 3).stripTrailingZeros().toPlainString());
  }
}
