// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.testkit.internal.behavior;

import io.github.dicomweb.testkit.behavior.ServerBehavior;
import io.github.dicomweb.testkit.internal.http.Answer;
import java.util.List;

/** Multipart answers as the standard has them, between one change and the next. */
final class Rewriter {
  private static final MessageWriter STANDARD =
      new MessageWriter(ServerBehavior.standard().multipart(), ServerBehavior.standard().parts());

  private Rewriter() {}

  static Answer standard(Answer answer, List<Message.Part> parts) {
    MessageWriter.Written written = STANDARD.write(parts, "");
    return answer.withoutBody().body(written.contentType(), written.body());
  }
}
