// SPDX-FileCopyrightText: 2026 The DICOMweb client authors
// SPDX-License-Identifier: Apache-2.0
package io.github.dicomweb.cli.output;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dicomweb.dicom.Dataset;
import io.github.dicomweb.dicom.Tag;
import io.github.dicomweb.dicom.VR;
import io.github.dicomweb.dicom.json.DicomJsonReader;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutputsTest {
  private static final Dataset DATASET =
      Dataset.builder()
          .put(Tag.PatientID, VR.LO, "a,\"b\"\u0007")
          .put(Tag.StudyDescription, VR.LT, "two\r\nlines")
          .putSequence(Tag.RequestAttributesSequence, Dataset.empty())
          .build();
  private static final List<String> COLUMNS =
      List.of("PatientID", "StudyDescription", "RequestAttributesSequence", "PatientName");

  private static String written(Format format, int times) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    DatasetOutput output = format.to(out, COLUMNS);
    for (int i = 0; i < times; i++) {
      output.write(DATASET);
    }
    output.end();
    return out.toString(StandardCharsets.UTF_8);
  }

  @Test
  void csv_isQuotedAndShowsControls() throws IOException {
    String row = "\"a,\"\"b\"\"\\u0007\",\"two\nlines\",(1 item),";
    assertThat(written(Format.CSV, 1)).isEqualTo(String.join(",", COLUMNS) + "\r\n" + row + "\r\n");
  }

  @Test
  void json_isOneArray() throws IOException {
    assertThat(written(Format.JSON, 0)).isEqualTo("[]\n");
    byte[] json = written(Format.JSON, 3).getBytes(StandardCharsets.UTF_8);
    try (DicomJsonReader reader = DicomJsonReader.from(new ByteArrayInputStream(json)).strict()) {
      assertThat(reader.readAll()).hasSize(3).allMatch(DATASET::equals);
    }
    assertThat(written(Format.NDJSON, 3)).hasLineCount(3);
  }

  @Test
  void xml_isOneDocument() throws Exception {
    byte[] xml = written(Format.XML, 2).getBytes(StandardCharsets.UTF_8);
    javax.xml.parsers.DocumentBuilderFactory factory =
        javax.xml.parsers.DocumentBuilderFactory.newInstance();
    assertThat(
            factory
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(xml))
                .getDocumentElement()
                .getElementsByTagName("NativeDicomModel")
                .getLength())
        .isEqualTo(2);
  }

  @Test
  void table_ofManyRows_keepsTheWidthsOfTheFirst() throws IOException {
    List<String> lines = written(Format.TABLE, 250).lines().toList();
    assertThat(lines).hasSize(251);
    assertThat(lines.subList(1, 251)).allMatch(lines.get(1)::equals);
    assertThat(lines.get(1)).contains("two\\u000D\\u000Alines");
  }

  @Test
  void filter_ofATerminal_letsNoControlThrough() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (TerminalFilter filter = new TerminalFilter(out, "\\u%04x")) {
      filter.write("ä\u009Bm\u007F\u001B\n\tü\u00A0".getBytes(StandardCharsets.UTF_8));
      filter.write(0xC2);
    }
    byte[] end = out.toByteArray();
    assertThat(end[end.length - 1]).isEqualTo((byte) 0xC2);
    assertThat(new String(end, 0, end.length - 1, StandardCharsets.UTF_8))
        .isEqualTo("ä\\u009bm\\u007f\\u001b\n\tü\u00A0");
  }

  @Test
  void wholeFile_notDone_wasNeverThere(@TempDir Path directory) throws IOException {
    Path file = directory.resolve("new").resolve("file");
    try (WholeFile out = WholeFile.of(file)) {
      out.write(1);
    }
    assertThat(file.getParent()).isEmptyDirectory();
    try (WholeFile out = WholeFile.of(file)) {
      out.write(1);
      out.done();
    }
    assertThat(Files.readAllBytes(file)).containsExactly(1);
  }

  @Test
  void size_isForPeople() {
    assertThat(ProgressBar.size(999)).isEqualTo("999 B");
    assertThat(ProgressBar.size(999_960)).isEqualTo("1.0 MB");
    assertThat(ProgressBar.size(12_300_000)).isEqualTo("12.3 MB");
  }
}
