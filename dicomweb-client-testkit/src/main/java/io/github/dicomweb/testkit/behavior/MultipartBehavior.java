// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.testkit.behavior;

/**
 * How {@code multipart/related} answers are written (PS3.18 §8.6.1.2, RFC 2387). All of it is legal
 * or seen in the field. Immutable; each {@code with} method gives a changed copy.
 *
 * @param parameters how the parameters of the Content-Type are written
 * @param boundary what the boundary is like
 * @param preamble what stands before the first delimiter; empty for nothing, otherwise followed by
 *     a line end
 * @param epilogue what follows the closing delimiter and its line end
 * @param closing what follows the closing delimiter
 * @param padding what stands between a delimiter and its line end
 * @param lineEnds how lines end
 */
public record MultipartBehavior(
    Parameters parameters,
    Boundary boundary,
    String preamble,
    String epilogue,
    Closing closing,
    Padding padding,
    LineEnds lineEnds) {

  /** How the parameters of {@code multipart/related} are written. */
  public enum Parameters {
    /** {@code type="application/dicom"; boundary=b}. */
    QUOTED,
    /** {@code type=application/dicom; boundary=b}. */
    UNQUOTED,
    /** {@code type="application/dicom"; boundary="b"}. */
    BOUNDARY_QUOTED,
    /** {@code boundary=b} alone. */
    TYPE_MISSING,
    /**
     * {@code type="application/octet-stream; transfer-syntax=1.2"; boundary=b}, as Orthanc does.
     */
    SYNTAX_IN_TYPE,
    /**
     * {@code start}, the transfer syntax of the first part, type and boundary, with blanks before
     * the last only, as RESTEasy does.
     */
    START_FIRST
  }

  /** What the boundary is like. */
  public enum Boundary {
    /** A UUID. */
    SHORT,
    /** Of 70 characters, the most that are allowed. */
    LONGEST,
    /**
     * With characters for which it is quoted in any case, a semicolon not among them but a colon.
     */
    SPECIAL
  }

  /** What follows the closing delimiter. */
  public enum Closing {
    /** A line end. */
    LINE_END,
    /** Nothing, unless there is an epilogue. */
    NOTHING
  }

  /** What stands between a delimiter and its line end. */
  public enum Padding {
    /** Nothing. */
    NONE,
    /** A blank and a tab, which RFC 2046 allows. */
    BLANKS
  }

  /** How lines end. */
  public enum LineEnds {
    /** As they should. */
    CRLF,
    /** With LF alone after delimiters and in the headers of parts. */
    LF_IN_HEADERS,
    /** With LF alone everywhere, before delimiters as well. */
    LF
  }

  static MultipartBehavior standard() {
    return new MultipartBehavior(
        Parameters.QUOTED, Boundary.SHORT, "", "", Closing.LINE_END, Padding.NONE, LineEnds.CRLF);
  }

  /**
   * Changes {@link #parameters()}.
   *
   * @param value how the parameters of the Content-Type are written
   * @return a changed copy
   */
  public MultipartBehavior withParameters(Parameters value) {
    return new MultipartBehavior(value, boundary, preamble, epilogue, closing, padding, lineEnds);
  }

  /**
   * Changes {@link #boundary()}.
   *
   * @param value what the boundary is like
   * @return a changed copy
   */
  public MultipartBehavior withBoundary(Boundary value) {
    return new MultipartBehavior(parameters, value, preamble, epilogue, closing, padding, lineEnds);
  }

  /**
   * Changes {@link #preamble()}.
   *
   * @param value what stands before the first delimiter; empty for nothing, otherwise followed by a
   *     line end
   * @return a changed copy
   */
  public MultipartBehavior withPreamble(String value) {
    return new MultipartBehavior(parameters, boundary, value, epilogue, closing, padding, lineEnds);
  }

  /**
   * Changes {@link #epilogue()}.
   *
   * @param value what follows the closing delimiter and its line end
   * @return a changed copy
   */
  public MultipartBehavior withEpilogue(String value) {
    return new MultipartBehavior(parameters, boundary, preamble, value, closing, padding, lineEnds);
  }

  /**
   * Changes {@link #closing()}.
   *
   * @param value what follows the closing delimiter
   * @return a changed copy
   */
  public MultipartBehavior withClosing(Closing value) {
    return new MultipartBehavior(
        parameters, boundary, preamble, epilogue, value, padding, lineEnds);
  }

  /**
   * Changes {@link #padding()}.
   *
   * @param value what stands between a delimiter and its line end
   * @return a changed copy
   */
  public MultipartBehavior withPadding(Padding value) {
    return new MultipartBehavior(
        parameters, boundary, preamble, epilogue, closing, value, lineEnds);
  }

  /**
   * Changes {@link #lineEnds()}.
   *
   * @param value how lines end
   * @return a changed copy
   */
  public MultipartBehavior withLineEnds(LineEnds value) {
    return new MultipartBehavior(parameters, boundary, preamble, epilogue, closing, padding, value);
  }
}
