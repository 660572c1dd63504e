// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Runs every example against its embedded server and reads what it prints. */
class ExamplesTest {
  private final PrintStream realOut = System.out;
  private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

  @FunctionalInterface
  private interface Main {
    void run(String[] args) throws IOException;
  }

  @BeforeEach
  void listen() {
    System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
  }

  @AfterEach
  void stopListening() {
    System.setOut(realOut);
  }

  private String output(Main main) throws IOException {
    main.run(new String[0]);
    return printed.toString(StandardCharsets.UTF_8);
  }

  @Test
  void quickstart_storesFindsDownloadsAndDraws() throws IOException {
    String output = output(Quickstart::main);
    assertThat(output)
        .contains("Stored 26 instances")
        .contains("山田 太郎")
        .contains("Downloaded 23 instances")
        .contains("COMPLETE")
        .contains("23 of them are byte for byte what was sent");
    String png = output.substring(output.indexOf("slice: ") + "slice: ".length()).strip();
    assertThat(ImageIO.read(Path.of(png).toFile()).getWidth()).isEqualTo(96);
  }

  @Test
  void findStudies_listsStudiesAndSeries() throws IOException {
    assertThat(output(FindStudies::main))
        .contains("Müller Jürgen", "CT   20 instances", "2 studies, COMPLETE");
  }

  @Test
  void downloadStudy_saysThatEverythingCame() throws IOException {
    assertThat(output(DownloadStudy::main)).contains("COMPLETE, 23 of 23 instances");
  }

  @Test
  void storeDirectory_tellsWhatBecameOfEach() throws IOException {
    assertThat(output(StoreDirectory::main))
        .contains("26 stored, 0 failed, 0 unconfirmed, 1 skipped")
        .contains("SKIPPED     readme.txt");
  }

  @Test
  void asynchronous_describesEachSeries() throws IOException {
    assertThat(output(Asynchronous::main)).contains("CT   20 instances");
  }
}
