// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.testdata;

/**
 * A head made of ellipsoids, in Hounsfield units at a place in millimetres.
 *
 * <p>The axes are those of the patient (PS3.3 §C.7.6.2.1.1): x to the left, y to the back, z to the
 * top of the head. Anatomy is only as good as it must be to know at a glance which slice is which
 * and which side is left.
 */
final class HeadPhantom {
  private static final double AIR = -1000;
  private static final double FAT = -75;
  private static final double SCALP = 25;
  private static final double BONE = 950;
  private static final double FLUID = 6;
  private static final double GREY = 40;
  private static final double WHITE = 27;
  private static final double LESION = 78;
  private static final double OEDEMA = 14;

  private HeadPhantom() {}

  static double hounsfield(double x, double y, double z) {
    // heads are wider at the back
    double wide = x / (1 + 0.0014 * y);
    double value = AIR;
    if (headRest(x, y)) {
      value = 130;
    }
    if (in(wide, y, z, 0, 0, 0, 77, 97, 93) || nose(x, y, z) || ears(x, y, z)) {
      value = SCALP;
    }
    if (in(wide, y, z, 0, 0, 0, 74.5, 94.5, 91)) {
      value = FAT;
    }
    if (in(wide, y, z, 0, 0, 0, 72, 92, 89)) {
      value = BONE;
    }
    if (in(wide, y, z, 0, 0, 0, 66, 85.5, 83)) {
      value = z > -26 ? cerebrum(wide, y, z) : skullBase(x, y, z);
    }
    return z > -26 ? value : face(x, y, z, value);
  }

  private static double cerebrum(double x, double y, double z) {
    double depth = Math.sqrt(square(x / 66) + square(y / 85.5) + square(z / 83));
    double around = StrictMath.atan2(y, x);
    double fold = StrictMath.sin(15 * around + 2.5 * StrictMath.sin(z / 8));
    double value;
    if (depth > 0.97 || (depth > 0.84 && Math.abs(fold) < 0.14)) {
      value = FLUID;
    } else if (depth > 0.79 + 0.07 * fold) {
      value = GREY;
    } else {
      value = WHITE;
    }
    double side = Math.abs(x);
    if (in(side, y, z, 14, 6, 12, 9, 15, 11) || in(side, y, z, 27, -2, 14, 6, 22, 11)) {
      value = GREY;
    }
    value = lesion(x, y, z, value);
    if (side < 1.6 && (z > 42 || y < -40 || y > 44)) {
      value = 58;
    }
    if (z < -2) {
      double reach = 15 * (0.62 + 0.38 * StrictMath.cos(5 * StrictMath.atan2(x, -(y + 8))));
      if (Math.sqrt(x * x + square(y + 8)) < reach) {
        value = FLUID;
      }
    }
    return ventricles(side, y, z, value);
  }

  private static double ventricles(double side, double y, double z, double outside) {
    double value = outside;
    if (tilted(side, y, z, 10, -24, 20, 5.5, 19, 13, 20)
        || tilted(side, y, z, 20, 34, 18, 7, 21, 13, -24)
        || in(side, y, z, 11, 4, 29, 6, 30, 9)
        || in(side, y, z, 0, 4, 6, 2.6, 14, 10)) {
      value = FLUID;
    }
    if (in(side, y, z, 20, 33, 14, 3.2, 4.5, 6)) {
      value = 150;
    }
    if (in(side, y, z, 0, 23, 8, 3, 3, 4)) {
      value = 200;
    }
    return value;
  }

  /** A bleeding in the left hemisphere, with oedema around it. */
  private static double lesion(double x, double y, double z, double outside) {
    double angle = StrictMath.atan2(y + 14, x - 38);
    double bumps = 1 + 0.1 * StrictMath.sin(5 * angle) + 0.06 * StrictMath.sin(9 * angle + z / 6);
    double away =
        Math.sqrt(square((x - 38) / 13) + square((y + 14) / 17) + square((z - 30) / 17)) / bumps;
    if (away < 1) {
      return LESION;
    }
    return away < 1.4 ? OEDEMA : outside;
  }

  private static double skullBase(double x, double y, double z) {
    double side = Math.abs(x);
    double value = y > 6 ? 36 + 4 * StrictMath.sin(0.9 * (y + side / 3)) : GREY;
    if (in(side, y, z, 0, 14, -45, 14, 12, 40)) {
      value = 32;
    }
    if (in(side, y, z, 0, 32, -32, 9, 6, 12)) {
      value = FLUID;
    }
    // the petrous ridges, from the middle outwards and backwards
    double ridge = y - (-6 + 0.55 * side);
    if (side > 13 && Math.abs(ridge) < 4 + side / 9 && z < -30) {
      value = BONE;
    }
    if (in(side, y, z, 54, 28, -44, 11, 15, 13)) {
      boolean cell = StrictMath.sin(1.1 * x) * StrictMath.sin(1.1 * y + z) > -0.1;
      value = cell ? -700 : BONE;
    }
    // the wings of the sphenoid bone part the brain from the face
    double wing = y + 34 + side / 5;
    if (Math.abs(wing) < 3) {
      value = BONE;
    } else if (wing < 0) {
      value = 35;
    }
    return value;
  }

  private static double face(double x, double y, double z, double outside) {
    double value = outside;
    double side = Math.abs(x);
    if (in(side, y, z, 33, -64, -42, 22, 31, 19)) {
      value = BONE;
    }
    if (in(side, y, z, 33, -67, -42, 18.5, 31, 17)) {
      value = FAT;
    }
    if (Math.abs(side - (33 + (y + 66) * -0.45)) < 2 && y > -68 && y < -38 && near(z, -42, 5)) {
      value = 42;
    }
    if (in(side, y, z, 33, -73, -42, 14, 14, 14)) {
      value = 62;
    }
    if (in(side, y, z, 33, -73, -42, 12, 12, 12)) {
      value = 10;
    }
    if (in(side, y, z, 33, -82.5, -42, 5, 2.6, 5)) {
      value = 95;
    }
    if (in(side, y, z, 0, -62, -48, 13, 31, 22)) {
      value = BONE;
    }
    if (in(side, y, z, 0, -63, -48, 10.5, 27, 20) && side > 1.3) {
      value = StrictMath.sin(y / 2.6) > 0.75 ? 300 : -950;
    }
    if (in(side, y, z, 0, -26, -48, 13, 11, 12)) {
      value = BONE;
    }
    if (in(side, y, z, 0, -26, -48, 10.5, 8.5, 10) && side > 1.2) {
      value = -950;
    }
    return value;
  }

  private static boolean nose(double x, double y, double z) {
    return in(x, y, z, 0, -86, -58, 13, 17, 24);
  }

  private static boolean ears(double x, double y, double z) {
    double onSkin = Math.abs(x) - 78 * Math.sqrt(Math.max(0, 1 - square(z / 93)));
    return in(onSkin, y, z, 2, 16, -36, 5, 14, 24) && !in(onSkin, y, z, 7, 12, -36, 4, 6, 12);
  }

  private static boolean headRest(double x, double y) {
    double radius = Math.sqrt(x * x + y * y);
    return y > 50 && radius > 100.5 && radius < 103.5;
  }

  private static boolean near(double value, double target, double tolerance) {
    return Math.abs(value - target) < tolerance;
  }

  private static boolean in(
      double x, double y, double z, double cx, double cy, double cz, double a, double b, double c) {
    return square((x - cx) / a) + square((y - cy) / b) + square((z - cz) / c) < 1;
  }

  private static boolean tilted(
      double x,
      double y,
      double z,
      double cx,
      double cy,
      double cz,
      double a,
      double b,
      double c,
      double degrees) {
    double cos = StrictMath.cos(StrictMath.toRadians(degrees));
    double sin = StrictMath.sin(StrictMath.toRadians(degrees));
    double u = (x - cx) * cos + (y - cy) * sin;
    double v = (y - cy) * cos - (x - cx) * sin;
    return in(u, v, z, 0, 0, cz, a, b, c);
  }

  private static double square(double value) {
    return value * value;
  }
}
