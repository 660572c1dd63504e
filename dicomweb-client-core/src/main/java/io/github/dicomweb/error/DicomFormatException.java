// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.error;

import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * Bytes that are not what they should be: DICOM JSON, native DICOM XML or a DICOM file that cannot
 * be read, or a value that is not of the kind asked for.
 *
 * <p>The message names what was wrong and never a value.
 */
public final class DicomFormatException extends DicomWebException {
  private static final long serialVersionUID = 1L;

  /** Where in the file, in bytes; -1 if that is not known. */
  private final long offset;

  /** Where in the dataset, if that is known. */
  private final @Nullable String location;

  private DicomFormatException(
      String message, long offset, @Nullable String location, @Nullable Throwable cause) {
    super(describe(message, offset, location), cause);
    this.offset = offset;
    this.location = location;
  }

  /**
   * Something wrong at a place in the bytes.
   *
   * @param message what was wrong, without any value
   * @param offset the byte offset, from 0; negative when it is not known
   * @param location a JSON pointer or a tag path, or null when there is none
   * @param cause the failure beneath, or null
   * @return the exception
   */
  public static DicomFormatException at(
      String message, long offset, @Nullable String location, @Nullable Throwable cause) {
    return new DicomFormatException(message, offset, location, cause);
  }

  /**
   * A value that is not of the kind asked for.
   *
   * @param message what was wrong, without the value
   * @param tagPath the path of the attribute, such as {@code 00400275[0].00400009}
   * @return the exception
   */
  public static DicomFormatException ofValue(String message, String tagPath) {
    return new DicomFormatException(message, -1, tagPath, null);
  }

  private static String describe(String message, long offset, @Nullable String location) {
    StringBuilder text = new StringBuilder(message);
    if (location != null) {
      text.append(" (at ").append(location).append(')');
    }
    if (offset >= 0) {
      text.append(" (byte offset ").append(offset).append(')');
    }
    return text.toString();
  }

  /**
   * The byte offset at which it was noticed.
   *
   * @return the offset from the first byte of the input, if known
   */
  public OptionalLong byteOffset() {
    return offset < 0 ? OptionalLong.empty() : OptionalLong.of(offset);
  }

  /**
   * Where it was noticed: a JSON pointer in JSON, a tag path elsewhere.
   *
   * @return the place, if there is one
   */
  public Optional<String> location() {
    return Optional.ofNullable(location);
  }
}
