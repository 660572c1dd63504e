// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.internal.delete;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import io.github.dicomweb.error.DicomWebException;
import io.github.dicomweb.internal.http.Answer;
import io.github.dicomweb.internal.http.Identifiers;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A long-running operation as Google tells it: {@code
 * {"name":"projects/…/operations/…","done":true,"error":{"code":5,"message":"…"}}}.
 *
 * @param name its name
 * @param done whether it has ended
 * @param error whether it has failed
 * @param errorCode the code of the error, or null
 * @param message what is said of the error; empty if nothing
 */
record OperationState(
    String name, boolean done, boolean error, @Nullable Integer errorCode, String message) {
  private static final JsonFactory FACTORY = new JsonFactory();

  /**
   * Checks a name, of which a path is made.
   *
   * @throws IllegalArgumentException if it could lead elsewhere
   */
  static String checkName(String name) {
    for (String segment : name.split("/", -1)) {
      Identifiers.check("operation", segment);
    }
    return name;
  }

  /** Reads an answer; nothing if it has no body, or one without content. */
  static Optional<OperationState> read(Answer answer) {
    try {
      String body = SmallBody.read(answer);
      return body.isBlank() ? Optional.empty() : parse(body, answer);
    } catch (IOException e) {
      throw answer.failure(e);
    }
  }

  private static Optional<OperationState> parse(String body, Answer answer) throws IOException {
    String name = null;
    boolean done = false;
    boolean any = false;
    Failure failure = null;
    try (JsonParser parser = FACTORY.createParser(body)) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        throw noOperation(answer);
      }
      while (parser.nextToken() == JsonToken.FIELD_NAME) {
        any = true;
        String field = parser.currentName();
        JsonToken value = parser.nextToken();
        if (field.equals("name") && value == JsonToken.VALUE_STRING) {
          name = parser.getText();
        } else if (field.equals("done")) {
          done = value == JsonToken.VALUE_TRUE;
        } else if (field.equals("error") && value == JsonToken.START_OBJECT) {
          failure = Failure.read(parser);
        } else {
          parser.skipChildren();
        }
      }
      if (!any) {
        return Optional.empty();
      }
      if (name == null) {
        throw noOperation(answer);
      }
      return Optional.of(state(checkName(name), done, failure));
    } catch (JsonProcessingException | IllegalArgumentException e) {
      // Neither message goes into ours: both may quote the answer.
      throw noOperation(answer);
    }
  }

  private static OperationState state(String name, boolean done, @Nullable Failure failure) {
    return failure == null
        ? new OperationState(name, done, false, null, "")
        : new OperationState(name, done, true, failure.code, failure.message);
  }

  private static DicomWebException noOperation(Answer answer) {
    return answer.malformed("the answer to a deletion is no operation").build();
  }

  private record Failure(@Nullable Integer code, String message) {
    static Failure read(JsonParser parser) throws IOException {
      Integer code = null;
      String message = "";
      while (parser.nextToken() == JsonToken.FIELD_NAME) {
        String field = parser.currentName();
        JsonToken value = parser.nextToken();
        if (field.equals("code") && value == JsonToken.VALUE_NUMBER_INT) {
          code = parser.getIntValue();
        } else if (field.equals("message") && value == JsonToken.VALUE_STRING) {
          message = parser.getText();
        } else {
          parser.skipChildren();
        }
      }
      return new Failure(code, message);
    }
  }

  /** Neither name nor message. */
  @Override
  public String toString() {
    return "OperationState[" + (done ? "done" : "not done") + "]";
  }
}
