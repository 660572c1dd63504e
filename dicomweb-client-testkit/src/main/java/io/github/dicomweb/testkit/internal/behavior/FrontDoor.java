// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.testkit.internal.behavior;

import io.github.dicomweb.testkit.behavior.FaultBehavior;
import io.github.dicomweb.testkit.behavior.FaultBehavior.Redirect;
import io.github.dicomweb.testkit.internal.http.Answer;
import io.github.dicomweb.testkit.internal.http.HttpProblem;
import io.github.dicomweb.testkit.internal.http.Request;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/** Turns requests away, or sends them somewhere else. Thread-safe. */
final class FrontDoor {
  private static final String MOVED = "moved";

  private final FaultBehavior faults;
  private final Origins origins;
  private final AtomicInteger seen = new AtomicInteger();

  FrontDoor(FaultBehavior faults, Origins origins) {
    this.faults = faults;
    this.origins = origins;
  }

  /** The answer of a server that is busy. */
  Optional<Answer> busy() {
    if (faults.busyRequests() == 0 || seen.getAndIncrement() >= faults.busyRequests()) {
      return Optional.empty();
    }
    return Optional.of(
        HttpProblem.of(faults.busyStatus(), "The server is busy.")
            .toAnswer()
            .header("Retry-After", Integer.toString(faults.retryAfter())));
  }

  static boolean isMoved(Request request) {
    return request.segments().size() > 1 && request.segments().get(0).equals(MOVED);
  }

  /** A request to where a redirect leads, as one to the resource itself. */
  static Request resource(Request request) {
    List<String> segments = request.segments();
    return isMoved(request) ? request.withSegments(segments.subList(1, segments.size())) : request;
  }

  /** The redirect of a request that was not sent somewhere else yet. */
  Optional<Answer> redirect(Request request) {
    if (faults.redirect() == Redirect.NONE || !request.method().equals("GET") || isMoved(request)) {
      return Optional.empty();
    }
    String base = faults.redirect() == Redirect.OTHER_ORIGIN ? origins.other() : origins.base();
    String query = request.rawQuery().isEmpty() ? "" : "?" + request.rawQuery();
    return Optional.of(
        Answer.of(faults.redirectStatus())
            .header("Location", base + "/" + MOVED + "/" + Urls.path(request) + query));
  }
}
