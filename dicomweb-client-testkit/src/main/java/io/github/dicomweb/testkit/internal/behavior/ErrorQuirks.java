// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.testkit.internal.behavior;

import io.github.dicomweb.testkit.behavior.FaultBehavior.ErrorBody;
import io.github.dicomweb.testkit.internal.http.Answer;
import java.io.IOException;
import okio.Buffer;

/** Puts errors in words. */
final class ErrorQuirks {
  private static final int FIRST_ERROR = 400;

  private final ErrorBody form;

  ErrorQuirks(ErrorBody form) {
    this.form = form;
  }

  /** Changes the text of an error; what the services say in DICOM stays. */
  Answer apply(Answer answer) throws IOException {
    if (answer.status() < FIRST_ERROR
        || !answer.header("Content-Type").orElse("").startsWith("text/plain; charset=utf-8")) {
      return answer;
    }
    String text = answer.bytes().utf8().strip();
    Answer bare = answer.withoutBody();
    return switch (form) {
      case TEXT -> answer;
      case HTML ->
          bare.body(
              "text/html",
              buffer(
                  "<html><head><title>"
                      + answer.status()
                      + "</title></head><body><h1>"
                      + text
                      + "</h1></body></html>"));
      case JSON_AS_TEXT -> bare.body("text/plain;charset=UTF-8", buffer(json(text)));
      case JSON_UNTYPED -> bare.withBody(buffer(json(text)));
      case TEXT_AS_JSON -> bare.body("application/dicom+json", buffer(text));
      case EMPTY -> bare;
    };
  }

  private static String json(String text) {
    return "{\"errorMessage\":\"" + text.replace("\"", "\\\"") + "\"}";
  }

  private static Buffer buffer(String text) {
    return new Buffer().writeUtf8(text);
  }
}
