// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.testkit.internal.http;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds the handler of a request. Complete once it has been built: not changed while it serves. */
public final class Router {
  private record Route(List<String> template, Map<String, Handler> handlers) {
    /** HEAD is done where GET is (RFC 9110 §9.3.2). */
    @Nullable Handler handler(String method) {
      Handler handler = handlers.get(method);
      return handler == null && method.equals("HEAD") ? handlers.get("GET") : handler;
    }

    List<String> methods() {
      List<String> methods = new ArrayList<>(handlers.keySet());
      if (handlers.containsKey("GET")) {
        methods.add("HEAD");
      }
      methods.add("OPTIONS");
      return List.copyOf(methods);
    }

    Optional<PathVariables> match(List<String> segments) {
      if (segments.size() != template.size()) {
        return Optional.empty();
      }
      Map<String, String> variables = new LinkedHashMap<>();
      for (int i = 0; i < segments.size(); i++) {
        String step = template.get(i);
        if (step.startsWith("{")) {
          if (segments.get(i).isEmpty()) {
            return Optional.empty();
          }
          variables.put(step.substring(1, step.length() - 1), segments.get(i));
        } else if (!step.equals(segments.get(i))) {
          return Optional.empty();
        }
      }
      return Optional.of(new PathVariables(Map.copyOf(variables)));
    }
  }

  private final List<Route> routes = new ArrayList<>();

  /**
   * Adds a handler.
   *
   * @param template such as {@code studies/{study}}, or {@code /wado} for what is not below the
   *     base URL
   */
  public Router add(String method, String template, Handler handler) {
    List<String> steps = List.of(template.split("/"));
    Route route =
        routes.stream()
            .filter(known -> known.template().equals(steps))
            .findFirst()
            .orElseGet(
                () -> {
                  Route added = new Route(steps, new LinkedHashMap<>());
                  routes.add(added);
                  return added;
                });
    route.handlers().put(method, handler);
    return this;
  }

  /** Has a request answered. */
  public Answer handle(Request request) throws IOException {
    if (request.segments().isEmpty()) {
      return handleBase(request);
    }
    for (Route route : routes) {
      Optional<PathVariables> path = route.match(request.segments());
      if (path.isPresent()) {
        Handler handler = route.handler(request.method());
        if (handler != null) {
          return handler.handle(request, path.get());
        }
        if (request.method().equals("OPTIONS")) {
          return Answer.of(200).header("Allow", String.join(", ", route.methods()));
        }
        throw HttpProblem.methodNotAllowed(route.methods());
      }
    }
    throw HttpProblem.notFound();
  }

  /** The base is no resource; it tells that the services are there. */
  private static Answer handleBase(Request request) {
    if (request.method().equals("OPTIONS")) {
      return Answer.of(200).header("Allow", "OPTIONS");
    }
    throw HttpProblem.notFound();
  }
}
