// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.error;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The server answered, with a status that is not success.
 *
 * <p>The message holds the method, the path template and the status. The server's own words are in
 * {@link #body()}, and are not in the message: they may name a patient.
 */
public sealed class HttpStatusException extends DicomWebException
    permits NotFoundException, AuthenticationException, ConflictException {
  private static final long serialVersionUID = 1L;

  private final transient Response response;

  /**
   * What is known of an unsuccessful answer.
   *
   * @param method the HTTP method
   * @param pathTemplate the path with placeholders, such as {@code /studies/{study}}
   * @param status the status code
   * @param headers those headers that help and hold no secret, names in lower case
   * @param warnings the DICOM warnings
   * @param challenges what the server wants, of a 401 or 403
   * @param body the body as text, bounded by {@code Limits.errorBodyBytes()}
   */
  public record Response(
      String method,
      String pathTemplate,
      int status,
      Map<String, String> headers,
      List<Warning> warnings,
      List<Challenge> challenges,
      String body) {
    /**
     * Copies what it is given.
     *
     * @param method the HTTP method
     * @param pathTemplate the path with placeholders, such as {@code /studies/{study}}
     * @param status the status code
     * @param headers those headers that help and hold no secret, names in lower case
     * @param warnings the DICOM warnings
     * @param challenges what the server wants, of a 401 or 403
     * @param body the body as text, bounded by {@code Limits.errorBodyBytes()}
     */
    public Response {
      headers = Map.copyOf(headers);
      warnings = List.copyOf(warnings);
      challenges = List.copyOf(challenges);
    }

    /**
     * Method, path template and status: neither headers nor body.
     *
     * @return a text that is safe to log
     */
    @Override
    public String toString() {
      return method + " " + pathTemplate + " answered " + status;
    }
  }

  HttpStatusException(Response response, String hint) {
    super(hint.isEmpty() ? response.toString() : response + ": " + hint, null);
    this.response = response;
  }

  /**
   * The exception that fits the status.
   *
   * @param response what the server answered
   * @return an exception, not thrown
   */
  public static HttpStatusException of(Response response) {
    return switch (response.status()) {
      case 401, 403 -> AuthenticationException.fitting(response);
      case 404 -> new NotFoundException(response, "the server does not have it");
      case 410 -> new NotFoundException(response, "the server no longer has it");
      case 409 -> new ConflictException(response, "it conflicts with what the server has");
      case 406 -> new HttpStatusException(response, "no acceptable representation");
      case 411 ->
          new HttpStatusException(
              response,
              "the server wants a Content-Length; a profile with UploadFraming.SIZED sends one");
      case 413 ->
          new HttpStatusException(
              response, "too large for the server; ask for less, or send fewer at a time");
      case 416 -> new HttpStatusException(response, "the value ends before the range begins");
      case 415 -> new HttpStatusException(response, "the server does not take this media type");
      case 429, 503 -> new HttpStatusException(response, "the server is busy; try again later");
      default -> new HttpStatusException(response, "");
    };
  }

  /**
   * The status code.
   *
   * @return for example 404
   */
  public int status() {
    return response.status();
  }

  /**
   * A header of the answer, of those that are kept: {@code content-type}, {@code retry-after},
   * {@code allow}, {@code date}, {@code server}.
   *
   * @param name the name, in any case
   * @return the value, if the header was there
   */
  public Optional<String> header(String name) {
    return Optional.ofNullable(response.headers().get(name.toLowerCase(java.util.Locale.ROOT)));
  }

  /**
   * The warnings of the answer.
   *
   * @return the warnings, in order
   */
  public List<Warning> warnings() {
    return response.warnings();
  }

  /**
   * The body of the answer, bounded. It may name a patient: show it, do not log it.
   *
   * @return the text; empty if there was none
   */
  public String body() {
    return response.body();
  }
}
