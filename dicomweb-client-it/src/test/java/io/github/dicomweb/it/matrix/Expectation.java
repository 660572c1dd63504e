// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.it.matrix;

import io.github.dicomweb.error.MalformedResponseException;
import io.github.dicomweb.it.matrix.Cell.Protocol;
import io.github.dicomweb.it.matrix.Outcome.End;
import io.github.dicomweb.it.matrix.Retrieval.Kind;
import io.github.dicomweb.it.matrix.Retrieval.Trait;
import io.github.dicomweb.testkit.behavior.AnswerBehavior.Framing;
import io.github.dicomweb.testkit.behavior.Label;
import io.github.dicomweb.testkit.behavior.Truncation.Ending;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;

/** What a retrieval must come to in a cell. */
final class Expectation {
  private Expectation() {}

  /**
   * Judges an outcome.
   *
   * @return what is wrong; nothing if it is as it should be
   */
  static Optional<String> objection(Retrieval retrieval, Cell cell, Outcome outcome) {
    String wrong =
        cell.isCut() ? ofCut(retrieval, cell, outcome) : ofWhole(retrieval, cell, outcome);
    return wrong.isEmpty() ? Optional.empty() : Optional.of(wrong);
  }

  /**
   * The cells in which nobody can tell what came, so that the answer must be refused: one single
   * part of bytes that show nothing, under a media type that bulk data never has. It could as well
   * be the text of an error. Without any media type the same bytes are taken, since then nothing
   * contradicts that they are what was asked for.
   */
  static boolean isUnrecognisable(Retrieval retrieval, Cell cell) {
    return retrieval.kind() == Kind.BYTES
        && !retrieval.isMultipart(cell)
        && cell.answer() == Label.TEXT_PLAIN;
  }

  /**
   * The cells in which a body that is cut cannot be told from one that is whole, since it ends with
   * the connection and has no end of its own. JSON, XML, archives and multipart bodies have one,
   * and HTTP/2 always has.
   */
  static boolean isEndUnproven(Retrieval retrieval, Cell cell) {
    boolean endless =
        switch (retrieval.kind()) {
          case FILES, BYTES, PICTURES -> !retrieval.isMultipart(cell);
          case JSON, XML, ARCHIVE -> false;
        };
    return endless
        && !retrieval.has(Trait.COUNTED)
        && cell.protocol() == Protocol.HTTP_1
        && cell.framing() == Framing.CONNECTION_CLOSE;
  }

  /**
   * The cells in which something is labelled wrongly that can be known to be wrong.
   *
   * <p>{@code application/octet-stream} is never wrong for what bulk data and frames are, and what
   * parts are called does not matter where there are none.
   */
  static boolean isMislabelled(Retrieval retrieval, Cell cell) {
    boolean multipart = retrieval.isMultipart(cell);
    if (multipart) {
      return cell.answer() != Label.RIGHT || isWrong(retrieval, cell.part());
    }
    return isWrong(retrieval, cell.answer());
  }

  private static boolean isWrong(Retrieval retrieval, Label label) {
    return switch (label) {
      case RIGHT -> false;
      case OCTET_STREAM, BY_FILE_NAME -> !retrieval.mayBeOctetStream();
      case TEXT_PLAIN, MISSING -> true;
    };
  }

  private static String ofWhole(Retrieval retrieval, Cell cell, Outcome outcome) {
    boolean insisting = retrieval.has(Trait.INSISTS);
    if (isUnrecognisable(retrieval, cell) || (insisting && isEndUnproven(retrieval, cell))) {
      return outcome.failure() instanceof MalformedResponseException && outcome.content().isEmpty()
          ? ""
          : "should have been refused: " + outcome;
    }
    if (outcome.failure() != null) {
      return "should have come: " + outcome;
    }
    if (!outcome.content().equals(retrieval.truth())) {
      return "another content: " + outcome;
    }
    End end = isEndUnproven(retrieval, cell) ? End.DOUBTFUL : End.PROVEN;
    if (outcome.end() != end) {
      return "should be " + end + ": " + outcome;
    }
    if (!insisting && isMislabelled(retrieval, cell) && outcome.tolerated().isEmpty()) {
      return "nothing tells that it was labelled wrongly: " + outcome;
    }
    boolean right =
        cell.answer() == Label.RIGHT
            && (cell.part() == Label.RIGHT || !retrieval.isMultipart(cell));
    List<String> unfounded =
        outcome.tolerated().stream().filter(text -> !text.contains("multipart")).toList();
    if (right && !unfounded.isEmpty()) {
      return "a right answer was tolerated: " + outcome;
    }
    return "";
  }

  /**
   * The cells in which a cut body is a whole message: one single part without an end of its own,
   * whose length, last chunk or end of stream is that of what was left of it. Nothing in the
   * message is wrong, and no client can know.
   */
  static boolean isCutInvisible(Retrieval retrieval, Cell cell) {
    boolean endless =
        switch (retrieval.kind()) {
          case FILES, BYTES, PICTURES -> !retrieval.isMultipart(cell);
          case JSON, XML, ARCHIVE -> false;
        };
    return endless
        && !retrieval.has(Trait.COUNTED)
        && cell.cut().ending() == Ending.WELL_FRAMED
        && !isEndUnproven(retrieval, cell);
  }

  private static String ofCut(Retrieval retrieval, Cell cell, Outcome outcome) {
    if (isCutInvisible(retrieval, cell)) {
      return isBeginning(retrieval, cell, outcome.content()) ? "" : "other bytes: " + outcome;
    }
    if (isEndUnproven(retrieval, cell)) {
      boolean told = outcome.end() == End.DOUBTFUL || outcome.end() == End.CUT;
      return told && isBeginning(retrieval, cell, outcome.content())
          ? ""
          : "should be in doubt: " + outcome;
    }
    if (outcome.end() == End.PROVEN) {
      return "cut, and told to be whole: " + outcome;
    }
    boolean intact =
        outcome.content().size() <= retrieval.truth().size()
            && retrieval.truth().containsAll(outcome.content());
    return intact ? "" : "something came that is not stored: " + outcome;
  }

  /** Whether the content is nothing, or what was sent of the one part. */
  private static boolean isBeginning(Retrieval retrieval, Cell cell, List<?> content) {
    if (content.isEmpty()) {
      return true;
    }
    return content.size() == 1
        && content.get(0) instanceof ByteBuffer came
        && retrieval.truth().get(0) instanceof ByteBuffer stored
        && came.equals(stored.slice(0, (int) cell.cut().bytes()));
  }
}
