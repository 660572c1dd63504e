// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.examples;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dicomweb.dicom.Tag;
import io.github.dicomweb.dicom.part10.Part10Reader;
import io.github.dicomweb.testdata.TestStudies;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
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

  @Test
  void renderFrame_drawsTheFrameARegionAndAThumbnail() throws IOException {
    Path directory = directory(output(RenderFrame::main));
    BufferedImage frame = picture(directory.resolve("frame.png"), 384, 384);
    BufferedImage region = picture(directory.resolve("region.png"), 192, 128);
    // Both are four times as large as the original, and the region begins at column 48, row 24.
    assertThat(region.getRaster().getSamples(40, 40, 80, 40, 0, (int[]) null))
        .isEqualTo(frame.getRaster().getSamples(232, 136, 80, 40, 0, (int[]) null));
    assertThat(frame.getRaster().getSamples(0, 0, 384, 384, 0, (int[]) null)).contains(0, 255);
    picture(directory.resolve("thumbnail.jpeg"), 64, 64);
  }

  @Test
  void fetchBulkData_writesTheValueAndItsFrames() throws IOException {
    String output = output(FetchBulkData::main);
    byte[] pixels =
        Part10Reader.create()
            .read(TestStudies.multiFrame().bytes())
            .dataset()
            .inlineBinary(Tag.PixelData)
            .orElseThrow();
    assertThat(output)
        .contains("1 values elsewhere", "7FE00010.bin: 32768 bytes of application/octet-stream")
        .contains("begins with " + HexFormat.of().formatHex(pixels, 0, 8));
    assertThat(directory(output).resolve("7FE00010.bin")).hasBinaryContent(pixels);
    for (int frame = 1; frame <= 8; frame++) {
      assertThat(directory(output).resolve("frame-" + frame + ".bin"))
          .hasBinaryContent(Arrays.copyOfRange(pixels, 4096 * (frame - 1), 4096 * frame));
    }
  }

  @Test
  void storeDerived_findsAndReadsWhatItStored() throws IOException {
    assertThat(output(StoreDerived::main).lines())
        .map(String::stripTrailing)
        .containsExactly(
            "STORED Secondary Capture Image Storage",
            "STORED Encapsulated PDF Storage",
            "STORED Basic Text SR Storage",
            "found: Secondary Capture Image Storage",
            "found: Encapsulated PDF Storage",
            "found: Basic Text SR Storage",
            "read back as it was built:",
            "Diagnostic imaging report",
            "  Language of Content Item and Descendants: English",
            "  Person Observer Name: Doe Jane",
            "  Findings",
            "    Finding: Bright lesion on the left: 3 × 2 cm.",
            "    (an image)");
  }

  @Test
  void readWithWadoUri_writesTheObjectAndAPicture() throws IOException {
    String output = output(ReadWithWadoUri::main);
    assertThat(output).contains("CT of Yamada Tarou", "rendered: UriFile[image/jpeg");
    assertThat(directory(output).resolve("object.dcm"))
        .hasBinaryContent(TestStudies.ctSlices().get(12).bytes());
    picture(directory(output).resolve("object.jpeg"), 256, 256);
  }

  @Test
  void probeServer_showsWhatItFoundAndSearches() throws IOException {
    assertThat(output(ProbeServer::main))
        .contains("CERTAIN  200 GET /studies", "search works")
        .contains("queryEscaping=PERCENT")
        .contains("not there: [DELETE, REJECT, PATIENTS, COUNT]")
        .contains("a study of 20260115");
  }

  private static Path directory(String output) {
    String last = output.lines().filter(line -> line.startsWith("in ")).findFirst().orElseThrow();
    return Path.of(last.substring("in ".length()));
  }

  private static BufferedImage picture(Path file, int width, int height) throws IOException {
    BufferedImage picture = ImageIO.read(file.toFile());
    assertThat(picture.getWidth()).isEqualTo(width);
    assertThat(picture.getHeight()).isEqualTo(height);
    return picture;
  }
}
