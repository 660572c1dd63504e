// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.it.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dicomweb.it.cli.Command.Result;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.imageio.ImageIO;

/** Tries a row at a place: once in a pipe and, at the same time, once on a pseudo-terminal. */
final class Trial {
  private static final Pattern COLOUR = Pattern.compile("\u001B\\[[0-9;]*m");
  private static final Pattern PROGRESS = Pattern.compile("\r[^\r\n]*\u001B\\[K");
  private static final String DIRECTORY = "<dir>";

  private final Place place;
  private final Row row;
  private final Row.Expected expected;
  private final Path piped;
  private final Path shown;

  private final List<String> victims;

  private Trial(Place place, Row row, int number) throws IOException {
    this.victims = victims(number);
    this.place = place;
    this.row = row;
    this.expected = row.at(place.server());
    this.piped = Files.createDirectories(place.directory().resolve("pipe-" + number));
    this.shown = Files.createDirectories(place.directory().resolve("term-" + number));
  }

  static void of(Place place, Row row, int number) throws Exception {
    new Trial(place, row, number).run();
  }

  /** Studies of which the first is there for the pipe to be deleted, the other for the terminal. */
  static List<String> victims(int number) {
    return List.of("2.25.1" + number + "1", "2.25.1" + number + "2");
  }

  private void run() throws Exception {
    CompletableFuture<Result> onTerminal =
        CompletableFuture.supplyAsync(
            () -> result(shown, words -> command().terminal(words)),
            task -> new Thread(task, "terminal").start());
    Result inPipe = result(piped, words -> command().run(words));
    checkPipe(inPipe);
    checkTerminal(onTerminal.join(), inPipe);
    assertThat(files(piped)).containsAll(expected.files.stream().map(place::filled).toList());
    for (Map.Entry<String, Integer> picture : expected.pictures.entrySet()) {
      assertThat(ImageIO.read(piped.resolve(picture.getKey()).toFile()).getWidth())
          .isEqualTo(picture.getValue());
    }
    compareFiles();
  }

  /** Runs the words. */
  private interface Form {
    Result run(String[] words) throws IOException, InterruptedException;
  }

  private Command command() {
    Command command =
        Command.dicomweb().trustingNobody().env("SECRET", Place.SECRET).env("EMPTY", "");
    if (!row.isBare()) {
      command = command.with("--url", place.name("url"));
      if (place.server() == Row.Server.ORTHANC && !row.line().contains("--profile")) {
        command = command.with("--profile", "orthanc");
      }
    }
    return command;
  }

  private Result result(Path directory, Form form) {
    String[] words =
        row.words().stream()
            .map(word -> word.replace(DIRECTORY, directory.toString()))
            .map(word -> word.replace("<victim>", victims.get(directory.equals(piped) ? 0 : 1)))
            .map(place::filled)
            .toArray(String[]::new);
    try {
      Result result = form.run(words);
      return new Result(
          result.code(), neutral(result.out(), directory), neutral(result.err(), directory));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static String neutral(String text, Path directory) {
    return text.replace(directory.toString(), DIRECTORY);
  }

  private void checkPipe(Result result) {
    result.expect(expected.code);
    assertThat(result.out()).as("in a pipe").doesNotContain("\u001B");
    assertThat(result.err()).as("in a pipe").doesNotContain("\u001B", "\r");
    for (String text : expected.out) {
      assertThat(result.out()).contains(place.filled(text));
    }
    for (String text : expected.err) {
      assertThat(result.err()).contains(place.filled(text));
    }
    if (expected.lines >= 0) {
      assertThat(result.lines()).hasSize(expected.lines);
    }
    if (expected.code == 0 && expected.err.isEmpty() && !isLogged()) {
      assertThat(result.err()).isEmpty();
    }
    if (isLogged()) {
      assertThat(result.err())
          .doesNotContain("Yamada", "PHANTOM", "HAND-2", place.name("study"), place.name("url"));
    }
    if (expected.code == 2) {
      assertThat(result.out()).isEmpty();
    }
    if (expected.code != 0) {
      assertThat(result.err()).startsWith("dicomweb: ");
    }
    if (expected.code != 0 && expected.code != 3) {
      assertThat(result.err()).hasLineCount(1);
    }
    assertThat(result.out() + result.err()).doesNotContain(Place.SECRET);
  }

  /** But for colour and progress, a terminal shows what a pipe gets. */
  private void checkTerminal(Result result, Result inPipe) {
    assertThat(result.code()).as("on a terminal: %s", result.out()).isEqualTo(expected.code);
    String plain = PROGRESS.matcher(result.out()).replaceAll("");
    plain = COLOUR.matcher(plain).replaceAll("");
    assertThat(plain).as("on a terminal").doesNotContain("\u001B", Place.SECRET);
    if (!isLogged()) {
      assertThat(sorted(plain)).isEqualTo(sorted(inPipe.out() + inPipe.err()));
    }
  }

  /** What is logged holds times and comes in any order. */
  private boolean isLogged() {
    return row.words().stream().anyMatch(word -> word.matches("-v+"));
  }

  private static List<String> sorted(String text) {
    List<String> lines =
        new ArrayList<>(text.replace("\r", "").lines().map(String::stripTrailing).toList());
    Collections.sort(lines);
    return lines;
  }

  private static List<String> files(Path directory) {
    try (Stream<Path> all = Files.walk(directory)) {
      return all.filter(Files::isRegularFile)
          .map(file -> directory.relativize(file).toString())
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void compareFiles() throws IOException {
    assertThat(files(shown)).isEqualTo(files(piped));
    for (String name : files(piped)) {
      Path file = piped.resolve(name);
      assertThat(file).isNotEmptyFile();
      if (name.endsWith(".zip")) {
        continue; // with the time of the run in it
      }
      if (name.endsWith(".json") || name.endsWith(".toml")) {
        assertThat(neutral(Files.readString(shown.resolve(name)), shown))
            .isEqualTo(neutral(Files.readString(file), piped));
      } else if (!row.isVarying()) {
        assertThat(shown.resolve(name)).hasSameBinaryContentAs(file);
      }
    }
  }
}
