// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.testkit.internal.behavior;

import io.github.dicomweb.testkit.behavior.Feature;
import io.github.dicomweb.testkit.behavior.ServerBehavior;
import io.github.dicomweb.testkit.behavior.StoreBehavior;
import io.github.dicomweb.testkit.behavior.StoreBehavior.NoParts;
import io.github.dicomweb.testkit.behavior.StoreBehavior.PartParameters;
import io.github.dicomweb.testkit.behavior.StoreBehavior.SinglePart;
import io.github.dicomweb.testkit.behavior.StoreBehavior.UnknownLength;
import io.github.dicomweb.testkit.internal.http.HttpProblem;
import io.github.dicomweb.testkit.internal.http.Request;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import okio.Buffer;

/** Refuses what this server does not store, and loses what it loses. */
final class StoreQuirks {
  private static final String DICOM = "application/dicom";
  private static final String BOUNDARY = "single-part-of-a-body";
  private static final String TYPE =
      "multipart/related; type=\"application/dicom\"; boundary=" + BOUNDARY;

  private final ServerBehavior behavior;
  private final StoreBehavior store;

  StoreQuirks(ServerBehavior behavior) {
    this.behavior = behavior;
    this.store = behavior.store();
  }

  Request apply(Request request) {
    if (store.unknownLength() == UnknownLength.REFUSED
        && request.header("Content-Length").isEmpty()) {
      throw HttpProblem.of(411, "The length of the body is required.");
    }
    if (request.body().size() > store.largestBody()) {
      throw tooLarge();
    }
    String type = request.header("Content-Type").orElse("");
    if (type.split(";", 2)[0].strip().equalsIgnoreCase(DICOM)) {
      if (store.singlePart() == SinglePart.REFUSED) {
        throw HttpProblem.of(415, "Only multipart is stored.");
      }
      return request;
    }
    boolean metadata = type.toLowerCase(Locale.ROOT).matches(".*application/dicom\\+(json|xml).*");
    if (store.singlePart() == SinglePart.REQUIRED
        || (metadata && behavior.absent().contains(Feature.STORE_METADATA))) {
      throw HttpProblem.of(415, "This server does not store that.");
    }
    return metadata ? request : withParts(request, type);
  }

  /** Whether nothing to store is nothing to complain of. */
  boolean isNothing(Request request) {
    return store.noParts() == NoParts.SUCCESS
        && Message.boundary(request.header("Content-Type").orElse(""))
            .filter(boundary -> parts(boundary, request).isEmpty())
            .isPresent();
  }

  private static Buffer multipart(List<Message.Part> parts) {
    Buffer body = new Buffer();
    for (Message.Part part : parts) {
      body.writeUtf8("--" + BOUNDARY + "\r\n");
      if (!part.contentType().isEmpty()) {
        body.writeUtf8("Content-Type: " + part.contentType() + "\r\n");
      }
      body.writeUtf8("\r\n").write(part.content()).writeUtf8("\r\n");
    }
    return body.writeUtf8("--" + BOUNDARY + "--\r\n");
  }

  private Request withParts(Request request, String type) {
    if (store.partParameters() == PartParameters.READ
        && store.mostInstances() == Integer.MAX_VALUE) {
      return request;
    }
    List<Message.Part> parts =
        Message.boundary(type).map(boundary -> parts(boundary, request)).orElse(List.of());
    if (parts.size() > store.mostInstances()) {
      throw tooLarge();
    }
    List<Message.Part> kept = new ArrayList<>();
    for (Message.Part part : parts) {
      if (store.partParameters() == PartParameters.DROPPED
          && part.contentType().indexOf(';') >= 0) {
        break;
      }
      kept.add(part);
    }
    return kept.size() == parts.size()
        ? request
        : request.withBody(TYPE, multipart(kept).readByteString());
  }

  /** The parts of a body; none where it is malformed. */
  private static List<Message.Part> parts(String boundary, Request request) {
    try {
      return Message.parts(boundary, request.body());
    } catch (IOException | IllegalArgumentException e) {
      return List.of();
    }
  }

  private static HttpProblem tooLarge() {
    return HttpProblem.of(413, "That is too much for one request.");
  }
}
