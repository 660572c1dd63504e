// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.dicom;

import java.lang.ref.WeakReference;
import java.util.Map;
import java.util.WeakHashMap;
import org.jspecify.annotations.Nullable;

/**
 * A value representation (PS3.5 §6.2). An open type: those of the standard are constants, and a
 * code that the standard does not have (yet) passes through. Two VRs of one code are the same
 * object.
 */
public final class VR {
  /** What values of a VR are in this library's model. */
  public enum Kind {
    /** Strings; also AT, as eight hexadecimal digits. */
    TEXT,
    /** Binary numbers: FL, FD, SL, SS, SV, UL, US, UV. DS and IS are text that can be read so. */
    NUMBER,
    /** PN. */
    PERSON_NAME,
    /** Bytes: OB, OD, OF, OL, OV, OW, UN, and any code that is not of the standard. */
    BINARY,
    /** SQ. */
    SEQUENCE
  }

  private static final int SHORT = 0;
  private static final int LONG = 1;
  private static final int SINGLE = 2;
  private static final int CHARSET = 4;
  private static final int LEADING = 8;

  private static final VR[] BY_LETTERS = new VR[26 * 26];
  // a server can invent codes without end: they live only as long as something uses them
  private static final Map<String, WeakReference<VR>> UNKNOWN = new WeakHashMap<>();

  /** Application Entity. */
  public static final VR AE = text("AE", SHORT | LEADING);

  /** Age String. */
  public static final VR AS = text("AS", SHORT);

  /** Attribute Tag. */
  public static final VR AT = standard("AT", Kind.TEXT, SHORT, 4);

  /** Code String. */
  public static final VR CS = text("CS", SHORT | LEADING);

  /** Date. */
  public static final VR DA = text("DA", SHORT);

  /** Decimal String. */
  public static final VR DS = text("DS", SHORT | LEADING);

  /** Date Time. */
  public static final VR DT = text("DT", SHORT);

  /** Floating Point Double. */
  public static final VR FD = standard("FD", Kind.NUMBER, SHORT, 8);

  /** Floating Point Single. */
  public static final VR FL = standard("FL", Kind.NUMBER, SHORT, 4);

  /** Integer String. */
  public static final VR IS = text("IS", SHORT | LEADING);

  /** Long String. */
  public static final VR LO = text("LO", SHORT | CHARSET | LEADING);

  /** Long Text. */
  public static final VR LT = text("LT", SHORT | CHARSET | SINGLE);

  /** Other Byte. */
  public static final VR OB = standard("OB", Kind.BINARY, LONG, 1);

  /** Other Double. */
  public static final VR OD = standard("OD", Kind.BINARY, LONG, 8);

  /** Other Float. */
  public static final VR OF = standard("OF", Kind.BINARY, LONG, 4);

  /** Other Long. */
  public static final VR OL = standard("OL", Kind.BINARY, LONG, 4);

  /** Other 64-bit Very Long. */
  public static final VR OV = standard("OV", Kind.BINARY, LONG, 8);

  /** Other Word. */
  public static final VR OW = standard("OW", Kind.BINARY, LONG, 2);

  /** Person Name. */
  public static final VR PN = standard("PN", Kind.PERSON_NAME, SHORT | CHARSET, 1);

  /** Short String. */
  public static final VR SH = text("SH", SHORT | CHARSET | LEADING);

  /** Signed Long. */
  public static final VR SL = standard("SL", Kind.NUMBER, SHORT, 4);

  /** Sequence of Items. */
  public static final VR SQ = standard("SQ", Kind.SEQUENCE, LONG, 1);

  /** Signed Short. */
  public static final VR SS = standard("SS", Kind.NUMBER, SHORT, 2);

  /** Short Text. */
  public static final VR ST = text("ST", SHORT | CHARSET | SINGLE);

  /** Signed 64-bit Very Long. */
  public static final VR SV = standard("SV", Kind.NUMBER, LONG, 8);

  /** Time. */
  public static final VR TM = text("TM", SHORT);

  /** Unlimited Characters. */
  public static final VR UC = text("UC", LONG | CHARSET);

  /** Unique Identifier. */
  public static final VR UI = text("UI", SHORT);

  /** Unsigned Long. */
  public static final VR UL = standard("UL", Kind.NUMBER, SHORT, 4);

  /** Unknown. */
  public static final VR UN = standard("UN", Kind.BINARY, LONG, 1);

  /** Universal Resource Identifier or Locator. */
  public static final VR UR = text("UR", LONG | SINGLE);

  /** Unsigned Short. */
  public static final VR US = standard("US", Kind.NUMBER, SHORT, 2);

  /** Unlimited Text. */
  public static final VR UT = text("UT", LONG | CHARSET | SINGLE);

  /** Unsigned 64-bit Very Long. */
  public static final VR UV = standard("UV", Kind.NUMBER, LONG, 8);

  private final String code;
  private final Kind kind;
  private final int flags;
  private final int unit;
  private final boolean standard;

  private VR(String code, Kind kind, int flags, int unit, boolean standard) {
    this.code = code;
    this.kind = kind;
    this.flags = flags;
    this.unit = unit;
    this.standard = standard;
  }

  private static VR text(String code, int flags) {
    return standard(code, Kind.TEXT, flags, 1);
  }

  private static VR standard(String code, Kind kind, int flags, int unit) {
    VR vr = new VR(code, kind, flags, unit, true);
    BY_LETTERS[slot(code.charAt(0), code.charAt(1))] = vr;
    return vr;
  }

  private static int slot(int first, int second) {
    return (first - 'A') * 26 + second - 'A';
  }

  /**
   * The VR of a code.
   *
   * @param code two letters; other text is taken as a VR that is not of the standard
   * @return the VR
   */
  public static VR of(String code) {
    if (code.length() == 2) {
      VR vr = ofStandard(code.charAt(0), code.charAt(1));
      if (vr != null) {
        return vr;
      }
    }
    synchronized (UNKNOWN) {
      WeakReference<VR> known = UNKNOWN.get(code);
      VR vr = known == null ? null : known.get();
      if (vr == null) {
        vr = new VR(code, Kind.BINARY, LONG, 1, false);
        // the key must be the string that the VR itself keeps alive
        UNKNOWN.remove(code);
        UNKNOWN.put(code, new WeakReference<>(vr));
      }
      return vr;
    }
  }

  /**
   * The VR of the standard with a code of two letters, found without making a string of them.
   *
   * @param first the first letter
   * @param second the second letter
   * @return the VR, or null when the standard has none
   */
  public static @Nullable VR ofStandard(int first, int second) {
    if (first < 'A' || first > 'Z' || second < 'A' || second > 'Z') {
      return null;
    }
    return BY_LETTERS[slot(first, second)];
  }

  /**
   * The code.
   *
   * @return such as {@code PN}
   */
  public String code() {
    return code;
  }

  /**
   * What the values are.
   *
   * @return the kind
   */
  public Kind kind() {
    return kind;
  }

  /**
   * Whether the standard knows this VR.
   *
   * @return false for a code that only passes through
   */
  public boolean isStandard() {
    return standard;
  }

  /**
   * Whether the length has 32 bits in the explicit VR encodings (PS3.5 §7.1.2).
   *
   * @return true for a 32-bit length after two reserved bytes
   */
  public boolean hasLongLength() {
    return (flags & LONG) != 0;
  }

  /**
   * Whether a backslash separates values. Not so in LT, ST, UR and UT, which are one value.
   *
   * @return true for text of several values
   */
  public boolean isMultiValued() {
    return (flags & SINGLE) == 0 && (kind == Kind.TEXT || kind == Kind.PERSON_NAME);
  }

  /**
   * Whether Specific Character Set (0008,0005) governs the text (PS3.5 §6.1.2.3).
   *
   * @return true for LO, LT, PN, SH, ST, UC and UT
   */
  public boolean usesSpecificCharacterSet() {
    return (flags & CHARSET) != 0;
  }

  /**
   * Whether leading spaces mean nothing, as trailing ones do.
   *
   * @return true for AE, CS, DS, IS, LO and SH
   */
  public boolean trimsLeadingSpaces() {
    return (flags & LEADING) != 0;
  }

  /**
   * The bytes of one number in a value of fixed size, and what is swapped between byte orders.
   *
   * @return 1, 2, 4 or 8
   */
  public int unitBytes() {
    return unit;
  }

  /**
   * Whether values are floating point numbers.
   *
   * @return true for FL and FD
   */
  public boolean isFloatingPoint() {
    return this == FL || this == FD;
  }

  /** The code; one that is not of the standard could be anything, and is not told. */
  @Override
  public String toString() {
    return standard ? code : "non-standard VR";
  }
}
