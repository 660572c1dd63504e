// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.testkit.internal.http;

import java.io.IOException;

/** Answers the requests of one route and method. */
public interface Handler {
  /**
   * Answers a request.
   *
   * @param request the request
   * @param path the segments that stand for variables of the route, in their order
   * @throws HttpProblem for an answer that is an error
   */
  Answer handle(Request request, PathVariables path) throws IOException;
}
