// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.testkit.internal.behavior;

import io.github.dicomweb.dicom.Dataset;
import io.github.dicomweb.testkit.behavior.AnswerBehavior;
import io.github.dicomweb.testkit.behavior.AnswerBehavior.Completeness;
import io.github.dicomweb.testkit.behavior.AnswerBehavior.Form;
import io.github.dicomweb.testkit.behavior.AnswerBehavior.Framing;
import io.github.dicomweb.testkit.behavior.AnswerBehavior.Links;
import io.github.dicomweb.testkit.behavior.AnswerBehavior.Numbers;
import io.github.dicomweb.testkit.behavior.PartBehavior.Location;
import io.github.dicomweb.testkit.behavior.ResourceCategory;
import io.github.dicomweb.testkit.behavior.ServerBehavior;
import io.github.dicomweb.testkit.behavior.Truncation.Point;
import io.github.dicomweb.testkit.internal.http.Answer;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import okio.Buffer;

/** Changes what answers look like, whatever they are answers to. */
final class AnswerQuirks {
  /**
   * An answer and what is known of its parts.
   *
   * @param closing where the closing delimiter begins, -1 where there is none
   * @param several whether there are several parts
   */
  record Formed(Answer answer, long closing, boolean several) {
    static Formed single(Answer answer) {
      return new Formed(answer, -1, false);
    }
  }

  private static final Set<ResourceCategory> OTHERS_WITH_PARTS =
      EnumSet.of(
          ResourceCategory.METADATA,
          ResourceCategory.RENDERED,
          ResourceCategory.THUMBNAIL,
          ResourceCategory.URI);
  private static final ServerBehavior STANDARD = ServerBehavior.standard();

  private final ServerBehavior behavior;
  private final AnswerBehavior answers;
  private final MessageWriter writer;
  private final LinkQuirks links;
  private final String service;

  AnswerQuirks(ServerBehavior behavior, String base) {
    this.behavior = behavior;
    this.answers = behavior.answers();
    this.writer = new MessageWriter(behavior.multipart(), behavior.parts());
    this.links = new LinkQuirks(answers.links(), base);
    this.service = base;
  }

  /**
   * Forms an answer that is no error.
   *
   * @param url the URL of the request
   */
  Formed apply(Answer answer, Target target, String url) throws IOException {
    if (answer.body() == null || answer.header("Content-Range").isPresent()) {
      return Formed.single(answer);
    }
    Answer changed = json(answer);
    if (Message.isMultipart(changed)) {
      return touchesMultipart()
          ? multipart(changed, Message.parts(changed), url)
          : Formed.single(changed);
    }
    if (answers.form() == Form.MULTIPART && canBeMultipart(target, changed)) {
      Message.Part part =
          new Message.Part(
              changed.header("Content-Type").orElse(""),
              changed.header("Content-Location").orElse(""),
              changed.bytes());
      return multipart(changed.withoutHeader("Content-Location"), List.of(part), url);
    }
    return Formed.single(located(changed, changed.header("Content-Location").orElse(""), url));
  }

  private boolean touchesMultipart() {
    return !behavior.multipart().equals(STANDARD.multipart())
        || !behavior.parts().equals(STANDARD.parts())
        || answers.form() != Form.NEGOTIATED
        || answers.completeness() != Completeness.WHOLE
        || answers.links() != Links.RIGHT
        || answers.framing() == Framing.CLOSE_AFTER_SEVERAL
        || answers.truncation().point() == Point.BEFORE_CLOSING_DELIMITER;
  }

  private static boolean canBeMultipart(Target target, Answer answer) {
    boolean zip = answer.header("Content-Type").orElse("").startsWith("application/zip");
    return !zip && (target.isBinary() || OTHERS_WITH_PARTS.contains(target.category()));
  }

  private Formed multipart(Answer answer, List<Message.Part> given, String url) throws IOException {
    List<Message.Part> parts = new ArrayList<>();
    for (Message.Part part : given) {
      parts.add(links.apply(part));
    }
    Answer result = answer.withoutBody();
    if (answers.completeness() != Completeness.WHOLE && parts.size() > 1) {
      parts.remove(parts.size() - 1);
      result = partial(result);
    }
    if (answers.form() == Form.SINGLE_PART && parts.size() == 1) {
      Message.Part part = parts.get(0);
      Answer single = result.body(part.contentType(), new Buffer().write(part.content()));
      return Formed.single(located(single, part.location(), url));
    }
    MessageWriter.Written written = writer.write(parts, url);
    return new Formed(
        result.body(written.contentType(), written.body()), written.closing(), parts.size() > 1);
  }

  private Answer located(Answer answer, String location, String url) {
    Answer bare = answer.withoutHeader("Content-Location");
    Location form = behavior.parts().location();
    return Urls.location(links.apply(location), form, url)
        .map(value -> bare.header("Content-Location", value))
        .orElse(bare);
  }

  private Answer json(Answer answer) throws IOException {
    if (!Datasets.isJson(answer)) {
      return answer;
    }
    Answer result = answer;
    if (answers.completeness() != Completeness.WHOLE) {
      List<Dataset> datasets = Datasets.read(answer);
      if (datasets.size() > 1) {
        result = partial(Datasets.array(answer, datasets.subList(0, datasets.size() - 1)));
      }
    }
    if (answers.numbers() == Numbers.NUMBERS && answers.links() == Links.RIGHT) {
      return result;
    }
    String text = JsonNumbers.in(result.bytes().utf8(), answers.numbers());
    return result.withBody(new Buffer().writeUtf8(links.apply(text)));
  }

  private Answer partial(Answer answer) {
    return answers.completeness() == Completeness.SILENTLY_PARTIAL
        ? answer
        : answer
            .withStatus(206)
            .header("Warning", "299 " + service + " \"1 objects not acceptable.\"");
  }

  /** Labels an answer, and adds the warnings that each answer has. */
  Answer labelled(Answer answer) {
    Answer result = answer;
    Optional<String> type = answer.header("Content-Type");
    if (answer.status() < 300 && answer.body() != null) {
      Answer bare = answer.withoutHeader("Content-Type");
      result =
          Labels.of(answers.contentType(), type.orElse(""))
              .map(label -> bare.header("Content-Type", label))
              .orElse(bare);
    }
    for (String warning : answers.warnings()) {
      result = result.header("Warning", warning);
    }
    return result;
  }
}
