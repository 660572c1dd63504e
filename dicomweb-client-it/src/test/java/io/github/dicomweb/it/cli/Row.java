// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.it.cli;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * A row of the contract: a line of words and what comes of it. In words and expectations, names *
 * angle brackets stand for what {@link Place} has.
 */
final class Row {
  /** What is found on the other side. */
  enum Server {
    TEST_KIT,
    ORTHANC
  }

  /** What comes of a line; all texts are looked for as they are. */
  static final class Expected {
    final int code;
    final List<String> out = new ArrayList<>();
    final List<String> err = new ArrayList<>();
    final List<String> files = new ArrayList<>();
    final List<String> asked = new ArrayList<>();
    final Map<String, Integer> pictures = new LinkedHashMap<>();
    int lines = -1;

    private Expected(int code) {
      this.code = code;
    }
  }

  /** How the server is made to behave before, which only the test kit can be. */
  enum Mood {
    GOOD,
    PASSWORD,
    TOKEN,
    CUT,
    MISLABELLED,
    BUSY,
    DOWN,
    SMALL_PAGES
  }

  private final String line;
  private final Map<Server, Expected> expected = new EnumMap<>(Server.class);
  private Set<Server> servers = EnumSet.allOf(Server.class);
  private Expected current;
  private Mood mood = Mood.GOOD;
  private boolean bare;
  private boolean varying;

  private Row(String line, int code) {
    this.line = line;
    this.current = new Expected(code);
    for (Server server : Server.values()) {
      expected.put(server, current);
    }
    if (code == 2) {
      // which server it does not reach makes no difference
      servers = EnumSet.of(Server.TEST_KIT);
    }
  }

  /** A line that is done. */
  static Row done(String line) {
    return new Row(line, 0);
  }

  /** A line that ends with another code. */
  static Row ends(int code, String line) {
    return new Row(line, code);
  }

  /** Texts in standard output. */
  Row out(String... texts) {
    current.out.addAll(List.of(texts));
    return this;
  }

  /** The number of lines of standard output. */
  Row lines(int count) {
    current.lines = count;
    return this;
  }

  /** Texts in standard error, which is empty otherwise. */
  Row err(String... texts) {
    current.err.addAll(List.of(texts));
    return this;
  }

  /** Files that are there afterwards, in the directory of the run. */
  Row files(String... names) {
    current.files.addAll(List.of(names));
    return this;
  }

  /** A picture that is there afterwards, and how wide it is. */
  Row picture(String name, int width) {
    current.pictures.put(name, width);
    return files(name);
  }

  /** Texts in requests that reached the test kit. */
  Row asked(String... texts) {
    current.asked.addAll(List.of(texts));
    return this;
  }

  /** From here on: what comes of it at Orthanc instead. */
  Row orthanc(int code) {
    current = new Expected(code);
    expected.put(Server.ORTHANC, current);
    return this;
  }

  /** Only with the test kit, which does what Orthanc cannot be made to do. */
  Row testKitOnly() {
    servers = EnumSet.of(Server.TEST_KIT);
    return this;
  }

  /** The files of two runs differ: the server makes up identifiers. */
  Row varying() {
    varying = true;
    return this;
  }

  Row mood(Mood value) {
    mood = value;
    return testKitOnly();
  }

  /** Without the options that lead to the server. */
  Row bare() {
    bare = true;
    return this;
  }

  /** Without a server, for which one run in each form is enough. */
  Row local() {
    return bare().testKitOnly();
  }

  String line() {
    return line;
  }

  List<String> words() {
    return line.isEmpty() ? List.of() : List.of(line.split(" ", -1));
  }

  boolean isFor(Server server) {
    return servers.contains(server);
  }

  Expected at(Server server) {
    return Objects.requireNonNull(expected.get(server));
  }

  Mood mood() {
    return mood;
  }

  boolean isVarying() {
    return varying;
  }

  boolean isBare() {
    return bare;
  }

  @Override
  public String toString() {
    return ("dicomweb " + line).strip() + (mood == Mood.GOOD ? "" : " (" + mood + ")");
  }
}
