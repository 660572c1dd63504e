// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.dicom.part10;

import io.github.dicomweb.config.Limits;
import io.github.dicomweb.error.DicomFormatException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Reads DICOM files (PS3.10): explicit VR little and big endian, implicit VR, deflated; with or
 * without preamble and file meta information, whose absence makes it guess the encoding. Immutable:
 * each option gives a changed copy, and any number of threads may read with one reader.
 *
 * <p>Text comes out as Unicode whatever Specific Character Set (0008,0005) says it is in; padding
 * is trimmed; group lengths are left out; UN that holds items is read as the sequence that it is
 * (PS3.5 §6.2.2 note 2); binary values are in little endian byte order.
 *
 * <p>A damaged file gives what can be read of it and a {@link Part10File#problem()}; what is only
 * written differently from the standard is listed by {@link Part10File#warnings()}. {@link
 * #strict()} makes both an error; what is no DICOM file at all and what exceeds a limit always is.
 */
public final class Part10Reader {
  private static final Part10Reader DEFAULT = new Part10Reader(ReadOptions.DEFAULT);

  private final ReadOptions options;

  private Part10Reader(ReadOptions options) {
    this.options = options;
  }

  /**
   * A reader that reads everything, within the default limits.
   *
   * @return the reader
   */
  public static Part10Reader create() {
    return DEFAULT;
  }

  /**
   * Makes damage and every deviation from the standard an error. For a file that is read whole or
   * not at all, however it is written, there is {@link Part10File#orThrow()}.
   *
   * @return a changed copy
   */
  public Part10Reader strict() {
    return new Part10Reader(options.withTolerance(ReadOptions.Tolerance.NOTHING));
  }

  /**
   * Sets the limits.
   *
   * @param limits of which depth, string length, inline bytes one by one and together, elements and
   *     inflated bytes count here
   * @return a changed copy
   */
  public Part10Reader limits(Limits limits) {
    return new Part10Reader(options.withLimits(limits));
  }

  /**
   * Stops before an attribute of the dataset; of it and all that follows nothing is used.
   *
   * @param tag for example {@code Tag.PixelData}
   * @return a changed copy
   */
  public Part10Reader stopBefore(int tag) {
    return new Part10Reader(options.withStopBefore(tag));
  }

  /**
   * Leaves values above a size where they are and puts references to them into the dataset ({@code
   * file:…?offset=…&length=…}): the bytes as they lie in the file, for encapsulated pixel data with
   * the headers of the fragments. What is not read from a file, or is deflated in it, has no place
   * to refer to and is left out.
   *
   * @param bytes the largest size that is read
   * @return a changed copy
   */
  public Part10Reader referToValuesAbove(int bytes) {
    return new Part10Reader(options.withLarge(bytes, ReadOptions.Large.REFER));
  }

  /**
   * As {@link #referToValuesAbove}, for values whose VR is a binary one (OB, OD, OF, OL, OV, OW,
   * UN) and encapsulated pixel data: text and numbers are read whatever their size, within the
   * limits.
   *
   * @param bytes the largest size that is read
   * @return a changed copy
   */
  public Part10Reader referToBinaryValuesAbove(int bytes) {
    return new Part10Reader(options.withLarge(bytes, ReadOptions.Large.REFER_BINARY));
  }

  /**
   * Leaves attributes out whose values are above a size.
   *
   * @param bytes the largest size that is read
   * @return a changed copy
   */
  public Part10Reader leaveOutValuesAbove(int bytes) {
    return new Part10Reader(options.withLarge(bytes, ReadOptions.Large.LEAVE_OUT));
  }

  /**
   * Reads a file.
   *
   * @param file the file
   * @return what it holds
   * @throws IOException if reading fails
   * @throws DicomFormatException if it is not a DICOM file, exceeds a limit, or the reader is
   *     {@link #strict()} and the file damaged or written differently from the standard
   */
  public Part10File read(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return read(new ByteSource(in, size(file, in), name(file)));
    }
  }

  /** What the open file says costs less than to ask for it by its name once more. */
  private static long size(Path file, InputStream in) throws IOException {
    int ahead = file.getFileSystem() == FileSystems.getDefault() ? in.available() : 0;
    return ahead > 0 && ahead < Integer.MAX_VALUE ? ahead : Files.size(file);
  }

  /** The name for references; making it asks the file system, which most reading can do without. */
  private @Nullable URI name(Path file) {
    return switch (options.large()) {
      case REFER, REFER_BINARY -> file.toUri();
      case READ, LEAVE_OUT -> null;
    };
  }

  /**
   * Reads a stream, to its end unless told to stop earlier.
   *
   * @param in the stream, which is not closed; more of it may be consumed than is used
   * @return what it holds
   * @throws IOException if reading fails
   * @throws DicomFormatException if it is not a DICOM file, exceeds a limit, or the reader is
   *     {@link #strict()} and the file damaged or written differently from the standard
   */
  public Part10File read(InputStream in) throws IOException {
    return read(new ByteSource(in, ByteSource.UNKNOWN, null));
  }

  /**
   * Reads a stream of something that can be opened again.
   *
   * @param in the stream, which is not closed; more of it may be consumed than is used
   * @param name what references to values begin with; {@code ?offset=…&length=…} follows
   * @return what it holds
   * @throws IOException if reading fails
   * @throws DicomFormatException if it is not a DICOM file, exceeds a limit, or is damaged and the
   *     reader {@link #strict()}
   */
  public Part10File read(InputStream in, URI name) throws IOException {
    return read(new ByteSource(in, ByteSource.UNKNOWN, name));
  }

  /**
   * Reads bytes.
   *
   * @param bytes a DICOM file
   * @return what it holds
   * @throws DicomFormatException if it is not a DICOM file, exceeds a limit, or the reader is
   *     {@link #strict()} and the file damaged or written differently from the standard
   */
  public Part10File read(byte[] bytes) {
    try {
      return read(new ByteSource(new ByteArrayInputStream(bytes), bytes.length, null));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Part10File read(ByteSource source) throws IOException {
    return new FileParser(source, options).read();
  }
}
