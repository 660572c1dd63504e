// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.dicom;

import java.util.Locale;
import java.util.Optional;

/**
 * A transfer syntax (PS3.5 §10, PS3.6 Annex A). An open type: those that web services use most are
 * constants, and any other UID passes through. Equal by UID.
 */
public final class TransferSyntax {
  private static final String ROOT = "1.2.840.10008.1.2";

  /** Implicit VR Little Endian. */
  public static final TransferSyntax IMPLICIT_VR_LITTLE_ENDIAN = new TransferSyntax(ROOT);

  /** Explicit VR Little Endian. */
  public static final TransferSyntax EXPLICIT_VR_LITTLE_ENDIAN = new TransferSyntax(ROOT + ".1");

  /** Deflated Explicit VR Little Endian. */
  public static final TransferSyntax DEFLATED_EXPLICIT_VR_LITTLE_ENDIAN =
      new TransferSyntax(ROOT + ".1.99");

  /** Encapsulated Uncompressed Explicit VR Little Endian. */
  public static final TransferSyntax ENCAPSULATED_UNCOMPRESSED = new TransferSyntax(ROOT + ".1.98");

  /** Explicit VR Big Endian, retired. */
  public static final TransferSyntax EXPLICIT_VR_BIG_ENDIAN = new TransferSyntax(ROOT + ".2");

  /** JPEG Baseline (Process 1). */
  public static final TransferSyntax JPEG_BASELINE = new TransferSyntax(ROOT + ".4.50");

  /** JPEG Extended (Process 2 and 4). */
  public static final TransferSyntax JPEG_EXTENDED = new TransferSyntax(ROOT + ".4.51");

  /** JPEG Lossless, Non-Hierarchical (Process 14). */
  public static final TransferSyntax JPEG_LOSSLESS = new TransferSyntax(ROOT + ".4.57");

  /** JPEG Lossless, First-Order Prediction (Process 14, Selection Value 1). */
  public static final TransferSyntax JPEG_LOSSLESS_SV1 = new TransferSyntax(ROOT + ".4.70");

  /** JPEG-LS Lossless. */
  public static final TransferSyntax JPEG_LS_LOSSLESS = new TransferSyntax(ROOT + ".4.80");

  /** JPEG-LS Near-Lossless. */
  public static final TransferSyntax JPEG_LS_NEAR_LOSSLESS = new TransferSyntax(ROOT + ".4.81");

  /** JPEG 2000 Lossless Only. */
  public static final TransferSyntax JPEG_2000_LOSSLESS = new TransferSyntax(ROOT + ".4.90");

  /** JPEG 2000. */
  public static final TransferSyntax JPEG_2000 = new TransferSyntax(ROOT + ".4.91");

  /** MPEG2 Main Profile / Main Level. */
  public static final TransferSyntax MPEG2_MAIN_PROFILE = new TransferSyntax(ROOT + ".4.100");

  /** MPEG-4 AVC/H.264 High Profile / Level 4.1. */
  public static final TransferSyntax MPEG4_HIGH_PROFILE_4_1 = new TransferSyntax(ROOT + ".4.102");

  /** HEVC/H.265 Main Profile / Level 5.1. */
  public static final TransferSyntax HEVC_MAIN_PROFILE_5_1 = new TransferSyntax(ROOT + ".4.107");

  /** JPEG XL Lossless. */
  public static final TransferSyntax JPEG_XL_LOSSLESS = new TransferSyntax(ROOT + ".4.110");

  /** JPEG XL JPEG Recompression. */
  public static final TransferSyntax JPEG_XL_RECOMPRESSION = new TransferSyntax(ROOT + ".4.111");

  /** JPEG XL. */
  public static final TransferSyntax JPEG_XL = new TransferSyntax(ROOT + ".4.112");

  /** High-Throughput JPEG 2000 Lossless Only. */
  public static final TransferSyntax HTJ2K_LOSSLESS = new TransferSyntax(ROOT + ".4.201");

  /** High-Throughput JPEG 2000 Lossless with RPCL. */
  public static final TransferSyntax HTJ2K_LOSSLESS_RPCL = new TransferSyntax(ROOT + ".4.202");

  /** High-Throughput JPEG 2000. */
  public static final TransferSyntax HTJ2K = new TransferSyntax(ROOT + ".4.203");

  /** RLE Lossless. */
  public static final TransferSyntax RLE_LOSSLESS = new TransferSyntax(ROOT + ".5");

  private final String uid;

  private TransferSyntax(String uid) {
    this.uid = uid;
  }

  /**
   * The transfer syntax of a UID.
   *
   * @param uid any non-empty UID, known or not
   * @return the transfer syntax
   * @throws IllegalArgumentException if the UID is empty
   */
  public static TransferSyntax of(String uid) {
    if (uid.isEmpty()) {
      throw new IllegalArgumentException("a transfer syntax UID is never empty");
    }
    return new TransferSyntax(uid);
  }

  /**
   * Looks a transfer syntax up by its UID or its keyword in any case, such as {@code
   * jpeg2000lossless}.
   *
   * @param text a UID or keyword
   * @return the transfer syntax, or empty when the text is neither
   */
  public static Optional<TransferSyntax> find(String text) {
    if (!text.isEmpty() && text.chars().allMatch(c -> c == '.' || (c >= '0' && c <= '9'))) {
      return Optional.of(of(text));
    }
    String wanted = text.toLowerCase(Locale.ROOT);
    return Uids.all().stream()
        .filter(e -> e.type().equals("Transfer Syntax"))
        .filter(e -> e.keyword().toLowerCase(Locale.ROOT).equals(wanted))
        .map(e -> of(e.uid()))
        .findFirst();
  }

  /**
   * The UID.
   *
   * @return the UID
   */
  public String uid() {
    return uid;
  }

  /**
   * The name.
   *
   * @return the name, or the UID when the standard has none
   */
  public String name() {
    return Uids.name(uid);
  }

  /**
   * Whether pixel data is held in fragments. A UID that is not one of the uncompressed syntaxes is
   * taken as encapsulated (PS3.5 §A.4).
   *
   * @return false for the implicit, explicit, big endian and deflated syntaxes
   */
  public boolean isEncapsulated() {
    return !(isImplicitVr() || isDeflated() || isBigEndian() || equals(EXPLICIT_VR_LITTLE_ENDIAN));
  }

  /**
   * Whether the dataset is deflated as a whole.
   *
   * @return true for the deflated syntaxes
   */
  public boolean isDeflated() {
    return equals(DEFLATED_EXPLICIT_VR_LITTLE_ENDIAN)
        || uid.equals(ROOT + ".4.95")
        || uid.equals(ROOT + ".4.205");
  }

  /**
   * Whether numbers are big endian.
   *
   * @return true for Explicit VR Big Endian
   */
  public boolean isBigEndian() {
    return equals(EXPLICIT_VR_BIG_ENDIAN);
  }

  /**
   * Whether the VRs are left out.
   *
   * @return true for Implicit VR Little Endian
   */
  public boolean isImplicitVr() {
    return equals(IMPLICIT_VR_LITTLE_ENDIAN);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof TransferSyntax syntax && syntax.uid.equals(uid);
  }

  @Override
  public int hashCode() {
    return uid.hashCode();
  }

  /** The name of a registered syntax; another UID is not told. */
  @Override
  public String toString() {
    return Uids.find(uid).map(Uids.Entry::name).orElse("unregistered transfer syntax");
  }
}
