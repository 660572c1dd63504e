// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.internal.delete;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import io.github.dicomweb.delete.RejectReport;
import io.github.dicomweb.delete.RejectRequest;
import io.github.dicomweb.dicom.CodedConcept;
import io.github.dicomweb.error.Warning;
import io.github.dicomweb.internal.http.Answer;
import io.github.dicomweb.internal.http.Exchange;
import io.github.dicomweb.internal.http.Identifiers;
import io.github.dicomweb.internal.http.Operation;
import io.github.dicomweb.internal.http.Service;
import io.github.dicomweb.internal.http.Transport;
import io.github.dicomweb.internal.negotiate.Gate;
import io.github.dicomweb.profile.Feature;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** A rejection. */
final class RealReject implements RejectRequest {
  private static final JsonFactory FACTORY = new JsonFactory();
  // By the media type of DICOM JSON it would be refused.
  private static final List<String> ACCEPT = List.of("application/json");

  private final Transport transport;
  private final Level level;
  private final String reason;

  RealReject(Transport transport, Level level, CodedConcept reason) {
    this.transport = transport;
    this.level = level;
    this.reason = Identifiers.check("rejection reason", reason.value() + "^" + reason.scheme());
  }

  @Override
  public RejectReport execute() {
    return execute(new Operation());
  }

  @Override
  public CompletableFuture<RejectReport> executeAsync() {
    return Operation.async(transport.executor(), this::execute);
  }

  private RejectReport execute(Operation operation) {
    Gate.require(transport.profile(), Feature.REJECT);
    Exchange exchange =
        level
            .appendTo(Exchange.post(Service.RETRIEVE))
            .path("reject", "reason", reason)
            .accept(ACCEPT)
            .build();
    try (Answer answer = transport.send(exchange, operation)) {
      List<Warning> warnings = new ArrayList<>(answer.warnings());
      long count = count(answer);
      if (count < 0) {
        warnings.add(Warning.tolerated("an answer to a rejection without a count"));
      }
      return new RejectReport(count, answer.status(), warnings);
    }
  }

  private static long count(Answer answer) {
    try {
      return count(SmallBody.read(answer));
    } catch (IOException e) {
      throw answer.failure(e);
    }
  }

  private static long count(String body) throws IOException {
    try (JsonParser parser = FACTORY.createParser(body)) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        return -1;
      }
      while (parser.nextToken() == JsonToken.FIELD_NAME) {
        String field = parser.currentName();
        JsonToken value = parser.nextToken();
        if (field.equals("count") && value == JsonToken.VALUE_NUMBER_INT) {
          return parser.getLongValue();
        }
        parser.skipChildren();
      }
      return -1;
    } catch (JsonProcessingException e) {
      // What was asked for is done by its status; that the count cannot be read is told.
      return -1;
    }
  }

  /** The level only. */
  @Override
  public String toString() {
    return "RejectRequest[" + level + "]";
  }
}
