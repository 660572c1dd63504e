// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.it.orthanc;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dicomweb.DicomWebClient;
import io.github.dicomweb.dicom.Dataset;
import io.github.dicomweb.dicom.Tag;
import io.github.dicomweb.dicom.build.EncapsulatedPdf;
import io.github.dicomweb.dicom.build.SecondaryCapture;
import io.github.dicomweb.dicom.part10.Part10Reader;
import io.github.dicomweb.examples.FetchBulkData;
import io.github.dicomweb.examples.ProbeServer;
import io.github.dicomweb.examples.ReadWithWadoUri;
import io.github.dicomweb.examples.RenderFrame;
import io.github.dicomweb.examples.StoreDerived;
import io.github.dicomweb.it.samples.Commands;
import io.github.dicomweb.it.samples.Dciodvfy;
import io.github.dicomweb.testdata.TestObject;
import io.github.dicomweb.testdata.TestStudies;
import java.awt.image.BufferedImage;
import java.awt.image.Raster;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The example programs, run as somebody runs them who has an Orthanc. */
@OrthancTest
class OrthancExamplesTest {
  private static final TestObject CT = TestStudies.ctSlices().get(12);
  private static final String BASIC_TEXT_SR = "1.2.840.10008.5.1.4.1.1.88.11";

  @TempDir private Path directory;

  @FunctionalInterface
  private interface Main {
    void run(String[] args) throws IOException;
  }

  private static String output(Main main, String... args) throws IOException {
    PrintStream realOut = System.out;
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
    try {
      main.run(args);
    } finally {
      System.setOut(realOut);
    }
    return printed.toString(StandardCharsets.UTF_8);
  }

  private String output(Main main, String url, TestObject object) throws IOException {
    return output(
        main,
        url,
        object.studyInstanceUid(),
        object.seriesInstanceUid(),
        object.sopInstanceUid(),
        directory.toString());
  }

  private void store(OrthancServer server, TestObject object) throws IOException {
    assertThat(server.rest().store(object.copyTo(directory.resolve("samples")))).isTrue();
  }

  private BufferedImage picture(String name, int width, int height) throws IOException {
    BufferedImage picture = ImageIO.read(directory.resolve(name).toFile());
    assertThat(picture.getWidth()).isEqualTo(width);
    assertThat(picture.getHeight()).isEqualTo(height);
    return picture;
  }

  @Test
  void renderFrame_writesPicturesInTheirWindow(OrthancServer server) throws IOException {
    store(server, CT);
    String output = output(RenderFrame::main, server.dicomWebUrl(), CT);
    assertThat(output).contains("frame.png: RenderedFile[image/png").doesNotContain("warning");
    Raster frame = picture("frame.png", 384, 384).getRaster();
    Raster region = picture("region.png", 192, 128).getRaster();
    assertThat(frame.getSamples(0, 0, 384, 384, 0, (int[]) null)).contains(0, 255);
    // Both are four times as large as the original, and the region begins at column 48, row 24.
    assertThat(region.getSamples(8, 8, 176, 112, 0, (int[]) null))
        .isEqualTo(frame.getSamples(200, 104, 176, 112, 0, (int[]) null));
    picture("thumbnail.jpeg", 64, 64);
  }

  @Test
  void fetchBulkData_writesTheValueAndItsFrames(OrthancServer server) throws IOException {
    TestObject object = TestStudies.multiFrame();
    store(server, object);
    String output = output(FetchBulkData::main, server.dicomWebUrl(), object);
    byte[] pixels = binary(object.bytes(), Tag.PixelData);
    assertThat(output).contains("begins with " + HexFormat.of().formatHex(pixels, 0, 8));
    assertThat(directory.resolve("7FE00010.bin")).hasBinaryContent(pixels);
    for (int frame = 1; frame <= 8; frame++) {
      assertThat(directory.resolve("frame-" + frame + ".bin"))
          .hasBinaryContent(Arrays.copyOfRange(pixels, 4096 * (frame - 1), 4096 * frame));
    }
  }

  @Test
  void fetchBulkData_ofADocument_writesThePdf(OrthancServer server) throws IOException {
    TestObject object = TestStudies.encapsulatedPdf();
    store(server, object);
    String output = output(FetchBulkData::main, server.dicomWebUrl(), object);
    assertThat(output)
        .contains(
            "begins with "
                + HexFormat.of().formatHex("%PDF-1.4".getBytes(StandardCharsets.US_ASCII)))
        .doesNotContain("frame");
    assertThat(directory.resolve("00420011.bin"))
        .hasBinaryContent(binary(object.bytes(), Tag.EncapsulatedDocument));
  }

  private static byte[] binary(byte[] file, int tag) {
    return Part10Reader.create().read(file).dataset().inlineBinary(tag).orElseThrow();
  }

  @Test
  void storeDerived_storesWhatOtherProgramsTakeForValid(OrthancServer server) throws IOException {
    store(server, CT);
    String output = output(StoreDerived::main, server.dicomWebUrl(), CT);
    assertThat(output)
        .contains("STORED Secondary Capture", "STORED Encapsulated PDF", "STORED Basic Text SR")
        .contains("found: Secondary Capture", "found: Encapsulated PDF", "found: Basic Text SR")
        .contains("read back as it was built:", "Finding: Bright lesion");
    assertThat(server.rest().instanceCount()).isEqualTo(4);

    Map<String, Path> files = retrieved(server);
    assertThat(files)
        .containsKeys(SecondaryCapture.SOP_CLASS_UID, EncapsulatedPdf.SOP_CLASS_UID, BASIC_TEXT_SR);
    files.remove(CT.sopClassUid());
    for (Path file : files.values()) {
      assertThat(dcmtk("dcmdump", file)).contains("[" + TestStudies.PHANTOM_PATIENT_NAME + "]");
      assertThat(Dciodvfy.errors(file)).isEmpty();
    }
    // This refuses a content tree that the SOP class does not allow.
    assertThat(dcmtk("dsrdump", files.getOrDefault(BASIC_TEXT_SR, directory)))
        .contains("Diagnostic imaging report", "Person Observer Name", "contains TEXT", "CT image");
  }

  /** The files of the study, by what they are. */
  private Map<String, Path> retrieved(OrthancServer server) throws IOException {
    Path target = directory.resolve("retrieved");
    try (DicomWebClient client = server.client()) {
      client.retrieveStudy(CT.studyInstanceUid()).saveTo(target).orThrow();
    }
    Map<String, Path> files = new TreeMap<>();
    try (Stream<Path> found = Files.walk(target)) {
      for (Path file : found.filter(Files::isRegularFile).toList()) {
        Dataset dataset = Part10Reader.create().read(file).orThrow().dataset();
        files.put(dataset.string(Tag.SOPClassUID).orElseThrow(), file);
      }
    }
    return files;
  }

  private String dcmtk(String program, Path file) throws IOException {
    if (Commands.find(program).isEmpty()) {
      throw Missing.because("no " + program + " on the PATH (Debian: dcmtk)");
    }
    return new String(
        Commands.run(directory, List.of(program, "-q", file.toString())), StandardCharsets.UTF_8);
  }

  @Test
  void readWithWadoUri_writesTheObjectAndAPicture(OrthancServer server) throws IOException {
    store(server, CT);
    String output = output(ReadWithWadoUri::main, server.rest().baseUrl() + "/wado", CT);
    assertThat(output).contains("CT of Yamada Tarou", "rendered: UriFile[image/jpeg");
    assertThat(directory.resolve("object.dcm")).hasBinaryContent(CT.bytes());
    assertThat(ImageIO.read(directory.resolve("object.jpeg").toFile())).isNotNull();
  }

  @Test
  void probeServer_showsWhatItFoundAndSearches(OrthancServer server) throws IOException {
    store(server, CT);
    assertThat(output(ProbeServer::main, server.dicomWebUrl()))
        .contains("CERTAIN  200 GET /studies", "search works")
        .contains("acceptStyle=ONE")
        .contains("a study of 20260115");
  }
}
