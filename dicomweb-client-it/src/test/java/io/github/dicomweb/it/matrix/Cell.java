// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.it.matrix;

import io.github.dicomweb.testkit.behavior.AnswerBehavior.Form;
import io.github.dicomweb.testkit.behavior.AnswerBehavior.Framing;
import io.github.dicomweb.testkit.behavior.Label;
import io.github.dicomweb.testkit.behavior.MultipartBehavior.Parameters;
import io.github.dicomweb.testkit.behavior.ServerBehavior;
import io.github.dicomweb.testkit.behavior.Truncation;
import java.util.ArrayList;
import java.util.List;

/**
 * One form of answer.
 *
 * @param protocol the version of HTTP
 * @param form multipart or, where there is one part, that alone
 * @param answer the Content-Type of the answer
 * @param part the Content-Type of its parts
 * @param parameters of the Content-Type of a multipart answer
 * @param framing how the end of the body is told
 * @param cut where the body ends before its time
 */
record Cell(
    Protocol protocol,
    Form form,
    Label answer,
    Label part,
    Parameters parameters,
    Framing framing,
    Truncation cut) {

  /** The versions of HTTP. */
  enum Protocol {
    HTTP_1,
    HTTP_2;

    /** In HTTP/2 there is nothing but streams, with or without a length. */
    List<Framing> framings() {
      return this == HTTP_1
          ? List.of(Framing.CONTENT_LENGTH, Framing.CHUNKED, Framing.CONNECTION_CLOSE)
          : List.of(Framing.CONTENT_LENGTH, Framing.CHUNKED);
    }
  }

  private static final List<Form> FORMS = List.of(Form.MULTIPART, Form.SINGLE_PART);
  private static final List<Parameters> PARAMETERS =
      List.of(Parameters.QUOTED, Parameters.UNQUOTED);

  private record Labels(Label answer, Label part) {
    private static final List<Label> EACH =
        List.of(Label.RIGHT, Label.OCTET_STREAM, Label.TEXT_PLAIN, Label.MISSING);

    static List<Labels> all() {
      return EACH.stream()
          .flatMap(answer -> EACH.stream().map(part -> new Labels(answer, part)))
          .toList();
    }

    /** Each of both once. */
    static List<Labels> few() {
      return List.of(
          new Labels(Label.RIGHT, Label.RIGHT),
          new Labels(Label.OCTET_STREAM, Label.OCTET_STREAM),
          new Labels(Label.TEXT_PLAIN, Label.MISSING),
          new Labels(Label.MISSING, Label.TEXT_PLAIN));
    }
  }

  /** All forms of whole answers. */
  static List<Cell> whole() {
    return all(Labels.all(), PARAMETERS, List.of(Truncation.none()));
  }

  /** Forms of answers that are cut. */
  static List<Cell> cut(List<Truncation> cuts) {
    return all(Labels.few(), List.of(Parameters.UNQUOTED), cuts);
  }

  private static List<Cell> all(
      List<Labels> labels, List<Parameters> parameters, List<Truncation> cuts) {
    List<Cell> cells = new ArrayList<>();
    for (Protocol protocol : Protocol.values()) {
      for (Framing framing : protocol.framings()) {
        for (Form form : FORMS) {
          for (Labels label : labels) {
            for (Parameters written : parameters) {
              for (Truncation cut : cuts) {
                cells.add(
                    new Cell(protocol, form, label.answer(), label.part(), written, framing, cut));
              }
            }
          }
        }
      }
    }
    return cells;
  }

  boolean isCut() {
    return cut.point() != Truncation.Point.NOWHERE;
  }

  ServerBehavior behavior() {
    return ServerBehavior.standard()
        .withAnswers(
            answers ->
                answers
                    .withForm(form)
                    .withContentType(answer)
                    .withFraming(framing)
                    .withTruncation(cut))
        .withMultipart(multipart -> multipart.withParameters(parameters))
        .withParts(parts -> parts.withContentType(part));
  }

  @Override
  public String toString() {
    return protocol
        + " "
        + form
        + ", answer "
        + answer
        + ", parts "
        + part
        + ", "
        + parameters
        + ", "
        + framing
        + (isCut() ? ", " + cut.point() + " " + cut.bytes() + " " + cut.ending() : "");
  }
}
