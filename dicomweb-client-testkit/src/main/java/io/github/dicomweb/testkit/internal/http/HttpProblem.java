// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.testkit.internal.http;

import java.util.List;

/** A request that is answered with an error; the message goes out and quotes nothing of it. */
public final class HttpProblem extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int status;
  private final String allow;

  private HttpProblem(int status, String message, String allow) {
    super(message, null, false, false);
    this.status = status;
    this.allow = allow;
  }

  public static HttpProblem of(int status, String message) {
    return new HttpProblem(status, message, "");
  }

  public static HttpProblem badRequest(String message) {
    return of(400, message);
  }

  public static HttpProblem notFound() {
    return of(404, "There is no such resource.");
  }

  public static HttpProblem notAcceptable(String message) {
    return of(406, message);
  }

  /** 405, with the methods that are allowed. */
  public static HttpProblem methodNotAllowed(List<String> methods) {
    return new HttpProblem(405, "Not with this method.", String.join(", ", methods));
  }

  /** The answer; a body only where the method allows one. */
  public Answer toAnswer() {
    Answer answer = Answer.of(status).text(getMessage() + "\n");
    return allow.isEmpty() ? answer : answer.header("Allow", allow);
  }
}
