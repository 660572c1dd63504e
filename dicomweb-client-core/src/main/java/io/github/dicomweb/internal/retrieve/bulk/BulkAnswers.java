// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.internal.retrieve.bulk;

import io.github.dicomweb.config.Limits;
import io.github.dicomweb.internal.decode.SinglePart;
import io.github.dicomweb.internal.http.Answer;
import io.github.dicomweb.internal.retrieve.LivePart;
import io.github.dicomweb.internal.retrieve.LiveParts;
import io.github.dicomweb.media.MediaType;
import java.io.IOException;

/** What holds for every answer of frames or bulk data. */
final class BulkAnswers {
  private BulkAnswers() {}

  /** Takes an answer over, which is closed if it cannot be read. */
  static LiveParts<LivePart> open(Answer answer, Limits limits) {
    boolean taken = false;
    try {
      if (answer.source().exhausted()) {
        // Nothing tells an empty value from one that the server failed to send.
        throw answer.malformed("the answer is empty").build();
      }
      LiveParts<LivePart> parts =
          LiveParts.open(answer, limits, SinglePart.BULK, part -> checked(answer, part));
      taken = true;
      return parts;
    } catch (IOException e) {
      throw answer.failure(e);
    } finally {
      if (!taken) {
        answer.close();
      }
    }
  }

  /** Some servers send the instance if they cannot send the value. */
  private static LivePart checked(Answer answer, LivePart part) {
    if (part.mediaType().filter(MediaType.DICOM::equals).isPresent()) {
      throw answer
          .malformed("a whole instance came in place of frames or bulk data")
          .partIndex(part.index())
          .build();
    }
    return part;
  }
}
