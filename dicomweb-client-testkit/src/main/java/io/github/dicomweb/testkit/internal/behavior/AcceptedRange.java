// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.testkit.internal.behavior;

import io.github.dicomweb.testkit.internal.http.HeaderText;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * A range of Accept, taken apart as far as its quirks need it.
 *
 * @param type such as {@code multipart/related}
 * @param parameters as they were sent, in their order
 */
record AcceptedRange(String type, List<Parameter> parameters) {
  private static final String MULTIPART = "multipart/related";
  private static final String SYNTAX = "transfer-syntax";

  /** A parameter with its value as it was sent. */
  record Parameter(String name, String raw) {
    String value() {
      return HeaderText.unquoted(raw);
    }
  }

  static AcceptedRange parse(String text) {
    List<String> pieces = HeaderText.split(text, ';');
    List<Parameter> parameters = new ArrayList<>();
    for (String piece : pieces.subList(1, pieces.size())) {
      int equals = piece.indexOf('=');
      String name = equals < 0 ? piece : piece.substring(0, equals);
      String raw = equals < 0 ? "" : piece.substring(equals + 1);
      parameters.add(new Parameter(name.strip().toLowerCase(Locale.ROOT), raw.strip()));
    }
    return new AcceptedRange(pieces.get(0).strip().toLowerCase(Locale.ROOT), parameters);
  }

  boolean isMultipart() {
    return type.equals(MULTIPART);
  }

  boolean isAnything() {
    return type.equals("*/*");
  }

  boolean has(String name) {
    return parameters.stream().anyMatch(p -> p.name().equals(name));
  }

  boolean asksForAnySyntax() {
    return parameters.stream().anyMatch(p -> p.name().equals(SYNTAX) && p.value().equals("*"));
  }

  /** The media type of what is asked for, of the parts if it is multipart. */
  String content() {
    if (!isMultipart()) {
      return type;
    }
    return parameters.stream()
        .filter(p -> p.name().equals("type"))
        .map(p -> p.value().toLowerCase(Locale.ROOT))
        .findFirst()
        .orElse("*/*");
  }

  /** Whether quotes stand around the type of the parts; false where there is none. */
  boolean hasQuotedType() {
    return parameters.stream()
        .anyMatch(p -> p.name().equals("type") && HeaderText.isQuoted(p.raw()));
  }

  AcceptedRange without(String name) {
    return new AcceptedRange(
        type, parameters.stream().filter(p -> !p.name().equals(name)).toList());
  }

  AcceptedRange with(String name, String raw) {
    List<Parameter> changed = new ArrayList<>(without(name).parameters());
    changed.add(new Parameter(name, raw));
    return new AcceptedRange(type, changed);
  }

  AcceptedRange withSyntax(String syntax) {
    return with(SYNTAX, syntax);
  }

  AcceptedRange withoutSyntax() {
    return without(SYNTAX);
  }

  boolean hasSyntax() {
    return has(SYNTAX);
  }

  /** The same of another type, as a single part. */
  AcceptedRange asSinglePart(String single) {
    return new AcceptedRange(single, without("type").parameters());
  }

  /** The same of another type, as multipart. */
  AcceptedRange asMultipart(String ofParts) {
    return new AcceptedRange(MULTIPART, parameters).with("type", '"' + ofParts + '"');
  }

  @Override
  public String toString() {
    return type
        + parameters.stream()
            .map(p -> p.raw().isEmpty() ? "; " + p.name() : "; " + p.name() + "=" + p.raw())
            .collect(Collectors.joining());
  }
}
