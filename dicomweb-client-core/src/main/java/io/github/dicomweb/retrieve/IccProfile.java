// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.retrieve;

/** The colour profile that a rendered image shall carry (PS3.18 §8.3.5.1.5). */
public enum IccProfile {
  /** None. */
  NO,
  /** The one of the original, or else sRGB. */
  YES,
  /** sRGB; the colours are converted. */
  SRGB,
  /** Adobe RGB; the colours are converted. */
  ADOBERGB,
  /** ROMM RGB; the colours are converted. */
  ROMMRGB,
  /** Display P3; the colours are converted. Newer than the others: few servers know it. */
  DISPLAYP3
}
