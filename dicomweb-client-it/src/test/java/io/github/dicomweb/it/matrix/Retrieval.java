// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.it.matrix;

import io.github.dicomweb.DicomWebClient;
import io.github.dicomweb.testkit.behavior.AnswerBehavior.Form;
import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A way to retrieve something, and what it must give.
 *
 * @param name what it is, for people
 * @param kind what is sent
 * @param truth what is stored: bytes, or datasets
 * @param shortest a length that every form of the answer has at least
 * @param traits what is particular
 * @param call retrieves
 */
record Retrieval(
    String name, Kind kind, List<?> truth, long shortest, Set<Trait> traits, Call call) {

  /** What is sent, by how it is told what it is. */
  enum Kind {
    /** DICOM files, which show themselves. */
    FILES,
    /** Bytes that show nothing. */
    BYTES,
    /** Codestreams, pictures and documents, which show themselves. */
    PICTURES,
    /** Datasets in JSON. */
    JSON,
    /** Datasets in XML. */
    XML,
    /** A zip archive. */
    ARCHIVE
  }

  /** What is particular about a retrieval. */
  enum Trait {
    /** The answer is never multipart: a range of bytes, or a form that has no parts. */
    ALWAYS_SINGLE,
    /** The call gives no warnings, and refuses what is not provably whole. */
    INSISTS,
    /** The length is told in a Content-Range. */
    COUNTED,
    /** It may come as {@code application/octet-stream}, too. */
    OCTETS
  }

  /** Retrieves, and tells what the caller sees. */
  interface Call {
    Outcome run(DicomWebClient client, Path scratch) throws IOException;
  }

  static Retrieval of(
      String name, Kind kind, List<?> truth, long shortest, Call call, Trait... traits) {
    Set<Trait> set = EnumSet.noneOf(Trait.class);
    set.addAll(List.of(traits));
    return new Retrieval(name, kind, truth, shortest, set, call);
  }

  boolean has(Trait trait) {
    return traits.contains(trait);
  }

  /** Whether the answer in such a form is multipart. */
  boolean isMultipart(Cell cell) {
    return !has(Trait.ALWAYS_SINGLE) && (cell.form() == Form.MULTIPART || !hasOnePart());
  }

  private boolean hasOnePart() {
    return truth.size() == 1 || kind == Kind.JSON || kind == Kind.ARCHIVE;
  }

  /** The cells that differ on the wire, where there may be no parts, or more than one. */
  List<Cell> distinct(List<Cell> cells) {
    Set<Object> seen = new HashSet<>();
    return cells.stream().filter(cell -> seen.add(onTheWire(cell))).toList();
  }

  private List<Object> onTheWire(Cell cell) {
    List<Object> always = List.of(cell.protocol(), cell.framing(), cell.answer(), cell.cut());
    return isMultipart(cell) ? List.of(always, cell.part(), cell.parameters()) : always;
  }

  /** How many of all cells that are whole differ on the wire. */
  int distinctCells() {
    int framings = 3 + 2;
    int single = framings * 4;
    int multipart = framings * 4 * 4 * 2;
    return has(Trait.ALWAYS_SINGLE) ? single : hasOnePart() ? single + multipart : multipart;
  }

  /** Whether what is sent may come as {@code application/octet-stream}. */
  boolean mayBeOctetStream() {
    return kind == Kind.BYTES || has(Trait.OCTETS);
  }

  @Override
  public String toString() {
    return name;
  }
}
