// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.internal.multipart;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A Content-Type value, taken apart the forgiving way: blanks anywhere, quotes that are missing
 * around a type, parameters within a quoted type.
 *
 * @param type the type, in lower case
 * @param subtype the subtype, in lower case
 * @param parameters the parameters, their names in lower case; the first one wins of a repeated
 *     name
 */
public record ContentType(String type, String subtype, Map<String, String> parameters) {

  /** Keeps its own copy of the parameters. */
  public ContentType {
    parameters = Map.copyOf(parameters);
  }

  /**
   * Takes a value apart.
   *
   * @param value the value of a Content-Type header, or of a {@code type} parameter
   * @return its parts; empty if it does not begin with a type and a subtype
   */
  public static Optional<ContentType> parse(String value) {
    int semicolon = value.indexOf(';');
    String range = (semicolon < 0 ? value : value.substring(0, semicolon)).strip();
    int slash = range.indexOf('/');
    if (slash < 1 || slash == range.length() - 1) {
      return Optional.empty();
    }
    String type = range.substring(0, slash).strip().toLowerCase(Locale.ROOT);
    String subtype = range.substring(slash + 1).strip().toLowerCase(Locale.ROOT);
    Map<String, String> parameters = new LinkedHashMap<>();
    if (semicolon >= 0) {
      new Parameters(value, semicolon + 1).readInto(parameters);
    }
    return Optional.of(new ContentType(type, subtype, parameters));
  }

  /**
   * Type and subtype without parameters.
   *
   * @return such as {@code application/dicom}
   */
  public String mediaType() {
    return type + '/' + subtype;
  }

  /**
   * Whether this is a multipart type of any kind.
   *
   * @return true for multipart/related, multipart/mixed and so on
   */
  public boolean isMultipart() {
    return type.equals("multipart");
  }

  /**
   * One parameter.
   *
   * @param name its name, in any case
   * @return its value without quotes
   */
  public Optional<String> parameter(String name) {
    return Optional.ofNullable(parameters.get(name.toLowerCase(Locale.ROOT)));
  }

  /**
   * The boundary between parts.
   *
   * @return the boundary, if there is one that a {@link MultipartReader} can use
   */
  public Optional<String> boundary() {
    return parameter("boundary").filter(MultipartReader::usableBoundary);
  }

  /**
   * The type of the root part of multipart/related (RFC 2387 §3.1), with the parameters that some
   * servers put inside its quotes.
   *
   * @return the {@code type} parameter taken apart
   */
  public Optional<ContentType> rootType() {
    return parameter("type").flatMap(ContentType::parse);
  }

  /** Type and subtype only: parameters may hold anything. */
  @Override
  public String toString() {
    return mediaType();
  }

  private static final class Parameters {
    private final String text;
    private int at;

    Parameters(String text, int at) {
      this.text = text;
      this.at = at;
    }

    void readInto(Map<String, String> parameters) {
      while (at < text.length()) {
        String name = upTo("=;").strip().toLowerCase(Locale.ROOT);
        String value = "";
        if (at < text.length() && text.charAt(at) == '=') {
          at++;
          value = value();
        }
        upTo(";");
        at++;
        if (!name.isEmpty()) {
          parameters.putIfAbsent(name, value);
        }
      }
    }

    private String value() {
      while (at < text.length() && (text.charAt(at) == ' ' || text.charAt(at) == '\t')) {
        at++;
      }
      return at < text.length() && text.charAt(at) == '"' ? quoted() : upTo(";").strip();
    }

    private String quoted() {
      StringBuilder value = new StringBuilder();
      for (at++; at < text.length() && text.charAt(at) != '"'; at++) {
        if (text.charAt(at) == '\\' && at + 1 < text.length()) {
          at++;
        }
        value.append(text.charAt(at));
      }
      return value.toString();
    }

    private String upTo(String stops) {
      int start = at;
      while (at < text.length() && stops.indexOf(text.charAt(at)) < 0) {
        at++;
      }
      return text.substring(start, at);
    }
  }
}
