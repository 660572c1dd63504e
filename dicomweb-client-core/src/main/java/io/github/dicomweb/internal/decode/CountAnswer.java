// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.internal.decode;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.exc.StreamReadException;
import io.github.dicomweb.internal.http.Answer;
import java.io.IOException;

/** An answer that is a number of results: {@code {"count":4}}. */
public final class CountAnswer {
  private static final JsonFactory JSON = new JsonFactory();

  private CountAnswer() {}

  /**
   * Reads it to its end, which shows that it was not cut.
   *
   * @param answer the answer; not closed
   * @return the number
   */
  public static long read(Answer answer) {
    long count = -1;
    try (JsonParser parser = JSON.createParser(answer.source().inputStream())) {
      if (parser.nextToken() == JsonToken.START_OBJECT) {
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
          boolean named = parser.currentName().equals("count");
          JsonToken value = parser.nextToken();
          if (named && value == JsonToken.VALUE_NUMBER_INT) {
            count = parser.getLongValue();
          } else {
            parser.skipChildren();
          }
        }
        if (parser.currentToken() != JsonToken.END_OBJECT || parser.nextToken() != null) {
          count = -1;
        }
      }
    } catch (StreamReadException e) {
      // Neither its message nor it as a cause: both may quote the answer.
      throw answer
          .malformed("the number of results cannot be read")
          .byteOffset(e.getLocation() == null ? -1 : e.getLocation().getByteOffset())
          .build();
    } catch (IOException e) {
      throw answer.failure(e);
    }
    if (count < 0) {
      throw answer.malformed("the answer is no number of results").build();
    }
    return count;
  }
}
