// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.testkit.behavior;

import java.util.List;

/**
 * How answers look, whatever they are answers to. Immutable; each {@code with} method gives a
 * changed copy.
 *
 * @param form whether answers of instances, metadata, bulk data, frames, rendered images,
 *     thumbnails and WADO-URI are multipart
 * @param contentType the Content-Type of answers that are no errors
 * @param framing how the end of a body is told
 * @param compression whether bodies are compressed with gzip
 * @param truncation where successful answers to GET are cut
 * @param completeness whether the last part of several, or the last result, is sent
 * @param numbers how DICOM JSON holds numbers
 * @param links where the URLs within answers lead
 * @param ranges what becomes of the Range header
 * @param warnings Warning headers of each answer, as they are sent
 */
public record AnswerBehavior(
    Form form,
    Label contentType,
    Framing framing,
    Compression compression,
    Truncation truncation,
    Completeness completeness,
    Numbers numbers,
    Links links,
    Ranges ranges,
    List<String> warnings) {

  /** Whether an answer is multipart. */
  public enum Form {
    /** What the Accept header asks for. */
    NEGOTIATED,
    /** Always multipart, of one part where a single part was asked for. */
    MULTIPART,
    /** Never multipart where there is but one part, whatever was asked for. */
    SINGLE_PART
  }

  /**
   * How the end of a body is told. HTTP/2 tells it in any case; there, {@link #CONTENT_LENGTH} has
   * a Content-Length and {@link #CHUNKED} has none.
   */
  public enum Framing {
    /** By its length. */
    CONTENT_LENGTH,
    /** In chunks. */
    CHUNKED,
    /** By the end of the connection. */
    CONNECTION_CLOSE,
    /** By the end of the connection where there are several parts, otherwise by its length. */
    CLOSE_AFTER_SEVERAL
  }

  /** When bodies are compressed with gzip. */
  public enum Compression {
    /** Never. */
    NEVER,
    /** When Accept-Encoding names it. */
    WHEN_ACCEPTED,
    /** Whether it is accepted or not. */
    ALWAYS
  }

  /** What becomes of the last of several parts or results. */
  public enum Completeness {
    /** It is sent. */
    WHOLE,
    /** It is left out, and status 206 and a Warning say so. */
    PARTIAL,
    /** It is left out, and nothing says so. */
    SILENTLY_PARTIAL
  }

  /** How DICOM JSON holds numbers. */
  public enum Numbers {
    /** As numbers. */
    NUMBERS,
    /** Those of VR DS, IS, SV and UV as strings, as PS3.18 Annex F allows. */
    STRINGS,
    /** All as strings, as it does not. */
    ALL_STRINGS
  }

  /** Where RetrieveURL, BulkDataURI and Content-Location lead when they are absolute. */
  public enum Links {
    /** To this server. */
    RIGHT,
    /** To a host that does not exist, as behind a proxy that the server does not know of. */
    WRONG_HOST,
    /** To https, where nothing answers. */
    WRONG_SCHEME
  }

  /** What becomes of the Range header. */
  public enum Ranges {
    /** The range is sent, with status 206. */
    HONOURED,
    /** All is sent, with status 200. */
    IGNORED
  }

  /**
   * Copies the list.
   *
   * @param form whether answers of instances, metadata, bulk data, frames, rendered images,
   *     thumbnails and WADO-URI are multipart
   * @param contentType the Content-Type of answers that are no errors
   * @param framing how the end of a body is told
   * @param compression whether bodies are compressed with gzip
   * @param truncation where successful answers to GET are cut
   * @param completeness whether the last part of several, or the last result, is sent
   * @param numbers how DICOM JSON holds numbers
   * @param links where the URLs within answers lead
   * @param ranges what becomes of the Range header
   * @param warnings Warning headers of each answer, as they are sent
   */
  public AnswerBehavior {
    warnings = List.copyOf(warnings);
  }

  static AnswerBehavior standard() {
    return new AnswerBehavior(
        Form.NEGOTIATED,
        Label.RIGHT,
        Framing.CONTENT_LENGTH,
        Compression.NEVER,
        Truncation.none(),
        Completeness.WHOLE,
        Numbers.NUMBERS,
        Links.RIGHT,
        Ranges.HONOURED,
        List.of());
  }

  /**
   * Changes {@link #form()}.
   *
   * @param value whether answers of instances, metadata, bulk data, frames, rendered images,
   *     thumbnails and WADO-URI are multipart
   * @return a changed copy
   */
  public AnswerBehavior withForm(Form value) {
    return new AnswerBehavior(
        value,
        contentType,
        framing,
        compression,
        truncation,
        completeness,
        numbers,
        links,
        ranges,
        warnings);
  }

  /**
   * Changes {@link #contentType()}.
   *
   * @param value the Content-Type of answers that are no errors
   * @return a changed copy
   */
  public AnswerBehavior withContentType(Label value) {
    return new AnswerBehavior(
        form,
        value,
        framing,
        compression,
        truncation,
        completeness,
        numbers,
        links,
        ranges,
        warnings);
  }

  /**
   * Changes {@link #framing()}.
   *
   * @param value how the end of a body is told
   * @return a changed copy
   */
  public AnswerBehavior withFraming(Framing value) {
    return new AnswerBehavior(
        form,
        contentType,
        value,
        compression,
        truncation,
        completeness,
        numbers,
        links,
        ranges,
        warnings);
  }

  /**
   * Changes {@link #compression()}.
   *
   * @param value whether bodies are compressed with gzip
   * @return a changed copy
   */
  public AnswerBehavior withCompression(Compression value) {
    return new AnswerBehavior(
        form,
        contentType,
        framing,
        value,
        truncation,
        completeness,
        numbers,
        links,
        ranges,
        warnings);
  }

  /**
   * Changes {@link #truncation()}.
   *
   * @param value where successful answers to GET are cut
   * @return a changed copy
   */
  public AnswerBehavior withTruncation(Truncation value) {
    return new AnswerBehavior(
        form,
        contentType,
        framing,
        compression,
        value,
        completeness,
        numbers,
        links,
        ranges,
        warnings);
  }

  /**
   * Changes {@link #completeness()}.
   *
   * @param value whether the last part of several, or the last result, is sent
   * @return a changed copy
   */
  public AnswerBehavior withCompleteness(Completeness value) {
    return new AnswerBehavior(
        form,
        contentType,
        framing,
        compression,
        truncation,
        value,
        numbers,
        links,
        ranges,
        warnings);
  }

  /**
   * Changes {@link #numbers()}.
   *
   * @param value how DICOM JSON holds numbers
   * @return a changed copy
   */
  public AnswerBehavior withNumbers(Numbers value) {
    return new AnswerBehavior(
        form,
        contentType,
        framing,
        compression,
        truncation,
        completeness,
        value,
        links,
        ranges,
        warnings);
  }

  /**
   * Changes {@link #links()}.
   *
   * @param value where the URLs within answers lead
   * @return a changed copy
   */
  public AnswerBehavior withLinks(Links value) {
    return new AnswerBehavior(
        form,
        contentType,
        framing,
        compression,
        truncation,
        completeness,
        numbers,
        value,
        ranges,
        warnings);
  }

  /**
   * Changes {@link #ranges()}.
   *
   * @param value what becomes of the Range header
   * @return a changed copy
   */
  public AnswerBehavior withRanges(Ranges value) {
    return new AnswerBehavior(
        form,
        contentType,
        framing,
        compression,
        truncation,
        completeness,
        numbers,
        links,
        value,
        warnings);
  }

  /**
   * Changes {@link #warnings()}.
   *
   * @param value Warning headers of each answer, as they are sent
   * @return a changed copy
   */
  public AnswerBehavior withWarnings(List<String> value) {
    return new AnswerBehavior(
        form,
        contentType,
        framing,
        compression,
        truncation,
        completeness,
        numbers,
        links,
        ranges,
        value);
  }
}
