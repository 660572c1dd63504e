// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.retrieve;

/**
 * One frame of an answer that is arriving: a bare codestream, or uncompressed pixels in little
 * endian byte order, as {@link #transferSyntax} says (PS3.18 §8.7.3.3). Not meant to be implemented
 * outside this library.
 */
public interface FramePart extends Part {

  /**
   * The number of the frame: the one that its Content-Location names, or else the one that was
   * asked for at its place.
   *
   * @return the number, from 1
   */
  int number();
}
